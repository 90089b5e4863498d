/**
 * What a chip's status word says of the card: ISO/IEC 7816-4 table 6, EMV Book 1 and 3. Words that are normal on the way
 * through a transaction (6A82 on the payment environment, 6A83 at the end of a record list) say nothing.
 */
import type { CardFinding } from "../model/signals/meanings.ts";

const byWord: Readonly<Record<string, CardFinding>> = {
  "6281": "memory_fault",
  "6283": "blocked",
  "6284": "data_error",
  "6285": "blocked",
  "62A4": "blocked",
  "63C0": "pin_blocked",
  "6400": "memory_fault",
  "6401": "line_error",
  "6581": "memory_fault",
  "6700": "program_error",
  "6900": "blocked",
  "6981": "data_error",
  "6982": "blocked",
  "6983": "pin_blocked",
  "6984": "pin_blocked",
  "6985": "blocked",
  "6986": "no_application",
  "6A80": "authentication_failed",
  "6A81": "blocked",
  "6A82": "no_application",
  "6A84": "data_error",
  "6A86": "program_error",
  "6A88": "data_error",
  "6D00": "no_application",
  "6E00": "no_application",
  "6F00": "memory_fault",
  "6FFF": "memory_fault",
};

/** `word`: four hex digits. 63C1 to 63CF: a wrong offline PIN with that many tries left. */
export function findingOfStatusWord(word: string): CardFinding | undefined {
  return byWord[word] ?? (/^63C[1-9A-F]$/.test(word) ? "pin_wrong" : undefined);
}
