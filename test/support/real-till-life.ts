/** A story of the till, quickly, with the real agent: what the merchant reads after each payment. */
import { createDice } from "../../hw-sim/random.ts";
import type { Program } from "../../hw-sim/rig/program.ts";
import { createCrowd } from "../../hw-sim/shop/crowd.ts";
import type { ShopState } from "../../hw-sim/shop/state.ts";
import type { Story } from "../scenarios/till/story.ts";
import { statusOf } from "./agent-view.ts";
import { openRealTill, type RealTill } from "./real-till.ts";
import { liveStory, type Plan, type TillLife } from "./till-life.ts";
import type { TillEars, TillPlace } from "./till-place.ts";

export interface RealTillLife extends TillLife {
  /** What stood first at the last look, where it was likelier than not. */
  readonly first: string | undefined;
  /** What the agent's log said last. */
  readonly log: readonly string[];
}

/** What the agent sees for itself, by looking every five seconds. */
const ofBody: readonly (keyof ShopState)[] = [
  "supply",
  "battery",
  "battery_pct",
  "emi",
  "os_version",
  "storage_free_mb",
];
/** So long until the next customer where that is so; the others come at once. */
const bodyLullMs = 5_500;
const usualLullMs = 200;
/** More where a pattern takes more; nobody comes after the repair: evidence ages by minutes, whatever the pace of payments. */
const fewDuring = 10;
const manyDuring = 16;
const before = 4;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function planOf({ within = 1 }: Story, seed: number): Plan {
  return { seed, before, during: within > fewDuring / 2 ? manyDuring : fewDuring, after: 0 };
}

function lullOf({ shop }: Story): number {
  return ofBody.some((part) => shop?.[part] !== undefined) ? bodyLullMs : usualLullMs;
}

interface Counter {
  readonly till: RealTill;
  readonly seed: number;
  readonly lullMs: number;
}

function placeOf({ till, seed, lullMs }: Counter, { noteCase }: TillEars): TillPlace {
  const { shop, bank, door, look } = till;
  const open = async () => (await statusOf(door)).cases.map(({ fault }) => fault);
  let isWell = true;
  return {
    ...{ shop, bank, crowd: createCrowd(createDice(seed, "crowd")), look, left: open },
    // What happened to one customer stays true of him: at this pace no news is old.
    nowMs: () => performance.now(),
    lull: async () => {
      await pause(isWell ? usualLullMs : lullMs);
      if (isWell) for (const fault of await open()) noteCase(fault);
    },
    begun: async () => {
      isWell = false;
      await pause(lullMs);
    },
  };
}

/** Lives through one story at a till, and with an agent, of its own. Rejects only when the bench itself fails. */
export async function liveAtRealTill(story: Story, seed: number, program?: Program): Promise<RealTillLife> {
  const lullMs = lullOf(story);
  let till: RealTill | undefined;
  let first: string | undefined;
  try {
    const life = await liveStory(story, planOf(story, seed), async (ears) => {
      const morning = story.was ?? {};
      till = await openRealTill({ seed, was: morning, hear: ears.hear, ...(program && { program }) });
      const place = placeOf({ till, seed, lullMs }, ears);
      const look = async () => {
        const seen = await place.look();
        first = seen.unknown ? undefined : seen.verdicts[0]?.fault;
        return seen;
      };
      return { ...place, look };
    });
    return { ...life, first, log: till?.log() ?? [] };
  } finally {
    await till?.close();
  }
}
