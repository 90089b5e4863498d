/** Who stands between a terminal and its broker: without the broker's certificate he is told nothing, not even the terminal's name. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Authority, createAuthority } from "../../hw-sim/authority.ts";
import type { UplinkOptions } from "../../src/uplink/options.ts";
import { assert, suite } from "../front-door/suite.ts";
import { packet, text } from "../support/mqtt-bytes.ts";
import { createOwnBroker, politely } from "../support/own-broker.ts";
import { createUplinkBench, until } from "../uplink/bench.ts";
import { createFront, type Shown } from "./impostor.ts";

const test = suite("threats: between a terminal and its broker", { timeoutMs: 20_000 });

let ours: Authority;
let stranger: Authority;
let folder = "";

test.before(async () => {
  [ours, stranger] = await Promise.all([createAuthority("Broker root"), createAuthority("Broker root")]);
  folder = mkdtempSync(join(tmpdir(), "posdiag-impostor-"));
  writeFileSync(join(folder, "ca.pem"), ours.cert);
  writeFileSync(join(folder, "password"), "told to nobody else\n");
});
test.after(() => rmSync(folder, { recursive: true }));

const access = (url: string): Partial<UplinkOptions> => ({
  ...{ url, username: "terminal", passwordFile: join(folder, "password") },
  ...{ protocol: "5", tls: { caFile: join(folder, "ca.pem") } },
});

/** How it fails, and what the broker behind has heard by then. */
async function meet(shown: Shown): Promise<{ readonly error: string | undefined; readonly heard: number }> {
  await using broker = await createOwnBroker();
  await using front = await createFront(shown, broker.port);
  await using bench = await createUplinkBench(0, access(front.url));
  bench.start();
  await until(() => bench.uplink.status().lastError !== undefined || bench.uplink.status().state === "connected");
  return { error: bench.uplink.status().lastError, heard: broker.connects.length };
}

test("the broker itself is spoken to", async () => {
  assert.equal(await meet({ by: ours }), { error: undefined, heard: 1 });
});

test("another authority, another name, other dates and old TLS are refused before a word is said", async () => {
  const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT:@SECLEVEL=0" } as const;
  const cases: Readonly<Record<string, Shown>> = {
    "an authority of the same name": { by: stranger },
    "another host of our authority": { by: ours, names: ["mqtt.other.test"] },
    "one that has ended": { by: ours, from: -30, to: -1 },
    "one that has not begun": { by: ours, from: 1, to: 30 },
    "TLS 1.1 at most": { by: ours, tls: old },
  };
  for (const [what, shown] of Object.entries(cases)) assert.equal(await meet(shown), { error: "tls", heard: 0 }, what);
});

test("no word in the environment makes a broker of a stranger", async () => {
  const word = "NODE_TLS_REJECT_UNAUTHORIZED";
  process.env[word] = "0";
  try {
    assert.equal(await meet({ by: stranger }), { error: "tls", heard: 0 });
  } finally {
    Reflect.deleteProperty(process.env, word);
  }
});

test("a broker that sends the terminal elsewhere sends it to nobody without a certificate of that name", async () => {
  let elsewhere = "";
  await using thief = await createOwnBroker();
  await using home = await createOwnBroker((conversation, heard) => {
    if (heard.kind !== "connect") return politely(conversation, heard);
    const reference = Buffer.concat([Buffer.from([0x1c]), text(elsewhere)]);
    conversation.send(packet("connack", 0, [0, 0x9d, reference.length], reference)); // Server moved.
  });
  await using trap = await createFront({ by: stranger }, thief.port);
  await using front = await createFront({ by: ours }, home.port);
  elsewhere = `localhost:${trap.port}`;
  await using bench = await createUplinkBench(0, access(front.url));
  bench.start();
  await until(() => trap.came() > 0 && bench.uplink.status().lastError === "tls");
  assert.equal([home.connects.length, thief.connects.length], [1, 0]);
});

test.run();
