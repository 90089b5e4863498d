/** The examples of docs/payment-application.md, said to a real socket: what is answered there is what the document shows. */
import { readFileSync } from "node:fs";
import { assert, suite } from "../front-door/suite.ts";
import { connectRaw, createBench } from "../ipc/bench.ts";

const test = suite("examples of the line protocol");

const text = readFileSync(new URL("../../docs/payment-application.md", import.meta.url), "utf8");
const examples = [...text.matchAll(/^→ (.*)\n← (.*)$/gm)].map(([, said = "", answered = ""]) => ({ said, answered }));

test("there are as many as there are events and refusals to show", () => {
  assert.ok(examples.length >= 10, `${examples.length}`);
});

for (const { said, answered } of examples) {
  test(said, async () => {
    const bench = await createBench();
    await bench.server.start();
    const peer = await connectRaw(bench.socket);
    peer.say(`${said}\f`);
    const reply = JSON.stringify(await peer.next());
    // What a document cannot show in full ends with three dots.
    const [shown = "", rest] = answered.split("…");
    assert.is(rest === undefined ? reply : reply.slice(0, shown.length), shown);
    peer.end();
    await bench.end();
  });
}

test.run();
