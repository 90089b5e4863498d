/** Whether somebody complains, by a log that was handed in: said in words, or plain from how the payments ended. */
import { asksWhy, isReassuring } from "../codes/reassurance.ts";
import { type Reading, reading } from "../model/reading.ts";

const inWords = ({ signal }: Reading): boolean => signal === "operator.report" || signal === "operator.screen_text";

const ofPayments = ({ signal }: Reading): boolean => signal === "txn.rc" || signal === "txn.outcome";
const isApproved = ({ value }: Reading): boolean => value === "00" || value === "approved";
const gotNoAnswer = ({ value }: Reading): boolean => value === "timeout" || value === "aborted" || value === "unknown";

/** Whether the last payment went through. */
export function sellsAgain(readings: readonly Reading[]): boolean {
  const last = readings
    .filter(ofPayments)
    .toSorted((a, b) => a.atMs - b.atMs)
    .at(-1);
  return last !== undefined && isApproved(last);
}

/** So many payments that went through, and what was before is nobody's question. */
const enough = 2;
/** A code and the outcome of one payment are one. */
const togetherMs = 10_000;

/** How many payments went through after an instant and after the last that did not. */
function soldSince(readings: readonly Reading[], sinceMs: number): number {
  const ends = readings.filter(ofPayments).toSorted((a, b) => a.atMs - b.atMs);
  const sold = ends.slice(ends.findLastIndex((each) => !isApproved(each)) + 1);
  const apart = sold.filter(({ atMs }, at) => at === 0 || atMs - (sold[at - 1]?.atMs ?? 0) > togetherMs);
  return apart.filter(({ atMs }) => atMs > sinceMs).length;
}

/** Somebody says that all is well, and the last payment bears it out; or nobody says a word, and several do. */
export function isAllWell(readings: readonly Reading[]): boolean {
  const words = readings.filter(inWords).at(-1);
  if (words === undefined) return soldSince(readings, Number.NEGATIVE_INFINITY) >= enough;
  return isReassuring(String(words.value)) && sellsAgain(readings);
}

/** A trouble that ended then is nobody's question any more: several have paid since, and nobody reads it off the screen or asks why. */
export function isForgotten(readings: readonly Reading[], endedMs: number): boolean {
  const isAsked = readings.some(
    ({ signal, value }) =>
      signal === "operator.screen_text" || (signal === "operator.report" && asksWhy(String(value))),
  );
  return !isAsked && soldSince(readings, endedMs + togetherMs) >= enough;
}

/** Where all was sold, and nobody says a word, there is perhaps no reason to ask. */
export function isComplained(readings: readonly Reading[]): boolean {
  if (isAllWell(readings)) return false;
  return readings.some((each) => inWords(each) || (ofPayments(each) && gotNoAnswer(each))) || !sellsAgain(readings);
}

/** The complaint as of the beginning, so that priors are those of an incident; nothing where there is none. */
export function complaintIn(readings: readonly Reading[]): readonly Reading[] {
  if (!isComplained(readings)) return [];
  const firstMs = readings.reduce((first, { atMs }) => Math.min(first, atMs), Number.POSITIVE_INFINITY);
  const words = readings.find(inWords);
  return [words ? { ...words, atMs: firstMs } : reading("operator.report", "?", firstMs)];
}
