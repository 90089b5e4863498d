/**
 * Ids as numbers: a usual fault is half as long with them. What a table does not have, a deployment's own or a newer catalogue's, is sent by
 * name; a number that this reader does not know reads as `unknown_<number>`.
 */
import { faultNumbers } from "../last-resort/fault-numbers.ts";
import { signNumbers } from "../last-resort/sign-numbers.ts";
import { signalNumbers } from "./signal-numbers.ts";
import { wordNumbers } from "./word-numbers.ts";

export interface NumberTable {
  /** Undefined for what has none. */
  numberOf(id: string): number | undefined;
  /** Empty for 0, which is what is not sent. */
  idOf(number: number): string;
}

function tableOf(ids: readonly string[]): NumberTable {
  const places = new Map(ids.map((id, place) => [id, place + 1]));
  return {
    numberOf: (id) => places.get(id),
    idOf: (number) => (number === 0 ? "" : (ids[number - 1] ?? `unknown_${number}`)),
  };
}

export const faultTable = tableOf(faultNumbers);
export const signTable = tableOf(signNumbers);
export const signalTable = tableOf(signalNumbers);
export const wordTable = tableOf(wordNumbers);
