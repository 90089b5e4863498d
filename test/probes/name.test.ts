import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import packet, { type Answer } from "dns-packet";
import { compareNames, resolveName } from "../../src/probes/name.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("names");

let server: Socket;
let at = "";
let asked: string[] = [];
let zone: Readonly<Record<string, readonly string[]>> = {};

test.before(async () => {
  server = createSocket("udp4");
  server.on("message", (message, client) => {
    const { id, questions = [] } = packet.decode(message);
    const [question] = questions;
    if (!question) return;
    asked.push(question.type);
    const data = zone[question.type] ?? [];
    const answers = data.map(
      (each): Answer => ({ type: question.type === "A" ? "A" : "AAAA", name: question.name, ttl: 1, data: each }),
    );
    server.send(
      packet.encode({ type: "response", ...(id !== undefined && { id }), questions, answers }),
      client.port,
      client.address,
    );
  });
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  at = `127.0.0.1:${server.address().port}`;
});
test.after(() => server.close());
test.before.each(() => {
  asked = [];
});

const six = "2001:db8::5";

test("IPv6 is asked for where there is no IPv4, or where it is wanted", async () => {
  zone = { A: ["192.0.2.5"], AAAA: [six] };
  assert.equal(await resolveName("host.test", [at]), { kind: "ok", address: "192.0.2.5", addresses: ["192.0.2.5"] });
  assert.equal(asked, ["A"]);
  assert.equal(await resolveName("host.test", [at], "6"), { kind: "ok", address: six, addresses: [six] });
  zone = { AAAA: [six] };
  asked = [];
  assert.equal(await resolveName("host.test", [at]), { kind: "ok", address: six, addresses: [six] });
  assert.equal(asked, ["A", "AAAA"]);
  assert.equal(await resolveName("host.test", [at], "4"), { kind: "nxdomain" });
});

test("a name without any address is no name, and one that cannot be asked for neither", async () => {
  zone = {};
  assert.equal(await resolveName("host.test", [at]), { kind: "nxdomain" });
  assert.equal(await resolveName(`${"x".repeat(80)}.test`, [at]), { kind: "nxdomain" });
});

test("an answer with very many addresses is cut off", async () => {
  zone = { A: Array.from({ length: 30 }, (_, last) => `192.0.2.${last}`) };
  const answer = await resolveName("host.test", [at]);
  assert.is("addresses" in answer && answer.addresses.length, 16);
});

test("an address needs no server, IPv4 or IPv6", async () => {
  for (const address of ["192.0.2.5", six]) {
    assert.equal(await resolveName(address, [at]), { kind: "not_used", address, addresses: [address] });
  }
  assert.equal(asked, []);
});

test("names agree when one address is known, in whatever spelling", () => {
  const ok = (...addresses: string[]) => ({ kind: "ok", address: addresses[0] ?? "", addresses }) as const;
  const agrees = (answer: Parameters<typeof compareNames>[0], known: readonly string[]) =>
    compareNames(answer, known, 0).map(({ value, quality }) => value ?? quality)[0];
  assert.is(agrees(ok("192.0.2.5", "192.0.2.6"), ["192.0.2.6"]), true);
  assert.is(agrees(ok("10.0.0.1"), ["192.0.2.6"]), false);
  assert.is(agrees(ok("2001:DB8:0::5"), [six]), true);
  assert.is(agrees(ok("192.0.2.5"), []), "absent");
  assert.is(agrees({ kind: "timeout" }, ["192.0.2.5"]), "absent");
  assert.is(agrees({ kind: "not_used", address: "192.0.2.5", addresses: ["192.0.2.5"] }, ["10.0.0.1"]), "absent");
});

test.run();
