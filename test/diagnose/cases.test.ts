import { createCaseBook } from "../../src/diagnose/cases.ts";
import { catalogue } from "../../src/faults/index.ts";
import type { Diagnosis, Verdict } from "../../src/model/case.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the life of a case");

const pulled = reading("sim.state", "absent", 0);

/** An observation may say on how many readings it rests: `sim_absent ×2`. */
function verdict(fault: string, probability: number, observation: string): Verdict {
  const [id = "", reads = "4"] = observation.split(" ×");
  const readings = Array.from({ length: Number(reads) }, () => pulled);
  return {
    fault,
    probability,
    severity: "major",
    party: ["merchant"],
    evidence: [{ id, readings, weight: 3 }],
  };
}

function at(atMs: number, ...verdicts: readonly Verdict[]): Diagnosis {
  return { atMs, progress: "none", verdicts, rivals: [], ruledOut: [], unknown: false, nextTests: [] };
}

function seen(id: string, holds: boolean): Evidence {
  return { id, holds, sinceMs: 0, reads: 1, likelihood: { ifTrue: 1, ifFalse: 1 }, readings: [] };
}

const kinds = (events: readonly { kind: string }[]) => events.map(({ kind }) => kind);

test("opens a direct fault on two reads that agree, not on one", () => {
  const cases = createCaseBook(catalogue);
  assert.equal(cases.update(at(0, verdict("sim.absent", 0.99, "sim_absent ×1")), []), []);
  assert.equal(cases.update(at(600, verdict("sim.absent", 0.99, "sim_absent ×1")), []), []);
  assert.ok(cases.unsettled());
  assert.equal(kinds(cases.update(at(700, verdict("sim.absent", 0.99, "sim_absent ×2")), [])), ["opened"]);
  assert.not(cases.unsettled());
});

test("starts the wait again when certainty was broken", () => {
  const cases = createCaseBook(catalogue);
  cases.update(at(0, verdict("cell.signal_weak", 0.95, "signal_weak")), []);
  cases.update(at(10_000, verdict("cell.signal_weak", 0.6, "signal_weak")), []);
  assert.equal(cases.update(at(16_000, verdict("cell.signal_weak", 0.95, "signal_weak")), []), []);
  assert.equal(kinds(cases.update(at(31_000, verdict("cell.signal_weak", 0.95, "signal_weak")), [])), ["opened"]);
});

function withOpenSim() {
  const cases = createCaseBook(catalogue);
  cases.update(at(0, verdict("sim.absent", 0.99, "sim_absent")), []);
  cases.update(at(600, verdict("sim.absent", 0.99, "sim_absent")), []);
  return cases;
}

test("silence never closes a case", () => {
  const cases = withOpenSim();
  assert.equal(cases.update(at(60_000), []), []);
  assert.equal(cases.update(at(3_600_000), []), []);
  assert.is(cases.open().length, 1);
});

test("a fresh contrary reading closes it, after the wait and once", () => {
  const cases = withOpenSim();
  const back = [seen("sim_absent", false)];
  assert.equal(cases.update(at(10_000), back), []);
  assert.equal(cases.update(at(14_000), back), []);
  assert.equal(kinds(cases.update(at(15_000), back)), ["closed"]);
  assert.equal(cases.update(at(16_000), back), []);
  assert.is(cases.open().length, 0);
});

test("a contact that comes and goes is one case while it is open, and is counted when it opens again", () => {
  const cases = withOpenSim();
  cases.update(at(10_000), [seen("sim_absent", false)]);
  cases.update(at(12_000, verdict("sim.absent", 0.99, "sim_absent")), []);
  assert.equal(cases.update(at(16_000), [seen("sim_absent", false)]), []);
  cases.update(at(30_000), [seen("sim_absent", false)]);
  cases.update(at(40_000, verdict("sim.absent", 0.99, "sim_absent")), []);
  const [again] = cases.update(at(41_000, verdict("sim.absent", 0.99, "sim_absent")), []);
  assert.is(again?.case.occurrence, 2);
});

test("the same signs under a better name change the case instead of closing one and opening another", () => {
  const cases = createCaseBook(catalogue);
  cases.update(at(0, verdict("unlisted.no_path", 0.95, "dns_failed")), []);
  cases.update(at(20_000, verdict("unlisted.no_path", 0.95, "dns_failed")), []);
  cases.update(at(30_000, verdict("net.apn_wrong", 0.97, "dns_failed")), []);
  const events = cases.update(at(31_000, verdict("net.apn_wrong", 0.97, "dns_failed")), []);
  assert.equal(kinds(events), ["changed"]);
  assert.equal(
    cases.open().map((open) => [open.id, open.verdict.fault]),
    [[1, "net.apn_wrong"]],
  );
});

test("new evidence for the same fault is told as a change, the same evidence is not told twice", () => {
  const cases = withOpenSim();
  assert.equal(cases.update(at(5_000, verdict("sim.absent", 0.97, "sim_absent")), []), []);
  const more = {
    ...verdict("sim.absent", 0.99, "sim_absent"),
    evidence: [{ id: "bearer_down", readings: [pulled], weight: 1 }],
  };
  assert.equal(kinds(cases.update(at(6_000, more), [])), ["changed"]);
});

test.run();
