/** Ids ⇄ numbers. */
import { mostFaults } from "./content.ts";
import { faultNumbers } from "./fault-numbers.ts";
import { signNumbers } from "./sign-numbers.ts";

/** Something is wrong that this version of the program has no number for. */
export const unnumbered = mostFaults;

export function faultNumber(id: string): number {
  const at = faultNumbers.indexOf(id);
  return at < 0 ? unnumbered : at + 1;
}

/** Undefined for a number that this version does not know. */
export const faultOf = (number: number): string | undefined => faultNumbers[number - 1];

/** 0, which is "none", where there is no number. */
export const signNumber = (id: string): number => signNumbers.indexOf(id) + 1;

export const signIdOf = (number: number): string | undefined => signNumbers[number - 1];
