/** How often links lost their carrier in the last ten minutes: a plug that sits loosely, an access point that restarts. */
import { createRing, type Ring } from "../../base/ring.ts";
import type { Link } from "./links.ts";

const windowMs = 600_000;
/** More looks than that find a change within ten minutes only where it hardly matters how many there were. */
const mostChanges = 128;
const mostLinks = 16;

interface Loss {
  readonly atMs: number;
  readonly downs: number;
}

interface History {
  readonly index: number;
  readonly downs: number;
  readonly losses: Ring<Loss>;
}

export interface Flaps {
  see(links: readonly Link[], nowMs: number): void;
  /** Losses of the carrier within ten minutes; zero for a link that was not seen. */
  count(name: string, nowMs: number): number;
}

function next(before: History | undefined, link: Link, nowMs: number): History {
  const { index, downs } = link;
  const losses = before?.losses ?? createRing<Loss>(mostChanges);
  // Another index: the interface itself went and came back, which is a loss, and its counter began anew.
  const fresh = !before ? 0 : before.index === index ? Math.max(0, downs - before.downs) : 1;
  if (fresh > 0) losses.push({ atMs: nowMs, downs: fresh });
  return { index, downs, losses };
}

export function createFlaps(): Flaps {
  const histories = new Map<string, History>();
  return {
    see: (links, nowMs) => {
      for (const link of links) {
        const before = histories.get(link.name);
        if (before || histories.size < mostLinks) histories.set(link.name, next(before, link, nowMs));
      }
    },
    count: (name, nowMs) => {
      const recent =
        histories
          .get(name)
          ?.losses.items()
          .filter(({ atMs }) => nowMs - atMs < windowMs) ?? [];
      return recent.reduce((sum, { downs }) => sum + downs, 0);
    },
  };
}
