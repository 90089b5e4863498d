/** Cases as lanes of a timeline. */
import type { CaseView } from "../../src/console/api.ts";
import { lanesOf } from "../../src/web/lanes.ts";
import { assert, suite } from "../front-door/suite.ts";

const lanes = suite("lanes");

function oneCase(fault: string, openedMs: number, closedMs: number | null): CaseView {
  const nothing = {
    do: [],
    doNot: [],
    party: [],
    evidence: [],
    ruledOut: [],
    snapshot: [],
    say: "",
    family: "",
    severityName: "",
  };
  const numbers = { id: openedMs, probability: 0.9, severity: 2, occurrence: 1, raisesDay: null } as const;
  return { ...nothing, ...numbers, fault, name: fault, openedMs, changedMs: openedMs, closedMs };
}

const span = { fromMs: 100, toMs: 200 };

lanes("are one a fault, open ones first, then those that ended last", () => {
  const cases = [oneCase("a", 110, 120), oneCase("b", 130, 150), oneCase("c", 150, null), oneCase("a", 140, 145)];
  const found = lanesOf(cases, span);
  assert.equal(
    found.map(({ fault, bars }) => [fault, bars.length]),
    [
      ["c", 1],
      ["b", 1],
      ["a", 2],
    ],
  );
  assert.equal(
    found[0]?.bars.map(({ from, to, isOpen }) => [from, to, isOpen]),
    [[0.5, 1, true]],
  );
});

lanes("are cut to the span, and have nothing from outside of it", () => {
  const found = lanesOf([oneCase("long", 0, 150), oneCase("before", 0, 99), oneCase("after", 200, 250)], span);
  assert.equal(
    found.map(({ fault, bars }) => [fault, bars[0]?.from, bars[0]?.to]),
    [["long", 0, 0.5]],
  );
});

lanes.run();
