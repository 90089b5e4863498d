/** How terminals of a fleet are written for people: times, places, colours. What terminals say must not steer the screen of whoever looks. */
import { textOf } from "../faults/text.ts";
import { handbookWords } from "../handbook/words.ts";
import type { Place } from "../model/record.ts";
import type { Language } from "../model/text.ts";
import type { FleetDoubt, FleetFault, FleetTerminal } from "../support/fleet-view.ts";
import { fleetWords } from "../support/fleet-view-words.ts";
import { unsureText } from "../support/unsure-text.ts";
import { duration } from "./table.ts";

export interface Reader {
  readonly language: Language;
  readonly colour: boolean;
  /** Wall clock of whoever reads. */
  readonly nowMs: number;
}

/** ECMA-48 SGR: red, yellow, dim. */
const colours: Readonly<Record<string, number>> = { critical: 31, major: 33, offline: 2 };

export function painted(line: string, kind: string | undefined, { colour }: Reader): string {
  const code = colour && kind !== undefined ? colours[kind] : undefined;
  return code === undefined ? line : `\u001b[${code}m${line}\u001b[0m`;
}

export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}/gu, "·");
}

export function placeText(place: Place, { language }: Reader): string {
  const { places, comma } = fleetWords[language];
  return Object.entries(place)
    .map(([name, value]) => `${places[name] ?? name} ${value}`)
    .join(comma);
}

export function spanText(fromMs: number, toMs: number, language: Language): string {
  return duration(Math.max(0, toMs - fromMs) / 1_000, language);
}

/** UTC, to the second. */
export function timeText(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.\d+Z$/, "Z");
}

export function severityText(severity: string, { language }: Reader): string {
  const words: Readonly<Record<string, string>> = handbookWords[language].severity;
  return words[severity] ?? severity;
}

/** Certainty is for those who stand at the terminal. */
export function percentText(probability: number): string {
  return `${Math.min(99, Math.round(probability * 100))} %`;
}

/** A fault that this version's catalogue does not know is told by its id. */
export function faultText({ fault, probability }: FleetFault, { language }: Reader): string {
  return `${textOf(fault, language).name || fault} (${fault}${fleetWords[language].comma}${percentText(probability)})`;
}

/** Since when only where it is not told elsewhere. */
export function doubtText(unsure: FleetDoubt, { language, nowMs }: Reader, withTime: boolean): string {
  const { sinceMs, candidates } = unsure;
  const since =
    withTime && sinceMs !== undefined ? `${timeText(sinceMs)} (${spanText(sinceMs, nowMs, language)})` : undefined;
  const nameOf = (fault: string) => textOf(fault, language).name || fault;
  return unsureText(candidates, { language, since, nameOf });
}

export function connectionText({ online, seenMs }: FleetTerminal, { language, nowMs }: Reader): string {
  const say = fleetWords[language];
  if (online === undefined) return say.unheard;
  if (online) return say.online;
  return seenMs === undefined ? say.offline : say.silent(spanText(seenMs, nowMs, language));
}
