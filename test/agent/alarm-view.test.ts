import { alarmListView, alarmsStatus, alarmView, withRecurrence } from "../../src/agent/alarm-view.ts";
import { Inventory, nothingKept } from "../../src/alarms/inventory.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { isAlarmListView } from "../../src/client/shape.ts";
import { builtInTexts } from "../../src/faults/text.ts";
import { after, hourMs, minuteMs, raiseOf, unset } from "../alarms/samples.ts";
import { assert, suite } from "../front-door/suite.ts";
import { diagnosis } from "../ipc/bench.ts";

const test = suite("agent/alarm-view");

/** A SIM that came and went three times and is missing, paper that was out, and a slow host that somebody has closed. */
function shop(nowMs = 4 * hourMs) {
  const inventory = new Inventory(nothingKept);
  for (let hour = 0; hour < 3; hour += 1) {
    inventory.raise(raiseOf("sim.absent", "critical"), after(hour * hourMs));
    if (hour < 2) inventory.clear("sim.absent", after(hour * hourMs + minuteMs));
  }
  inventory.raise(raiseOf("printer.paper_out", "minor"), after(0));
  inventory.clear("printer.paper_out", after(minuteMs));
  inventory.raise(raiseOf("host.congested", "minor"), after(0));
  inventory.raise(raiseOf("net.unstable", "minor"), after(minuteMs));
  inventory.operate({ alarm: 3, action: "close", by: "merchant", note: "", hours: 8 }, after(minuteMs));
  inventory.operate({ alarm: 4, action: "ack", by: "support", note: "watched", hours: 8 }, after(2 * minuteMs));
  return {
    all: () => inventory.all(),
    of: (fault: string) => inventory.of(fault),
    now: () => after(nowMs),
    counts: () => ({ withheld: 2, forgotten: 0, file: { written: 1, failed: 0, setAside: 0 } }),
  };
}

const english = { language: "en", texts: builtInTexts } as const;

test("what lasts is listed, the worst first; the rest is counted, and listed when it is asked for", () => {
  const list = alarmListView(shop(), { ...english, all: false });
  assert.equal(
    list.alarms.map(({ id, alarm_type_id }) => [id, alarm_type_id]),
    [
      [1, "sim.absent"],
      [4, "net.unstable"],
    ],
  );
  assert.is(list.left_out, 2);
  const all = alarmListView(shop(), { ...english, all: true });
  assert.equal(
    all.alarms.map(({ id }) => id),
    [1, 4, 3, 2],
  );
  assert.ok(isAlarmListView(JSON.parse(JSON.stringify(all))), "the client understands it");
  assert.ok(createCardDataGuard().passes("answer", all), "dates side by side are no card number");
});

test("one alarm has the leaves of RFC 8632, in words of the language that was asked for", () => {
  const alarm = shop().of("sim.absent");
  if (!alarm) throw new Error("no alarm");
  const view = alarmView(alarm, { language: "zh-CN", texts: builtInTexts }, after(4 * hourMs));
  assert.is(view.alarm_text, builtInTexts.textOf("sim.absent", "zh-CN").name);
  assert.equal(
    [view.time_created, view.last_raised, view.clock],
    ["2026-11-27T05:30:00Z", "2026-11-27T07:30:00Z", "ntp"],
  );
  assert.equal([view.occurrences, view.raises_24h, view.flaps_24h, view.recurrent], [3, 3, 2, true]);
  assert.equal(
    view.status_change.map(({ perceived_severity }) => perceived_severity),
    ["critical", "cleared", "critical", "cleared", "critical"],
  );
});

test("a time that nobody knows is null, not the beginning of 1970", () => {
  const inventory = new Inventory(nothingKept);
  const view = alarmView(inventory.raise(raiseOf("net.down"), unset(0)), english, unset(minuteMs));
  assert.equal([view.time_created, view.last_changed, view.clock], [null, null, "none"]);
});

test("in numbers, for the status", () => {
  const { active, unacknowledged, recurrent, known, withheld, unconfirmed } = alarmsStatus(shop());
  assert.equal([active, unacknowledged, recurrent, known, withheld, unconfirmed], [2, 1, 1, 4, 2, 0]);
});

test("a verdict says that its fault is recurrent, and says nothing where it is not", () => {
  const view = diagnosis();
  assert.is(withRecurrence(view, shop()).verdicts[0]?.recurrent_24h, 3);
  assert.equal(withRecurrence(view, shop(40 * hourMs)), view);
});

test.run();
