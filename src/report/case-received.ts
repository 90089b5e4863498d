/** Wire to model: readings, verdicts and cases. Places that point outside the list of readings are passed over. */
import type { Case, RuledOut, Support, Verdict } from "../model/case.ts";
import type { Reading } from "../model/reading.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { faultTable, signalTable, signTable, wordTable } from "./numbers.ts";
import type { Received } from "./received.ts";
import type { posdiag } from "./wire.js";
import { parties, qualities, severities, wordOf } from "./words.ts";

type Readings = readonly Received<Reading>[];

/** Monotonic milliseconds of something so long before the moment. */
export function timeBefore(monoMs: number, ageS: number, ageMs: number): number {
  return monoMs - ageS * 1000 - ageMs;
}

export function readingsFromWire(wire: readonly posdiag.v1.Reading.$Properties[], monoMs: number): Readings {
  let signal = "";
  return wire.map((entry) => {
    signal = entry.signal || signalTable.idOf(entry.signalNumber ?? 0) || signal;
    const quality = wordOf(qualities, entry.quality ?? 0);
    const atMs = timeBefore(monoMs, entry.ageS ?? 0, entry.ageMs ?? 0);
    return { signal, value: valueFromWire(entry), atMs, quality };
  });
}

function valueFromWire(entry: posdiag.v1.Reading.$Properties): Scalar | undefined {
  const word = entry.wordNumber ? wordTable.idOf(entry.wordNumber) : entry.word;
  const value = entry.whole ?? entry.number ?? entry.flag ?? word ?? undefined;
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

export function readingsAt(places: readonly number[] | null | undefined, readings: Readings): Readings {
  return (places ?? []).flatMap((place) => readings[place] ?? []);
}

export function caseFromWire(wire: posdiag.v1.Case.$Properties, readings: Readings, monoMs: number): Received<Case> {
  return {
    id: wire.id ?? 0,
    verdict: verdictFromWire(wire.verdict ?? {}, readings),
    ruledOut: (wire.ruledOut ?? []).flatMap((group) => ruledOutFromWire(group, readings)),
    openedAtMs: timeBefore(monoMs, wire.openedAgeS ?? 0, wire.openedAgeMs ?? 0),
    changedAtMs: timeBefore(monoMs, wire.changedAgeS ?? 0, wire.changedAgeMs ?? 0),
    occurrence: wire.occurrence ?? 0,
  };
}

function verdictFromWire(wire: posdiag.v1.Verdict.$Properties, readings: Readings): Received<Verdict> {
  return {
    fault: wire.fault || faultTable.idOf(wire.faultNumber ?? 0),
    probability: (wire.probabilityE4 ?? 0) / 10_000,
    severity: wordOf(severities, wire.severity ?? 0),
    party: (wire.party ?? []).map((party) => wordOf(parties, party)),
    evidence: (wire.evidence ?? []).map((entry) => supportFromWire(entry, readings)),
  };
}

function supportFromWire(wire: posdiag.v1.Evidence.$Properties, readings: Readings): Received<Support> {
  return {
    id: wire.id || signTable.idOf(wire.number ?? 0),
    readings: readingsAt(wire.readings, readings),
    weight: (wire.weightCentinat ?? 0) / 100,
  };
}

function ruledOutFromWire(wire: posdiag.v1.RuledOut.$Properties, readings: Readings): readonly Received<RuledOut>[] {
  const shared = {
    because: wire.because || signTable.idOf(wire.becauseNumber ?? 0),
    holds: wire.holds ?? false,
    readings: readingsAt(wire.readings, readings),
  };
  const faults = [...(wire.faultNumbers ?? []).map(faultTable.idOf), ...(wire.faults ?? [])];
  return faults.map((fault) => ({ fault, ...shared }));
}
