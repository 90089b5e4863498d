/** What faults bring about in a world: every observation drawn on its own, causes before effects. */
import type { Random } from "../../src/base/random.ts";
import { chosen, type World } from "./world.ts";

/** `caused`: a fault brought it about; `leak`: it is seen for no reason that matters here. */
export type Origin = "caused" | "leak";

/** Observations that are true, by id. */
export type Shown = ReadonlyMap<string, Origin>;

export function drawShown(world: World, faults: readonly string[], random: Random): Shown {
  const on = new Map<string, Origin>();
  const spread = (effects: ReadonlyMap<string, number>, origin: Origin): void => {
    for (const [effect, p] of effects) {
      if (random() < p && on.get(effect) !== "caused") on.set(effect, origin);
    }
  };
  for (const fault of faults) spread(world.faults.get(fault)?.effects ?? new Map(), "caused");
  for (const [id, { effects, chance }] of world.conditions) {
    if (random() < chance && !on.has(id)) on.set(id, "leak");
    const origin = on.get(id);
    if (origin) spread(effects, origin);
  }
  for (const [id, leak] of world.leaks) if (random() < leak && !on.has(id)) on.set(id, "leak");
  return new Map([...on].filter(([id]) => world.leaks.has(id)));
}

/**
 * Without the leaks that would bring with them what is not there: that the amount is to blame for a refusal is only ever seen of
 * a refusal, however often the catalogue says that it is seen for no reason.
 */
export function withoutHollow(shown: Shown, implied: ReadonlyMap<string, readonly string[]>): Shown {
  const stands = ([id, origin]: readonly [string, Origin]) =>
    origin === "caused" || (implied.get(id) ?? []).every((other) => shown.has(other));
  return new Map([...shown].filter(stands));
}

const blipSize = 3;

/** Adds what no catalogue lists: some observations of one kind that are seen together, for no fault. */
export function withBlip(shown: Shown, kinds: ReadonlyMap<string, string>, random: Random): Shown {
  const kind = chosen([...new Set(kinds.values())], random);
  const members = [...kinds.keys()].filter((id) => kinds.get(id) === kind);
  const hit = Array.from({ length: blipSize }, () => chosen(members, random) ?? "");
  return new Map([...hit.map((id) => [id, "leak"] as const), ...shown]);
}
