/** The alarms of a real agent, which is ended, killed, and given a damaged file between. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Door } from "../../hw-sim/rig/door.ts";
import { bringUp, openRig, type Rig } from "../../hw-sim/rig/rig.ts";
import { isAgentStatus, isAlarmListView } from "../../src/client/shape.ts";
import type { AlarmView } from "../../src/model/alarm-view.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("alarms of a real agent", { timeoutMs: 120_000 });
const fault = "printer.paper_out";

async function alarmsOf(door: Door): Promise<readonly AlarmView[]> {
  const { alarms } = await door.ask("posdiag.alarms", { lang: "en", all: true });
  if (!isAlarmListView(alarms)) throw new Error(JSON.stringify(alarms));
  return alarms.alarms;
}

/** Waits for what must come; the suite's time limit ends it when it does not. */
async function paper(door: Door, isSo: (alarm: AlarmView) => boolean): Promise<AlarmView> {
  for (;;) {
    const alarm = (await alarmsOf(door)).find(({ alarm_type_id }) => alarm_type_id === fault);
    if (alarm && isSo(alarm)) return alarm;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const printer = (door: Door, value: string) => door.ask("posdiag.observe", { signal: "printer.state", value });
const isOpen = ({ is_cleared, is_confirmed }: AlarmView) => !is_cleared && is_confirmed;

async function statusOf(door: Door) {
  const { status } = await door.ask("posdiag.status");
  if (!isAgentStatus(status)) throw new Error("no status");
  return status;
}

/** Out of paper, filled, out again: raised twice, and acknowledged. */
async function rattle(rig: Rig): Promise<void> {
  const { agent, door } = await bringUp(rig);
  await printer(door, "paper_out");
  const first = await paper(door, isOpen);
  assert.equal([first.occurrences, first.resource, first.operator_state], [1, "printer", "none"]);
  await printer(door, "ok");
  await paper(door, ({ is_cleared }) => is_cleared);
  await printer(door, "paper_out");
  const { id } = await paper(door, (alarm) => isOpen(alarm) && alarm.occurrences === 2);
  await door.ask("posdiag.operate", { alarm: id, action: "ack", by: "merchant", note: "no rolls left" });
  const { alarms, cases } = await statusOf(door);
  assert.equal([alarms.active, alarms.withheld], [1, 1], "support is told once in half an hour");
  assert.is(cases[0]?.fault, fault, "the case itself is there");
  door.close();
  assert.is(await agent.end(), 0);
}

test("history, counts and what was said of it outlive the agent; what was open waits for the evidence", async () => {
  const rig = await openRig({ seed: 21, quiet: true, config: { alarms: { rearm_min: 30 } } });
  try {
    await rattle(rig);

    const second = await bringUp(rig);
    const kept = await paper(second.door, () => true);
    assert.equal([kept.is_cleared, kept.is_confirmed, kept.occurrences], [false, false, 2]);
    assert.equal([kept.operator_state, kept.operator, kept.operator_text], ["ack", "merchant", "no rolls left"]);
    assert.is((await statusOf(second.door)).alarms.unconfirmed, 1);
    await printer(second.door, "paper_out");
    const again = await paper(second.door, isOpen);
    assert.equal([again.id, again.occurrences, again.operator_state], [kept.id, 2, "ack"]);
    second.door.close();
    await second.agent.end("SIGKILL");

    const third = await bringUp(rig);
    assert.is((await paper(third.door, () => true)).is_confirmed, false);
    await printer(third.door, "ok");
    await paper(third.door, ({ is_cleared }) => is_cleared);
    await printer(third.door, "paper_out");
    const recurrent = await paper(third.door, (alarm) => isOpen(alarm) && alarm.occurrences === 3);
    assert.equal([recurrent.recurrent, recurrent.operator_state], [true, "none"]);
    assert.is((await statusOf(third.door)).cases.find((open) => open.fault === fault)?.recurrent_24h, 3);
    third.door.close();
    await third.agent.end();
  } finally {
    await rig.close();
  }
});

test("a damaged file is set aside and shown, and the agent runs", async () => {
  const rig = await openRig({ seed: 22, quiet: true });
  try {
    writeFileSync(join(rig.folder, "alarms.json"), '{"version":1,"inventory":{"alarms":[');
    const { agent, door } = await bringUp(rig);
    assert.is((await statusOf(door)).alarms.file.set_aside, 1);
    assert.equal(await alarmsOf(door), []);
    assert.ok(readdirSync(rig.folder).includes("alarms.json.broken-1"));
    assert.ok(
      agent.lines.some((line) => line.includes("alarms.damaged")),
      agent.lines.join("\n"),
    );
    await printer(door, "paper_out");
    await paper(door, isOpen);
    door.close();
    await agent.end();
  } finally {
    await rig.close();
  }
});

test.run();
