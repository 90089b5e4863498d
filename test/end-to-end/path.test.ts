/** The whole path, nothing replaced: a modem on a real serial port, the agent as a process, a broker, the local socket. */

import { type Child, startChild } from "../../hw-sim/rig/child.ts";
import { awaitDoor, type Door } from "../../hw-sim/rig/door.ts";
import { sourceProgram } from "../../hw-sim/rig/program.ts";
import { bringUp, openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { decodeReport } from "../../src/report/decode.ts";
import type { ReceivedReport } from "../../src/report/received.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createSubscriber, type Heard } from "../support/subscriber.ts";

const test = suite("the whole path", { timeoutMs: 30_000 });

let rig: Rig;
let agent: Child;
let door: Door;

test.before(async () => {
  rig = await openRig({ seed: 11, config: { modem: { poll_slow_s: 2 } } });
  ({ agent, door } = await bringUp(rig));
});
test.after(async () => {
  door.close();
  await rig.close();
});

/** Resolves with what the first pushed diagnosis for which `fits` holds says. */
function pushed(fits: (fault: string | undefined) => boolean): Promise<string> {
  return new Promise((resolve) => {
    door.onPush((view) => {
      const [first] = Array.isArray(view["verdicts"]) ? view["verdicts"] : [];
      if (fits(first?.fault)) resolve(String(first?.say ?? ""));
    });
  });
}

async function status(of: Door = door) {
  const { status: told } = await of.ask("posdiag.status");
  return JSON.parse(JSON.stringify(told));
}

/** The report in a message, if it opens or closes a case. */
function caseIn({ payload }: Heard, kind: "opened" | "closed"): ReceivedReport | undefined {
  const decoded = decodeReport(payload);
  if (decoded.kind !== "ok" || decoded.value.body.kind !== "case") return undefined;
  return decoded.value.body.event.kind === kind ? decoded.value : undefined;
}

test("a pulled SIM is told to support as a report and to the merchant in Chinese, and is closed when it is back", async () => {
  await using support = await createSubscriber(Number(new URL(rig.broker).port), 4, "pos/v1/+/+/up/evt");
  await door.ask("posdiag.subscribe", { lang: "zh-CN" });
  const said = pushed((fault) => fault === "sim.absent");
  await rig.bench.set({ sim: "absent" });
  const report = caseIn(await support.until((message) => caseIn(message, "opened") !== undefined), "opened");
  assert.is(report?.body.kind === "case" && report.body.event.case.verdict.fault, "sim.absent");
  assert.is(await said, "终端没有检测到SIM卡。");
  await rig.bench.set({ sim: "ready" });
  await support.until((message) => caseIn(message, "closed") !== undefined);
  assert.is((await status()).cases.length, 0);
  const numbers = support.heard
    .map(({ payload }) => decodeReport(payload))
    .map((decoded) => (decoded.kind === "ok" ? decoded.value.stamp.seq : 0));
  const [first = 0] = numbers;
  assert.equal(
    numbers,
    numbers.map((_, index) => first + index),
  );
});

test("lines nobody knows and noise on the wire are counted, shown by status, and harm nothing", async () => {
  const before = (await status()).modem.counters;
  rig.bench.inject("\r\n+XYZZY: 4711\r\n");
  rig.bench.inject(`\x00\xff${"A".repeat(6_000)}\r\n`);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { modem, cases } = await status();
  assert.is(modem.counters.unknown_lines, before.unknown_lines + 1);
  assert.ok(modem.counters.garbled_lines > before.garbled_lines);
  assert.ok(modem.unknown.some((line: string) => line.startsWith("+XYZZY")));
  assert.not(JSON.stringify(modem).includes("4711"));
  assert.equal(cases, []);
});

test("what the payment application says is heard; what it must not say is refused and nowhere kept", async () => {
  const refusal = await door.ask("posdiag.observe", { signal: "txn.rc_text", value: "6222021234567890128" }).then(
    () => "taken",
    (error: Error) => error.message,
  );
  assert.match(refusal, /refused/);
  await door.ask("posdiag.observe", { signal: "txn.outcome", value: "declined" });
  const told = await status();
  assert.is(told.readings.find(({ signal }: { signal: string }) => signal === "txn.outcome").value, "declined");
  assert.is(Object.values(told.ipc.refused).length, 1);
  assert.not(JSON.stringify(told).includes("622202"));
});

test("a second agent on the same outbox says so and ends, and the first one does not notice", async () => {
  const second = rig.startAgent();
  assert.is(await second.ended, 75);
  assert.match(second.lines.join("\n"), /another agent/);
  assert.is((await status()).modem.port, "open");
});

test("stops in good order on SIGTERM", async () => {
  door.close();
  assert.is(await agent.end(), 0);
  agent = rig.startAgent();
  door = await awaitDoor(rig.socket);
});

test("without modem and broker the agent runs on and says what is missing", async () => {
  const lonely = await openRig({
    seed: 12,
    broker: "mqtt://127.0.0.1:1",
    config: { modem: { port: "/dev/no-such-modem" } },
  });
  const child = lonely.startAgent();
  const other = await awaitDoor(lonely.socket);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const told = await status(other);
  assert.is(told.modem.port, "missing");
  assert.match(told.modem.note, /no-such-modem/);
  assert.is(told.uplink.last_error, "network");
  assert.ok(told.outbox.pending >= 1);
  other.close();
  await child.end();
  await lonely.close();
});

test("a wrong configuration ends with 78 and every error at once", async () => {
  const child = startChild(sourceProgram(), ["agent", "--config", new URL("wrong.json", import.meta.url).pathname]);
  assert.is(await child.ended, 78);
  for (const key of ["terminal.serial", "modem.poll_slow_s", "uplink.url", "acquirer.port"]) {
    assert.ok(
      child.lines.some((line) => line.includes(key)),
      key,
    );
  }
});

test.run();
