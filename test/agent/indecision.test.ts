import { createIndecision } from "../../src/agent/indecision.ts";
import type { Diagnosis, Verdict } from "../../src/model/case.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("agent/indecision");

const verdict = (fault: string, probability: number): Verdict => ({
  ...{ fault, probability, severity: "major", party: [], evidence: [] },
});

function thought(
  atMs: number,
  unknown: boolean,
  names: Readonly<Record<string, number>> = { "host.down": 0.4 },
): Diagnosis {
  const verdicts = Object.entries(names).map(([fault, probability]) => verdict(fault, probability));
  return { atMs, progress: "none", verdicts, rivals: [], ruledOut: [], unknown, nextTests: [] };
}

const undecided = (atMs: number) => thought(atMs, true);
const decided = (atMs: number) => thought(atMs, false);

test("it is told when it has lasted for twenty seconds, with its beginning", () => {
  const indecision = createIndecision();
  indecision.note(undecided(1_000), false);
  assert.is(indecision.now(20_999), undefined);
  assert.is(indecision.now(21_000)?.sinceMs, 1_000);
});

test("a break of up to five seconds neither ends it nor counts as indecision", () => {
  const indecision = createIndecision();
  indecision.note(undecided(0), false);
  indecision.note(decided(18_000), false);
  assert.is(indecision.now(22_000), undefined);
  indecision.note(undecided(23_000), false);
  assert.is(indecision.now(23_000)?.sinceMs, 0);
  indecision.note(decided(30_000), false);
  assert.is(indecision.now(35_000)?.sinceMs, 0);
  assert.is(indecision.now(35_001), undefined);
});

test("after a longer break it begins anew", () => {
  const indecision = createIndecision();
  indecision.note(undecided(0), false);
  indecision.note(decided(30_000), false);
  indecision.note(decided(34_000), false);
  indecision.note(undecided(36_000), false);
  assert.is(indecision.now(55_000), undefined);
  assert.is(indecision.now(56_000)?.sinceMs, 36_000);
});

test("a case that opens ends it at once", () => {
  const indecision = createIndecision();
  indecision.note(undecided(0), false);
  indecision.note(decided(30_000), true);
  assert.is(indecision.now(30_000), undefined);
});

test("between what is no more than a warning nobody has to choose; where nothing has a name, somebody has to look", () => {
  const indecision = createIndecision();
  const [warning] = thought(0, true, { "operator.cancelled_or_timeout": 0.45 }).verdicts;
  const trifle = { ...undecided(0), verdicts: warning ? [{ ...warning, severity: "warning" as const }] : [] };
  indecision.note(trifle, false);
  assert.is(indecision.now(60_000), undefined);
  indecision.note(thought(60_000, true, {}), false);
  assert.equal(indecision.now(80_000), { sinceMs: 60_000, candidates: [] });
});

test("an approved payment ends it, whatever is still remembered, and the next failure begins it anew", () => {
  const indecision = createIndecision();
  indecision.note(undecided(0), false);
  assert.is(indecision.now(20_000)?.sinceMs, 0);
  indecision.note({ ...undecided(21_000), progress: "approved" }, false);
  assert.is(indecision.now(26_001), undefined);
  indecision.note({ ...undecided(30_000), progress: "sent_no_answer" }, false);
  assert.is(indecision.now(49_999), undefined);
  assert.is(indecision.now(50_000)?.sinceMs, 30_000);
});

test("the four likeliest candidates are named, the likeliest first", () => {
  const indecision = createIndecision();
  const named = { "unlisted.power": 0.1, "host.down": 0.2, "net.down": 0.3 };
  const rivals = [
    { fault: "dns.fail", probability: 0.25 },
    { fault: "sim.absent", probability: 0.15 },
  ];
  indecision.note({ ...thought(0, true, named), rivals }, false);
  const faults = indecision.now(20_000)?.candidates.map(({ fault }) => fault);
  assert.equal(faults, ["net.down", "dns.fail", "host.down", "sim.absent"]);
});

test.run();
