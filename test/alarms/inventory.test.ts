import { bounds } from "../../src/alarms/alarm.ts";
import { Inventory, nothingKept } from "../../src/alarms/inventory.ts";
import { standingOf } from "../../src/alarms/shelf.ts";
import type { Operation } from "../../src/model/alarm.ts";
import { assert, suite } from "../front-door/suite.ts";
import { after, hourMs, minuteMs, raiseOf, unset } from "./samples.ts";

const test = suite("alarms/inventory");
const operation = (action: Operation["action"], alarm = 1): Operation => ({
  ...{ alarm, action, by: "support", note: "seen", hours: 8 },
});

test("an alarm is raised, gets worse, is cleared and kept, and raised again under its number", () => {
  const inventory = new Inventory(nothingKept);
  inventory.raise(raiseOf("printer.fault", "minor"), after(0));
  inventory.change("printer.fault", raiseOf("printer.fault", "major"), after(minuteMs));
  inventory.clear("printer.fault", after(2 * minuteMs));
  const over = inventory.of("printer.fault");
  assert.equal([over?.isCleared, over?.severity, over?.occurrences], [true, "major", 1]);
  const again = inventory.raise(raiseOf("printer.fault", "minor"), after(3 * minuteMs));
  assert.equal([again.id, again.isCleared, again.occurrences, again.severity], [1, false, 2, "minor"]);
  assert.equal(
    again.changes.map(({ severity }) => severity),
    ["minor", "major", "cleared", "minor"],
  );
  assert.is(again.created.monoMs, after(0).monoMs);
  assert.is(again.lastRaised.monoMs, after(3 * minuteMs).monoMs);
  assert.is(inventory.all().length, 1);
});

test("another probability alone changes nothing that is worth a write; other signs are known all the same", () => {
  const inventory = new Inventory(nothingKept);
  inventory.raise(raiseOf("net.down"), after(0));
  const { revision } = inventory;
  inventory.change("net.down", { ...raiseOf("net.down", "major", ["other"]), probability: 0.99 }, after(minuteMs));
  assert.is(inventory.revision, revision);
  assert.equal(inventory.of("net.down")?.signs, ["other"]);
});

test("what was acknowledged or closed wants to be seen again when it comes back, and when it gets worse", () => {
  for (const action of ["ack", "close"] as const) {
    const inventory = new Inventory(nothingKept);
    const stateOf = () => inventory.of("net.down")?.operations.at(-1)?.state;
    inventory.raise(raiseOf("net.down", "major"), after(0));
    inventory.operate(operation(action), after(1_000));
    inventory.change("net.down", raiseOf("net.down", "minor"), after(2_000));
    assert.is(stateOf(), action === "ack" ? "ack" : "closed", "less severe is no news");
    inventory.change("net.down", raiseOf("net.down", "critical"), after(3_000));
    assert.is(stateOf(), "none");
    inventory.operate(operation(action), after(4_000));
    inventory.clear("net.down", after(5_000));
    inventory.raise(raiseOf("net.down", "critical"), after(6_000));
    assert.is(stateOf(), "none");
  }
});

test("a shelf holds over raises until its time is over, and the number of no alarm is refused", () => {
  const inventory = new Inventory(nothingKept);
  inventory.raise(raiseOf("net.down"), after(0));
  assert.is(inventory.operate(operation("shelve", 2), after(0)), undefined);
  inventory.operate(operation("shelve"), after(0));
  inventory.clear("net.down", after(minuteMs));
  const alarm = inventory.raise(raiseOf("net.down"), after(hourMs));
  assert.equal(
    [standingOf(alarm, after(hourMs)).state, standingOf(alarm, after(hourMs)).shelvedForS],
    ["shelved", 7 * 3_600],
  );
  assert.equal(standingOf(alarm, after(8 * hourMs)).state, "un-shelved");
  assert.is(standingOf(alarm, unset(hourMs)).state, "shelved", "within the run no wall clock is needed");
  const taken = inventory.operate(operation("unshelve"), after(2 * hourMs));
  assert.is(taken && standingOf(taken, after(2 * hourMs)).state, "un-shelved");
});

test("a better name for the same trouble makes one alarm of the two, with what it was and what was said of it", () => {
  const inventory = new Inventory(nothingKept);
  inventory.raise(raiseOf("cell.no_service"), after(0));
  inventory.operate(operation("ack"), after(1_000));
  const alarm = inventory.change("cell.no_service", raiseOf("sim.absent", "major"), after(minuteMs));
  assert.equal([alarm.id, alarm.fault, alarm.occurrences], [1, "sim.absent", 1]);
  assert.equal(
    alarm.was.map(({ fault, until }) => [fault, until.monoMs]),
    [["cell.no_service", after(minuteMs).monoMs]],
  );
  assert.is(alarm.operations.at(-1)?.state, "ack");
  assert.equal(
    inventory.all().map(({ fault }) => fault),
    ["sim.absent"],
  );
});

test("a name with a history of its own keeps it, without the raise that was another's", () => {
  const inventory = new Inventory(nothingKept);
  inventory.raise(raiseOf("cell.no_service"), after(0));
  inventory.clear("cell.no_service", after(minuteMs));
  inventory.raise(raiseOf("sim.absent"), after(2 * minuteMs));
  inventory.clear("sim.absent", after(3 * minuteMs));
  inventory.raise(raiseOf("cell.no_service"), after(hourMs));
  const alarm = inventory.change("cell.no_service", raiseOf("sim.absent"), after(hourMs + 1_000));
  assert.equal([alarm.id, alarm.occurrences, alarm.was[0]?.fault], [2, 2, "cell.no_service"]);
  const rest = inventory.of("cell.no_service");
  assert.equal([rest?.id, rest?.isCleared, rest?.occurrences, rest?.raises.length], [1, true, 1, 1]);
  assert.is(rest?.lastRaised.monoMs, after(0).monoMs);
});

test("every list has a bound, and what is dropped is counted; what lasts outlives what is over", () => {
  const inventory = new Inventory(nothingKept);
  inventory.raise(raiseOf("net.down"), after(0));
  for (let at = 1; at <= 20; at += 1) {
    inventory.clear("net.down", after(at * minuteMs));
    inventory.raise(raiseOf("net.down"), after(at * minuteMs + 1_000));
    inventory.operate(operation("ack"), after(at * minuteMs + 2_000));
  }
  const busy = inventory.of("net.down");
  assert.equal(
    [busy?.raises.length, busy?.changes.length, busy?.operations.length],
    [bounds.raises, bounds.changes, bounds.operations],
  );
  assert.is(busy?.changesDropped, 41 - bounds.changes);
  assert.is(busy?.occurrences, 21);
  for (let at = 0; at < bounds.alarms + 5; at += 1) {
    inventory.raise(raiseOf(`made.up_${at}`), after(hourMs + at));
    inventory.clear(`made.up_${at}`, after(hourMs + at));
  }
  assert.is(inventory.all().length, bounds.alarms);
  assert.is(inventory.kept().forgotten, 6);
  assert.ok(inventory.of("net.down"), "the one that lasts is still there");
  assert.is(inventory.of("made.up_0"), undefined);
});

test("what happened before the clock was set gets its date when it is", () => {
  const inventory = new Inventory(nothingKept);
  inventory.raise(raiseOf("net.down"), unset(0));
  inventory.date(unset(minuteMs));
  assert.is(inventory.of("net.down")?.created.wallMs, null);
  const { revision } = inventory;
  inventory.date(after(2 * minuteMs));
  const alarm = inventory.of("net.down");
  assert.equal([alarm?.created.wallMs, alarm?.raises[0]?.wallMs], [after(0).wallMs, after(0).wallMs]);
  assert.ok(inventory.revision > revision, "the date is worth being kept");
  inventory.date(after(3 * minuteMs));
  assert.is(inventory.revision, revision + 1);
});

test.run();
