/**
 * What may leave the terminal, as an allow list: values of signals whose shape is closed (a number in range, a flag, one
 * of named words, a text with a pattern), and never a run of digits as long as the shortest card number.
 */
import { AgentError } from "../base/errors.ts";
import { findCardData } from "../card-data/find.ts";
import { maskLongRuns } from "../card-data/long-run.ts";
import type { Reading } from "../model/reading.ts";
import { isPlausible, signals } from "../model/signal.ts";

/** Nothing of ours has so many in a row, whatever the check digit says. */
const longDigitRun = /\d{12}/;

/** Whether a reading's value may be sent: its shape is closed, it fits, and it holds no long run of digits. */
export function mayLeave(reading: Reading): boolean {
  const { shape } = signals[reading.signal];
  if (shape.kind === "text" && !shape.pattern) return false;
  if (reading.value === undefined) return true;
  if (!isPlausible(reading.signal, reading.value)) return false;
  return typeof reading.value !== "string" || isWord(reading.value);
}

function isWord(text: string): boolean {
  return /^[!-~]{1,32}$/.test(text) && !longDigitRun.test(text);
}

/** Whether a text can be an identifier on the wire: 1..64 printable ASCII characters, no space, no long run of digits. */
export function isIdentifier(text: string): boolean {
  return /^[!-~]{1,64}$/.test(text) && !longDigitRun.test(text);
}

/** An identifier of our own tables, or RECORD_INVALID; the text itself is not repeated in the error. */
export function identifier(field: string, text: string): string {
  if (isIdentifier(text)) return text;
  throw new AgentError("RECORD_INVALID", `${field} is not an identifier`);
}

/** What a modem says of itself: printable ASCII, at most 64 characters, long digit runs (an IMEI) masked; or nothing. */
export function maskedText(text: string): string {
  const masked = maskLongRuns(text.replace(/[^ -~]/g, "?")).slice(0, 64);
  return findCardData(masked) === undefined ? masked : "";
}
