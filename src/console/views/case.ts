/** A case for people: its verdict in words, with which evidence, what was ruled out, who must act. */

import { signOf } from "../../faults/text.ts";
import { handbookWords } from "../../handbook/words.ts";
import type { CaseDetail, KeptReading, RuledOutGroup } from "../../store/case-detail.ts";
import { fieldOf, listOf, numberOf, parsed } from "../../store/stored-json.ts";
import type { CaseView, ReadingView } from "../api.ts";
import { familyIn, rankOf, severityNames } from "../fault-name.ts";
import { signalName, signalUnit } from "../texts/signal-name.ts";
import type { Telling } from "./row.ts";

export interface StoredCase {
  readonly id: number;
  readonly fault: string;
  readonly severity: number;
  readonly probability: number;
  readonly opened_ms: number;
  readonly changed_ms: number;
  readonly closed_ms: number | null;
  readonly occurrence: number;
  readonly raises_day: number | null;
  readonly detail: string;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const textsOf = (value: unknown): readonly string[] => listOf(value).filter((each) => typeof each === "string");

function readingOf(stored: unknown): KeptReading {
  const value = fieldOf(stored, "value");
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return {
    signal: textOf(fieldOf(stored, "signal")),
    value: isScalar ? value : undefined,
    atMs: numberOf(fieldOf(stored, "atMs")),
    quality: textOf(fieldOf(stored, "quality")),
  };
}

const readingsOf = (value: unknown): readonly KeptReading[] => listOf(value).map(readingOf);

function ruledOutOf(stored: unknown): RuledOutGroup {
  return {
    because: textOf(fieldOf(stored, "because")),
    holds: fieldOf(stored, "holds") === true,
    faults: textsOf(fieldOf(stored, "faults")),
    readings: readingsOf(fieldOf(stored, "readings")),
  };
}

/** Whatever is stored; what is missing is empty. */
export function detailOf(text: string): CaseDetail {
  const stored = parsed(text);
  return {
    party: textsOf(fieldOf(stored, "party")),
    evidence: listOf(fieldOf(stored, "evidence")).map((each) => ({
      id: textOf(fieldOf(each, "id")),
      weight: numberOf(fieldOf(each, "weight")),
      readings: readingsOf(fieldOf(each, "readings")),
    })),
    ruledOut: listOf(fieldOf(stored, "ruledOut")).map(ruledOutOf),
    snapshot: readingsOf(fieldOf(stored, "snapshot")),
  };
}

/** Instants are of the terminal's monotonic clock; the newest of them is when the case was told. */
function newestOf({ evidence, snapshot, ruledOut }: CaseDetail): number {
  const all = [...evidence, ...ruledOut].flatMap(({ readings }) => readings);
  return Math.max(0, ...[...all, ...snapshot].map(({ atMs }) => atMs));
}

function viewReadings(readings: readonly KeptReading[], newestMs: number, { language }: Telling): ReadingView[] {
  return readings.map(({ signal, value, atMs, quality }) => ({
    ...{ signal, name: signalName(signal, language), unit: signalUnit(signal), quality },
    value: value ?? null,
    ageMs: atMs > 0 ? newestMs - atMs : null,
  }));
}

function partyName(id: string, { language }: Telling): string {
  const names: Readonly<Record<string, string>> = handbookWords[language].party;
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

export function viewCase(row: StoredCase, telling: Telling): CaseView {
  const { language, texts } = telling;
  const detail = detailOf(row.detail);
  const newestMs = newestOf(detail);
  const { name, say, do: todo, doNot } = texts.textOf(row.fault, language);
  const severity = severityNames[rankOf(row.severity)];
  const names = (faults: readonly string[]) => faults.map((fault) => texts.textOf(fault, language).name);
  return {
    ...{ id: row.id, fault: row.fault, name, say, do: todo, doNot, family: familyIn(row.fault) },
    probability: row.probability,
    severity: rankOf(row.severity),
    severityName: severity === "none" ? "" : handbookWords[language].severity[severity],
    party: detail.party.map((id) => ({ id, name: partyName(id, telling) })),
    ...{ openedMs: row.opened_ms, changedMs: row.changed_ms, closedMs: row.closed_ms },
    ...{ occurrence: row.occurrence, raisesDay: row.raises_day },
    evidence: detail.evidence.map(({ id, weight, readings }) => ({
      ...{ id, weight, text: signOf(id, true, language), readings: viewReadings(readings, newestMs, telling) },
    })),
    ruledOut: detail.ruledOut.map(({ because, holds, faults, readings }) => ({
      ...{ text: names(faults).join(language === "en" ? ", " : "、"), faults },
      because: signOf(because, holds, language),
      readings: viewReadings(readings, newestMs, telling),
    })),
    snapshot: viewReadings(detail.snapshot, newestMs, telling),
  };
}
