import { Inventory, nothingKept } from "../../src/alarms/inventory.ts";
import { Telling } from "../../src/alarms/telling.ts";
import { assert, suite } from "../front-door/suite.ts";
import { after, eventOf, minuteMs } from "./samples.ts";

const test = suite("alarms/telling");

function bench(rearmMs = 30 * minuteMs) {
  const inventory = new Inventory(nothingKept);
  const rankOf = (fault: string) => (fault.startsWith("txn.") ? ("first" as const) : undefined);
  return { inventory, telling: new Telling(inventory, { rearmMs, rankOf }) };
}

test("the first raise is told with its end; the second within half an hour is not, nor what becomes of it", () => {
  const { telling, inventory } = bench();
  const told = (kind: "opened" | "changed" | "closed", id: number, ms: number) =>
    telling.hear([eventOf(kind, "net.down", { id })], after(ms))[0]?.isTold;
  assert.equal([told("opened", 1, 0), told("changed", 1, 1_000), told("closed", 1, 2_000)], [true, true, true]);
  assert.equal([told("opened", 2, 3_000), told("changed", 2, 4_000), told("closed", 2, 5_000)], [false, false, false]);
  assert.is(telling.withheld, 1);
  const alarm = inventory.of("net.down");
  assert.equal([alarm?.occurrences, alarm?.untold, alarm?.isCleared], [2, 1, true], "the alarm itself stays true");
});

test("after half an hour it is told again, with the raises between", () => {
  const { telling } = bench();
  telling.hear([eventOf("opened", "net.down", { id: 1 }), eventOf("closed", "net.down", { id: 1 })], after(0));
  telling.hear([eventOf("opened", "net.down", { id: 2 }), eventOf("closed", "net.down", { id: 2 })], after(minuteMs));
  const [notice] = telling.hear([eventOf("opened", "net.down", { id: 3 })], after(30 * minuteMs));
  assert.equal(notice?.recurrence, { raisesDay: 3, untold: 1 });
  assert.is(notice?.isTold, true);
});

test("what was not told and lasts is told when the time is over, as it is then, and its end as well", () => {
  const { telling } = bench();
  telling.hear([eventOf("opened", "net.down", { id: 1 }), eventOf("closed", "net.down", { id: 1 })], after(0));
  telling.hear([eventOf("opened", "net.down", { id: 2, signs: ["early"] })], after(minuteMs));
  telling.hear([eventOf("changed", "net.down", { id: 2, signs: ["late"] })], after(2 * minuteMs));
  assert.equal(telling.due(after(29 * minuteMs)), []);
  const [late] = telling.due(after(30 * minuteMs));
  assert.equal(
    [late?.event.kind, late?.event.case.id, late?.event.case.verdict.evidence[0]?.id],
    ["opened", 2, "late"],
  );
  assert.equal(late?.recurrence, { raisesDay: 2, untold: 0 });
  assert.is(late?.event.atMs, late?.event.case.openedAtMs, "it says when it happened, not when it was told");
  assert.equal(telling.due(after(31 * minuteMs)), [], "once");
  assert.is(telling.hear([eventOf("closed", "net.down", { id: 2 })], after(32 * minuteMs))[0]?.isTold, true);
});

test("what has become worse is told at once, at its raise and while it lasts", () => {
  const { telling } = bench();
  const raise = (id: number, severity: "minor" | "major" | "critical", ms: number) =>
    telling.hear([eventOf("opened", "net.unstable", { id, severity })], after(ms))[0]?.isTold;
  const end = (id: number, ms: number) => telling.hear([eventOf("closed", "net.unstable", { id })], after(ms));
  assert.is(raise(1, "minor", 0), true);
  end(1, 1_000);
  assert.is(raise(2, "major", 2_000), true);
  end(2, 3_000);
  assert.is(raise(3, "major", 4_000), false);
  const worse = eventOf("changed", "net.unstable", { id: 3, severity: "critical" });
  const [notice] = telling.hear([worse], after(5_000));
  assert.equal([notice?.isTold, notice?.event.kind], [true, "opened"], "support has not heard of this case before");
  end(3, 6_000);
  assert.is(raise(4, "critical", 7_000), false);
});

test("that a told case got worse is what support knows of it", () => {
  const { telling } = bench();
  telling.hear([eventOf("opened", "net.unstable", { id: 1, severity: "minor" })], after(0));
  telling.hear([eventOf("changed", "net.unstable", { id: 1, severity: "major" })], after(1_000));
  telling.hear([eventOf("closed", "net.unstable", { id: 1 })], after(2_000));
  const [again] = telling.hear([eventOf("opened", "net.unstable", { id: 2, severity: "major" })], after(3_000));
  assert.is(again?.isTold, false);
});

test("every payment whose money is in doubt is told, however soon after the last", () => {
  const { telling } = bench();
  const told = [1, 2, 3].map((id) => {
    const [notice] = telling.hear([eventOf("opened", "txn.state_unknown", { id })], after(id * 1_000));
    telling.hear([eventOf("closed", "txn.state_unknown", { id })], after(id * 1_000 + 500));
    return notice?.isTold;
  });
  assert.equal(told, [true, true, true]);
});

test("other alarms are told, and with a re-arm time of nothing every raise is", () => {
  const { telling } = bench();
  telling.hear([eventOf("opened", "net.down", { id: 1 })], after(0));
  assert.is(telling.hear([eventOf("opened", "printer.fault", { id: 2 })], after(1))[0]?.isTold, true);
  const { telling: eager } = bench(0);
  eager.hear([eventOf("opened", "net.down", { id: 1 }), eventOf("closed", "net.down", { id: 1 })], after(0));
  assert.is(eager.hear([eventOf("opened", "net.down", { id: 2 })], after(1))[0]?.isTold, true);
});

test("a told case under a better name is told as changed, and what was told of it goes with it", () => {
  const { telling, inventory } = bench();
  telling.hear([eventOf("opened", "cell.no_service", { id: 1 })], after(0));
  const [notice] = telling.hear([eventOf("changed", "sim.absent", { id: 1 })], after(1_000));
  assert.equal([notice?.isTold, notice?.event.kind], [true, "changed"]);
  telling.hear([eventOf("closed", "sim.absent", { id: 1 })], after(2_000));
  assert.is(inventory.of("sim.absent")?.isCleared, true);
  assert.is(telling.hear([eventOf("opened", "sim.absent", { id: 2 })], after(3_000))[0]?.isTold, false);
});

test.run();
