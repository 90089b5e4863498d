/**
 * What somebody reads off the screen. Where the application itself told how the payment ended, the screen says the same once
 * more, and later than it was true; where it told nothing, it is all there is.
 */
import { hindranceOf } from "../codes/prompts.ts";
import { refusalOnScreen } from "../codes/refusal-words.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { Happening } from "./happening.ts";

/** So long the words on the screen are about the last payment. */
const aboutMs = 3_600_000;

function isTold({ said }: Happening): boolean {
  const outcome = said("txn.outcome");
  const answered = said("txn.rc") !== undefined || outcome === "approved";
  return answered || said("txn.hindrance") !== undefined;
}

/** Declined, and nobody told why. */
function isUnexplained(happenings: readonly Happening[]): boolean {
  const declined = happenings.findLast(({ said }) => said("txn.outcome") === "declined");
  const own = happenings.filter(({ payment }) => payment === declined?.payment);
  return (
    declined !== undefined &&
    !own.some(({ said }) => (said("txn.rc") ?? said("txn.hindrance") ?? said("txn.rc_text")) !== undefined)
  );
}

/** The words as the application would have told them; undefined where it has, or where no wording is known. */
export function screenReading({ value, atMs }: Reading, happenings: readonly Happening[]): Reading | undefined {
  if (typeof value !== "string") return undefined;
  const recent = happenings.filter((happening) => atMs - happening.atMs <= aboutMs);
  if (recent.some(isTold) && !isUnexplained(recent)) return undefined;
  const hindrance = hindranceOf(value);
  if (hindrance !== undefined) return reading("txn.hindrance", hindrance, atMs);
  return refusalOnScreen(value) === undefined ? undefined : reading("txn.rc_text", value, atMs);
}
