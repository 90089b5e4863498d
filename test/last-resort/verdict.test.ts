import { faultNumber, signNumber, unnumbered } from "../../src/last-resort/numbers.ts";
import { contentOf, type Occasion } from "../../src/last-resort/verdict.ts";
import type { Case, Diagnosis, Verdict } from "../../src/model/case.ts";
import { assert, suite } from "../front-door/suite.ts";
import { nowMinutes, nowMs, terminal } from "./bench.ts";

const test = suite("a verdict for a code");

const sign = (id: string) => ({ id, readings: [], weight: 1 });

function verdict(fault: string, probability: number, ids: readonly string[] = []): Verdict {
  return { fault, probability, severity: "critical", party: ["merchant"], evidence: ids.map(sign) };
}

const diagnosis = (...verdicts: readonly Verdict[]): Diagnosis => ({
  ...{ atMs: 0, progress: "none", verdicts, rivals: [], ruledOut: [], unknown: false, nextTests: [] },
});

function opened(fault: string, openedAtMs: number): Case {
  return { id: 1, verdict: verdict(fault, 1), ruledOut: [], openedAtMs, changedAtMs: openedAtMs, occurrence: 1 };
}

const occasion: Occasion = {
  ...{ terminal, boot: "00112233445566fe", cases: [], nowMs: 5_000_000 },
  ...{ wallMs: nowMs, uptimeMs: 5_000_000, clock: "ntp" },
};

test("the first verdict is told, with its three strongest signs, its certainty and its age", () => {
  const first = verdict("sim.absent", 0.987, ["sim_absent", "paper_out", "nobody_knows_this", "modem_silent"]);
  const cases = [opened("host.down", 0), opened("sim.absent", 5_000_000 - 130_000)];
  const told = contentOf(diagnosis(first, verdict("printer.paper_out", 0.9)), { ...occasion, cases });
  assert.equal([told.fault, told.chance, told.age], [faultNumber("sim.absent"), 6, 2]);
  assert.equal(told.evidence.slice(0, 2), [signNumber("sim_absent"), signNumber("paper_out")]);
  assert.ok(told.evidence.length <= 3 && told.evidence.every((number) => number > 0));
  assert.equal([told.isKnown, told.minutes, told.clock, told.boot], [true, nowMinutes, 2, 14]);
});

test("candidates are told as such; no verdict is 'nothing is wrong'; what has no number says that", () => {
  const unsure = contentOf({ ...diagnosis(verdict("sim.absent", 0.4)), unknown: true }, occasion);
  assert.equal([unsure.isKnown, unsure.chance, unsure.age], [false, 1, 0]);
  assert.equal([contentOf(diagnosis(), occasion).fault, contentOf(diagnosis(), occasion).isKnown], [0, true]);
  assert.is(contentOf(diagnosis(verdict("moon.full", 0.9)), occasion).fault, unnumbered);
});

test("a boot id that is none is no reason to fail", () => {
  assert.is(contentOf(diagnosis(), { ...occasion, boot: "" }).boot, 0);
});

test.run();
