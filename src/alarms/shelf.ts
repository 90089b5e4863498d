/** What a person said of an alarm last, as it holds now. */
import type { Alarm, OperatorChange } from "./alarm.ts";
import { ageOf, type Now } from "./instant.ts";

const hourMs = 3_600_000;
const nothingSaid = { at: null, state: "none", by: null, note: "", hours: 0 } as const;

export interface Standing extends Omit<OperatorChange, "at" | "by"> {
  /** Null when nobody has said anything. */
  readonly at: OperatorChange["at"] | null;
  readonly by: OperatorChange["by"] | null;
  /** Seconds that it stays on the shelf; null when it is on none. */
  readonly shelvedForS: number | null;
}

/** A shelf of which nobody knows since when it is used is over: better told twice than never. */
export function standingOf({ operations }: Alarm, now: Now): Standing {
  const said = operations.at(-1);
  if (said?.state !== "shelved") return { ...(said ?? nothingSaid), shelvedForS: null };
  const leftMs = said.hours * hourMs - (ageOf(said.at, now) ?? Number.POSITIVE_INFINITY);
  if (leftMs <= 0) return { ...said, state: "un-shelved", hours: 0, shelvedForS: null };
  return { ...said, shelvedForS: Math.ceil(leftMs / 1_000) };
}
