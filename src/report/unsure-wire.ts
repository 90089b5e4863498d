/** Between which causes a terminal cannot choose, to the wire and back. */
import type { Rival } from "../model/case.ts";
import type { Unsure } from "../model/record.ts";
import { timeBefore } from "./case-received.ts";
import type { Cuts } from "./cuts.ts";
import { ageBefore, type Moment } from "./moment.ts";
import { faultTable } from "./numbers.ts";
import { whole } from "./range.ts";
import { identifier } from "./redact.ts";
import type { posdiag } from "./wire.js";

const mostCandidates = 4;

export function unsureToWire(unsure: Unsure, moment: Moment, cuts: Cuts): posdiag.v1.Unsure.$Properties {
  const age = ageBefore(moment, "unsure", unsure.sinceMs);
  return {
    ageS: age.s,
    ageMs: age.ms,
    candidates: cuts.take(unsure.candidates, mostCandidates).map(candidateToWire),
  };
}

function candidateToWire({ fault, probability }: Rival): posdiag.v1.Candidate.$Properties {
  const faultNumber = faultTable.numberOf(fault);
  return {
    ...(faultNumber ? { faultNumber } : { fault: identifier("fault", fault) }),
    probabilityE4: whole("probability", Math.round(probability * 10_000), [0, 10_000]),
  };
}

export function unsureFromWire(wire: posdiag.v1.Unsure.$Properties, monoMs: number): Unsure {
  return {
    sinceMs: timeBefore(monoMs, wire.ageS ?? 0, wire.ageMs ?? 0),
    candidates: (wire.candidates ?? []).map(({ fault, faultNumber, probabilityE4 }) => ({
      fault: fault || faultTable.idOf(faultNumber ?? 0),
      probability: (probabilityE4 ?? 0) / 10_000,
    })),
  };
}
