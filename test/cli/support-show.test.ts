import { isAgentError } from "../../src/base/errors.ts";
import { supportShowCommand } from "../../src/cli/support-show.ts";
import { encodeAlive, encodeBirth, encodeFaultSet } from "../../src/report/encode.ts";
import { openStore } from "../../src/store/store.ts";
import { assert, suite } from "../front-door/suite.ts";
import { faultSet, stamp, terminal } from "../report/samples.ts";
import { createAedes } from "../support/aedes.ts";
import { createRetainer } from "../support/retainer.ts";
import { createStores, type Stores } from "../support/stores.ts";
import { runCaptured } from "./captured-io.ts";
import { addFleet } from "./stored-fleet.ts";

const test = suite("cli/support-show", { timeoutMs: 30_000 });
let stores: Stores;
let database: string;

test.before(async () => {
  stores = createStores();
  database = await stores.address("sqlite");
  await using store = await openStore({ url: database });
  await addFleet(store);
});
test.after(() => stores[Symbol.asyncDispose]());

const run = (...args: string[]) => runCaptured(supportShowCommand, args);

test("a database: what is wrong, since when, by what, who must act, and what was before", async () => {
  const { exit, out, err } = await run("SN-1", "--database", database);
  assert.equal([exit, err], [0, ""]);
  for (const line of [
    /^acme\/SN-1 {2}offline, heard .* ago\n {2}shop s-1, region Pudong, carrier 46000\n/,
    /\n {2}agent posdiag 0\.1\.0, modem Quectel EC25\n {2}3 reports wait, 0 dropped\n/,
    /\ncritical {2}SIM card missing \(sim\.absent, 99 %\)\n {2}since 2026-11-18T\d\d:\d\d:\d\dZ \(\d+ days\), 2 times since boot\n/,
    /\n {2}to act: merchant\n {2}What to do:\n {4}- \w/,
    /\n {2}Evidence:\n {4}- .*SIM.* \(SIM card: absent\)\n/i,
    /\n {2}Ruled out:\n {4}- .*, .*: because /,
    /\n {2}posdiag faults sim\.absent tells more\n/,
    /\nminor {2}.*\(printer\.paper_out, 97 %\)\n/,
    /\nOthers have the same trouble:\n {2}2026-11-\d\dT\S+Z {2}\d+ days {2}Mobile operator fails: 1 of 2 terminals/,
    /\nBefore:\n {2}2026-11-\d\dT\S+Z {2}60 min +critical .*\(host\.down, /,
    /\nReports that have not come:\n {2}boot 0123456789abcdef: 4–6\n {2}boot 0123456789abcdef: 8 *\n {2}boot 0123456789abcdef: 11 +\(it had to drop them\)\n/,
    /\nCommands:\n {2}2026-11-\d\dT\S+Z {2}0f1e2d3c {2}Diagnose now {2}anna {2}refused a payment is running\n/,
  ]) {
    assert.match(out, line);
  }
});

test("in Chinese nothing is left in English but names", async () => {
  const { out } = await run("SN-1", "--database", database, "--lang", "zh-CN");
  assert.match(out, /处理方：商户/);
  assert.match(out, /未收到的上报：\n {2}启动 0123456789abcdef：4–6/);
  assert.match(out, /被拒绝 正在交易/);
  assert.not.match(out, /to act|Evidence|since|because|What to do|Before:|offline|critical/);
});

test("for programs one object with everything", async () => {
  const { out } = await run("acme/SN-1", "--database", database, "--json");
  const { kind, terminal: serial, verdicts, history, gaps, commands, incidents, agent } = JSON.parse(out);
  assert.equal([kind, serial, verdicts.length, history.length, commands.length], ["terminal", "SN-1", 2, 1, 1]);
  const [sim] = verdicts;
  assert.equal([sim.fault, sim.severity, sim.occurrence, sim.party], ["sim.absent", "critical", 2, ["merchant"]]);
  assert.equal(sim.evidence[0].readings[0].signal, "sim.state");
  assert.equal(sim.ruled_out[0].faults, ["sim.pin_locked", "modem.hung"]);
  assert.equal(gaps[0], { boot: "0123456789abcdef", from: 4, to: 6, dropped: false });
  assert.equal([incidents[0].fault, incidents[0].concerns], ["cell.carrier_outage", { carrier: "46000" }]);
  assert.equal([agent.waiting, agent.boot], [3, null]);
});

test("a broker: the open cases that it keeps", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using keep = await createRetainer(broker.port);
  const birth = { boot: stamp.boot, terminal, firstSeq: 1, nextSeq: 18 };
  await keep("pos/v1/shop-8/SN-0042/state/birth", encodeBirth(birth, stamp));
  await keep("pos/v1/shop-8/SN-0042/state/alive", encodeAlive({ online: true, session: 4, boot: stamp.boot }, stamp));
  await keep("pos/v1/shop-8/SN-0042/state/faults", encodeFaultSet(faultSet, { ...stamp, clock: "none" }));
  const url = `mqtt://127.0.0.1:${broker.port}`;
  for (const name of ["SN-0042", "shop-8/SN-0042"]) {
    const { exit, out, err } = await run(name, "--broker", url);
    assert.equal([exit, err], [0, ""]);
    assert.match(out, /^shop-8\/SN-0042 {2}online\n {2}agent posdiag 0\.1\.0\n\ncritical {2}SIM card missing/);
    assert.match(out, /\n {2}its clock was not set\n/);
    assert.match(out, /\n {2}Evidence:\n/);
    assert.not.match(out, /Before:|Reports that/);
  }
  assert.equal((await run("SN-9", "--broker", url)).exit, 1);
});

test("a broker: a terminal that cannot choose between causes", async () => {
  await using broker = await createAedes();
  await broker.start();
  await using keep = await createRetainer(broker.port);
  const unsure = { sinceMs: stamp.monoMs - 60_000, candidates: [{ fault: "host.down", probability: 0.45 }] };
  await keep("pos/v1/shop-8/SN-0042/state/faults", encodeFaultSet({ ...faultSet, cases: [], unsure }, stamp));
  const url = `mqtt://127.0.0.1:${broker.port}`;
  const { out } = await run("SN-0042", "--broker", url);
  assert.match(out, /\ncause not known yet, since 20\S+Z \(.+\); candidates: .+ 45 %\n/);
  assert.not.match(out, /Nothing is wrong/);
  const chinese = await run("SN-0042", "--broker", url, "--lang", "zh-CN");
  assert.match(chinese.out, /\n原因尚未确定，自20\S+Z \(.+\)起；可能原因：.+ 45 %\n/);
  const { severity, unsure: told } = JSON.parse((await run("SN-0042", "--broker", url, "--json")).out);
  assert.equal([severity, told], ["major", { since_ms: stamp.wallMs - 60_000, candidates: unsure.candidates }]);
});

test("a terminal that is well, one that nobody knows, and a serial number that two tenants have", async () => {
  assert.match(
    (await run("acme/SN-2", "--database", database)).out,
    /\nNothing is wrong with it\.\n\nNothing was wrong before\.\n/,
  );
  const unknown = await run("SN-9", "--database", database);
  assert.equal([unknown.exit, unknown.err], [1, "posdiag support show: nothing is known of SN-9\n"]);
  const two = await run("SN-2", "--database", database);
  assert.equal([two.exit, two.err], [1, "posdiag support show: which one: other/SN-2, acme/SN-2?\n"]);
});

test("wrong use is told as such", async () => {
  const wrong = [
    ["--database", database],
    ["a/b/c", "--database", database],
    ["#", "--database", database],
    ["SN-1", "SN-2", "--database", database],
    ["SN-1"],
  ];
  for (const args of wrong) {
    const refused = await run(...args).catch((error: unknown) => error);
    assert.ok(isAgentError(refused, "USAGE"), args.join(" "));
  }
});

test.run();
