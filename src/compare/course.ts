/**
 * How the failures of an interface have come about, by the counters of its driver: dirt comes over days, a break at once,
 * and what is over again was neither.
 */
import { counterSignals, type Interface, interfaces } from "./attempts.ts";
import type { Drawn } from "./drawn.ts";
import { type Gauges, type Level, lastBefore } from "./gauges.ts";

const hourMs = 3_600_000;

export type Course = "steady" | "climbs" | "sudden" | "passed" | "unclear";

interface Point {
  readonly atMs: number;
  readonly failed: number;
  /** Of those tried, where that is known. */
  readonly share: number | undefined;
}

function pointsOf(failed: readonly Level[], fine: readonly Level[]): readonly Point[] {
  return failed.map(({ fromMs, value }) => {
    const ok = lastBefore(fine, fromMs + hourMs, 12 * hourMs)?.value;
    return { atMs: fromMs, failed: value, share: ok === undefined ? undefined : value / Math.max(1, ok + value) };
  });
}

const isBad = ({ failed, share }: Point): boolean => failed >= 6 && (share ?? 1) >= 0.2;
const isGood = ({ failed, share }: Point): boolean => failed <= 3 && (share ?? 0) < 0.15;

/** Worse from one look to the next, over more than a day. */
function isClimb(points: readonly Point[]): boolean {
  const last = points.findLast(isBad);
  const way = last ? points.slice(0, points.indexOf(last) + 1) : [];
  const [first] = way;
  if (!first || !last || way.length < 3 || last.atMs - first.atMs < 30 * hourMs) return false;
  const rises = way.slice(1).filter(({ failed }, at) => failed > (way[at]?.failed ?? 0)).length;
  return rises === way.length - 1;
}

export function courseOf(way: Interface, gauges: Gauges): Course | undefined {
  const [ok, fail] = counterSignals[way];
  const fine = gauges.levels(ok);
  const points = pointsOf(gauges.levels(fail), fine);
  if (points.length + fine.length === 0) return undefined;
  const last = points.at(-1);
  if (isClimb(points)) return "climbs";
  if (last && isGood(last)) return points.some(isBad) ? "passed" : "steady";
  const bad = points.find(isBad);
  if (!bad) return "unclear";
  // Fine the day before: as many were read as ever, or hardly any failed.
  const before = points.some((point) => point.atMs < bad.atMs && isGood(point));
  const read = fine.some(({ fromMs, value }) => fromMs < bad.atMs - hourMs && value >= 10);
  const now = fine.at(-1)?.value;
  return before || (read && now !== undefined && now <= 3) ? "sudden" : "unclear";
}

/** Drawn of the compare signals about the course of each interface. */
export function compareCourses(gauges: Gauges): Drawn {
  return interfaces.flatMap((way) => {
    const course = courseOf(way, gauges);
    return course ? ([[`compare.${way}_course`, course]] as const) : [];
  });
}
