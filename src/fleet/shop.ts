/** A shop with a dead router is not swept into an outage that happens at the same time. */
import type { Roll } from "./roll.ts";
import { isWithin, type Scope } from "./scope.ts";
import type { Slot } from "./slot.ts";

/** What begins so near in one shop may have one cause; who has failed for longer, or is off, says nothing. */
const togetherMs = 900_000;
const most = 0.6;

/** Undefined: it says nothing. */
function failsToo(mate: Slot, aboutMs: number): boolean | undefined {
  if (mate.online === undefined) return undefined;
  const { sinceMs } = mate.views.way;
  if (sinceMs === undefined) return false;
  return Math.abs(sinceMs - aboutMs) <= togetherMs ? true : undefined;
}

/**
 * Whether it fails because its whole shop does, and not because of this carrier: a terminal beside it blames the shop's line or supply,
 * or most of those beside it that have another carrier or none fail as well. Its own radio's word goes before that.
 */
export function isShopsOwn(roll: Roll, slot: Slot, scope: Scope): boolean {
  const { sinceMs } = slot.views.way;
  if (slot.troubles.radio > 0 || sinceMs === undefined) return false;
  const others: boolean[] = [];
  for (const mate of roll.shopmates(slot)) {
    if (mate.troubles.line + mate.troubles.power > 0 && failsToo(mate, sinceMs) === true) return true;
    const fails = isWithin(mate.member, scope) ? undefined : failsToo(mate, sinceMs);
    if (fails !== undefined) others.push(fails);
  }
  return others.length > 0 && others.filter(Boolean).length >= most * others.length;
}
