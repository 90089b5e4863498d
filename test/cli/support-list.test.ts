import { isAgentError } from "../../src/base/errors.ts";
import { supportListCommand } from "../../src/cli/support-list.ts";
import { encodeAlive, encodeBirth, encodeFaultSet } from "../../src/report/encode.ts";
import { posdiag } from "../../src/report/wire.js";
import { openStore } from "../../src/store/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { faultSet, stamp, terminal } from "../report/samples.ts";
import { createAedes } from "../support/aedes.ts";
import { createRetainer } from "../support/retainer.ts";
import { createStores, type Stores } from "../support/stores.ts";
import { runCaptured } from "./captured-io.ts";
import { addFleet } from "./stored-fleet.ts";

const test = suite("cli/support-list", { timeoutMs: 30_000 });
let stores: Stores;

test.before(() => {
  stores = createStores();
});
test.after(() => stores[Symbol.asyncDispose]());

const run = (...args: string[]) => runCaptured(supportListCommand, args);

async function databaseWithFleet(): Promise<string> {
  const url = await stores.address("sqlite");
  await using store = await openStore({ url });
  await addFleet(store);
  return url;
}

test("a database: a table for people, in both languages, and a line each for programs", async () => {
  const url = await databaseWithFleet();
  const english = await run("--database", url);
  assert.equal([english.exit, english.err], [0, ""]);
  const [head = "", first = "", second = "", third = "", end] = english.out.split("\n");
  assert.match(head, /^ {2}severity {2}terminal +connection +place +since +what is wrong$/);
  assert.match(
    first,
    /^ {2}critical {2}acme\/SN-1 +offline, heard \d+ \w+ ago {2}shop s-1, region Pudong, carrier 46000 .*SIM card missing \(sim\.absent, 99 %\), and 1 more$/,
  );
  assert.match(second, /other\/SN-2 +online/);
  assert.match(third, /^ {2}– +acme\/SN-2 +online .* –$/);
  assert.is(end, "3 terminals");
  const chinese = await run("--database", url, "--lang", "zh-CN", "--limit", "1");
  assert.match(chinese.out, /^ {2}级别 {2}终端/);
  assert.match(chinese.out, /严重 {2}acme\/SN-1 +离线，.*门店 s-1，地区 Pudong，运营商 46000/);
  assert.match(chinese.out, /仅列出前1台/);
  const programs = await run("--database", url, "--json", "--state", "failing");
  const lines = programs.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(
    lines.map(({ kind, terminal: serial, online, severity, open }) => [kind, serial, online, severity, open.length]),
    [
      ["terminal", "SN-1", false, "critical", 2],
      ["terminal", "SN-2", true, null, 0],
    ],
  );
  assert.equal((await run("--database", url, "--shop", "nowhere")).out, "0 terminals\n");
});

test("a broker: what it keeps of terminals, and what cannot be read is counted", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using keep = await createRetainer(broker.port);
  const place = { shop: "s-9", carrier: "46000" };
  const birth = { boot: stamp.boot, terminal: { ...terminal, place }, firstSeq: 1, nextSeq: 18 };
  const hostile = posdiag.v1.FaultSet.decode(encodeFaultSet(faultSet, stamp));
  Object.assign(hostile.cases?.[0]?.verdict ?? {}, { fault: "x\u001b[2J\u202e" });
  await keep("pos/v1/shop-8/SN-0042/state/birth", encodeBirth(birth, stamp));
  await keep("pos/v1/shop-8/SN-0042/state/alive", encodeAlive({ online: true, session: 4, boot: stamp.boot }, stamp));
  await keep("pos/v1/shop-8/SN-0042/state/faults", encodeFaultSet(faultSet, stamp));
  await keep("pos/v1/shop-8/SN-7/state/alive", encodeAlive({ online: false, session: 1, boot: stamp.boot }, stamp));
  await keep("pos/v1/shop-8/SN-7/state/faults", posdiag.v1.FaultSet.encode(hostile).finish());
  await keep("pos/v1/shop-8/SN-8/state/alive", Buffer.from("rubbish"));
  const unsure = { sinceMs: stamp.monoMs - 60_000, candidates: [{ fault: "host.down", probability: 0.45 }] };
  await keep("pos/v1/shop-9/SN-9/state/faults", encodeFaultSet({ ...faultSet, cases: [], unsure }, stamp));
  const url = `mqtt://127.0.0.1:${broker.port}`;
  const { exit, out, err } = await run("--broker", url);
  assert.equal([exit, err], [0, "posdiag support list: 1 messages could not be read\n"]);
  assert.match(out, /critical {2}shop-8\/SN-0042 {2}online +shop s-9, carrier 46000 .*SIM card missing/);
  assert.match(out, /critical {2}shop-8\/SN-7 +offline, heard .*\(x·\[2J·, 99 %\)/);
  assert.match(out, /major +shop-9\/SN-9 .*cause not known yet; candidates: .+ 45 %/);
  assert.match(out, /\n3 terminals\n$/);
  const offline = await run("--broker", url, "--json", "--state", "offline", "--tenant", "shop-8");
  assert.equal(JSON.parse(offline.out).terminal, "SN-7");
});

test("wrong use is told as such, and a database that is not there is not made", async () => {
  const wrong = [
    [],
    ["--database", "x.db", "--broker", "mqtt://x"],
    ["--database", "x.db", "--state", "sad"],
    ["--database", "x.db", "--limit", "0"],
    ["--database", "mysql://x/y"],
    ["--database", "x.db", "word"],
    ["--broker", "mqtt://x", "--timeout", "soon"],
  ];
  for (const args of wrong) {
    const refused = await run(...args).catch((error: unknown) => error);
    assert.ok(isAgentError(refused, "USAGE"), args.join(" "));
  }
  const missing = await run("--database", "/nowhere/x.db").catch((error: unknown) => error);
  assert.ok(isAgentError(missing, "INPUT_UNREADABLE"));
});

test("a broker that does not answer is said, and ends with 75", async () => {
  const { exit, out, err } = await run("--broker", "mqtt://127.0.0.1:1", "--timeout", "0.1");
  assert.equal([exit, out], [75, ""]);
  assert.match(err, /waiting for the broker \(network, ECONNREFUSED\)\n.*the broker was not reached\n$/);
});

test.run();
