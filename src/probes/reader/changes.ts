/** What happened at a reader between two looks at it. */
import type { ReaderState } from "./states.ts";

/** Values of the signal `reader.icc_event` that pcscd can tell. */
export type IccEvent = "inserted" | "mute" | "powered" | "removed";

/**
 * Events between two looks at one reader, oldest first. The counter tells of a card that was swapped, or was in and out
 * again, between them; of several such, one is told. Both looks must be of one pcscd: its counter begins anew with it.
 */
export function changes(before: ReaderState, now: ReaderState): readonly IccEvent[] {
  const moved = before.events !== now.events;
  const found: IccEvent[] = [];
  if (moved && before.present) found.push("removed");
  if (moved && now.present) found.push("inserted");
  if (moved && !before.present && !now.present) found.push("inserted", "removed");
  if (now.mute && (moved || !before.mute)) found.push("mute");
  if (now.present && now.powered && (moved || !before.powered)) found.push("powered");
  return found;
}
