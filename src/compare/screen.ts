/**
 * What somebody reads off the screen. Where the application itself told how the payment ended, the screen says the same once
 * more, and later than it was true; where it told nothing, it is all there is.
 */
import { hindranceOf } from "../codes/prompts.ts";
import { refusalOfText } from "../codes/wordings.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { Happening } from "./happening.ts";

/** So long the words on the screen are about the last payment. */
const aboutMs = 3_600_000;

function isTold({ said }: Happening): boolean {
  const outcome = said("txn.outcome");
  const answered = said("txn.rc") !== undefined || outcome === "approved" || outcome === "declined";
  return answered || said("txn.hindrance") !== undefined;
}

/** The words as the application would have told them; undefined where it has, or where no wording is known. */
export function screenReading({ value, atMs }: Reading, happenings: readonly Happening[]): Reading | undefined {
  if (typeof value !== "string") return undefined;
  if (happenings.some((happening) => atMs - happening.atMs <= aboutMs && isTold(happening))) return undefined;
  const hindrance = hindranceOf(value);
  if (hindrance !== undefined) return reading("txn.hindrance", hindrance, atMs);
  return refusalOfText(value) === undefined ? undefined : reading("txn.rc_text", value, atMs);
}
