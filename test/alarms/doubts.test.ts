import { Doubts, type Seen } from "../../src/alarms/doubts.ts";
import { Inventory, nothingKept } from "../../src/alarms/inventory.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { assert, suite } from "../front-door/suite.ts";
import { after, caseOf, hourMs, raiseOf } from "./samples.ts";

const test = suite("alarms/doubts");

const sign = (id: string, holds: boolean): Evidence => ({
  ...{ id, holds, sinceMs: 0, reads: 3, readings: [] },
  likelihood: { ifTrue: holds ? 1 : 0.001, ifFalse: holds ? 0.001 : 1 },
});

function seen(evidence: readonly Evidence[], probability = 0): Seen {
  const { verdict } = caseOf("sim.absent");
  const verdicts = probability > 0 ? [{ ...verdict, probability }] : [];
  const quiet = { progress: "none", rivals: [], ruledOut: [], unknown: false, nextTests: [] } as const;
  return { evidence, diagnosis: { ...quiet, atMs: 0, verdicts } };
}

/** The agent was started again while the SIM was missing. */
function restarted() {
  const before = new Inventory(nothingKept);
  before.raise(raiseOf("sim.absent", "critical", ["sim_absent"]), after(0));
  before.raise(raiseOf("printer.fault"), after(0));
  before.clear("printer.fault", after(1));
  const inventory = new Inventory(before.kept());
  return { inventory, doubts: new Doubts(inventory) };
}

test("what was open is open and not confirmed, what was over is over; silence never clears", () => {
  const { inventory, doubts } = restarted();
  const alarm = inventory.of("sim.absent");
  assert.equal([alarm?.isCleared, alarm?.isConfirmed], [false, false]);
  assert.equal([inventory.of("printer.fault")?.isCleared, inventory.of("printer.fault")?.isConfirmed], [true, true]);
  for (let hour = 0; hour < 48; hour += 1) doubts.settle(seen([sign("other", false)]), [], after(hour * hourMs));
  assert.is(inventory.of("sim.absent")?.isCleared, false);
});

test("the evidence that says it again confirms it: no new raise, and the count goes on", () => {
  const { inventory } = restarted();
  const alarm = inventory.raise(raiseOf("sim.absent", "critical"), after(hourMs));
  assert.equal([alarm.id, alarm.isConfirmed, alarm.occurrences, alarm.raises.length], [1, true, 1, 1]);
  inventory.clear("sim.absent", after(2 * hourMs));
  assert.is(inventory.raise(raiseOf("sim.absent"), after(3 * hourMs)).occurrences, 2);
});

test("a fresh sign to the contrary clears it, after as long as a case would take", () => {
  const { inventory, doubts } = restarted();
  const contrary = seen([sign("sim_absent", false)]);
  doubts.settle(contrary, [], after(0));
  doubts.settle(contrary, [], after(19_999));
  assert.is(inventory.of("sim.absent")?.isCleared, false);
  doubts.settle(contrary, [], after(20_000));
  const alarm = inventory.of("sim.absent");
  assert.equal([alarm?.isCleared, alarm?.isConfirmed, alarm?.changes.at(-1)?.severity], [true, true, "cleared"]);
});

test("while it is likely it is not cleared, and the time begins anew", () => {
  const { inventory, doubts } = restarted();
  doubts.settle(seen([sign("sim_absent", false)]), [], after(0));
  doubts.settle(seen([sign("sim_absent", false)], 0.4), [], after(15_000));
  doubts.settle(seen([sign("sim_absent", false)]), [], after(20_000));
  assert.is(inventory.of("sim.absent")?.isCleared, false);
});

test("another cause that explains the same signs ends it as well", () => {
  const { inventory, doubts } = restarted();
  const rival = caseOf("sim.contact_bad", { signs: ["sim_absent"] });
  for (const ms of [0, 20_000]) doubts.settle(seen([sign("sim_absent", true)]), [rival], after(ms));
  assert.is(inventory.of("sim.absent")?.isCleared, true);
});

test.run();
