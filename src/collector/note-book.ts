/** Which refusals are written down for people: a forger could write a book. What is left out is counted all the same. */
import { createBucket } from "../base/bucket.ts";
import type { Refusal } from "./arrival.ts";

/** Something that people should be able to look up. */
export interface Note {
  readonly what: string;
  readonly detail: string;
}

export interface NoteBook {
  of(refusals: readonly Refusal[], nowMs: number): readonly Note[];
}

const noted: ReadonlySet<string> = new Set(["forged", "card_data"]);
const burst = 50;
const perSecond = 1 / 60;

export function createNoteBook(): NoteBook {
  const bucket = createBucket(burst, perSecond);
  return {
    of: (refusals, nowMs) =>
      refusals
        .filter(({ reason }) => noted.has(reason) && bucket.take(nowMs))
        .map(({ reason, from, claims }) => {
          const place = from ? { terminal: `${from.tenant}/${from.serial}`, leaf: from.leaf } : {};
          return { what: `refused.${reason}`, detail: JSON.stringify({ ...place, ...(claims ? { claims } : {}) }) };
        }),
  };
}
