/**
 * What was wrong, when all is well by the time somebody asks: the module was reset, another card was put in, and the
 * question why remains. The log is gone through again, and the cause that was believed longest is the answer: what is seen
 * while somebody mends something is short, and speaks of the mending. What was learnt of the surroundings too late, and how
 * it ended, counts from the beginning.
 */

import type { Diagnosis, Verdict } from "../model/case.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import { told } from "../model/told.ts";
import { wayOf } from "../model/way.ts";
import { createThinker, type ThinkerOptions } from "../think.ts";
import { type Believed, lastSignMs, longestBelieved, type Moment, probabilityOf } from "./believed.ts";
import { complaintIn, isAllWell, isComplained, isForgotten, sellsAgain } from "./complaint.ts";
import { mendedWith } from "./mending.ts";

/** A log of a day read every minute; of a longer one, the newest. */
const mostInstants = 1_500;
/** Less sure than this, what is seen once payments go again may be what the trouble has left behind. */
const doubtful = told(0.75);
const sure = told(0.9);
const plainMs = 600_000;
/** A terminal that was just switched on looks for its network. */
const startingMs = 120_000;

interface Past {
  /** The diagnosis at its surest. */
  readonly diagnosis: Diagnosis;
  /** When it was last believed, in the time of the readings. */
  readonly endedMs: number;
}

/** Goes through the log and looks at every instant. */
export function replay(readings: readonly Reading[], options: ThinkerOptions): readonly Moment[] {
  const thinker = createThinker(options);
  const byInstant = new Map<number, Reading[]>();
  for (const each of readings) byInstant.set(each.atMs, [...(byInstant.get(each.atMs) ?? []), each]);
  const instants = [...byInstant.keys()].toSorted((a, b) => a - b).slice(-mostInstants);
  return instants.map((instant, at) => {
    thinker.see(byInstant.get(instant) ?? []);
    const { diagnosis } = thinker.think(instant);
    return { diagnosis, untilMs: instants[at + 1] ?? instant };
  });
}

/** Told by others, or asked later: true of the trouble, whenever it came to be known. */
const ofSurroundings =
  /^(fleet\.|operator\.report$|lan\.other_devices_ok$|net\.tcp_host_other_path$|sim\.(portal_status|activation_age_days|data_plan_mb)$|device\.self_test$)/;

/** When the longest trouble began; undefined where there was none. */
export function beginningOf(moments: readonly Moment[]): number | undefined {
  let [longestMs, beganMs, sinceMs]: [number, number | undefined, number | undefined] = [-1, undefined, undefined];
  for (const { diagnosis, untilMs } of moments) {
    const isTroubled = diagnosis.unknown || diagnosis.verdicts.length > 0;
    sinceMs = isTroubled ? (sinceMs ?? diagnosis.atMs) : undefined;
    if (sinceMs !== undefined && untilMs - sinceMs > longestMs) [longestMs, beganMs] = [untilMs - sinceMs, sinceMs];
  }
  return beganMs;
}

/** What was known of the trouble in the end, as of its beginning. */
export function knownLater(readings: readonly Reading[], beganMs: number): readonly Reading[] {
  const all = readings.toSorted((a, b) => a.atMs - b.atMs);
  const first = new Map<SignalId, Reading>();
  for (const each of all) {
    if (each.atMs >= beganMs && ofSurroundings.test(each.signal) && !first.has(each.signal))
      first.set(each.signal, each);
  }
  const mended = mendedWith(all, beganMs);
  return [
    ...[...first.values()].map((each) => ({ ...each, atMs: beganMs })),
    ...(mended === undefined ? [] : [reading("compare.mended", mended, beganMs)]),
  ];
}

/** Another card put in while it lasted is the mending: the trouble was that of the card before. */
const isMending =
  (beganMs: number) =>
  ({ signal, atMs }: Reading): boolean =>
    signal === "sim.iccid_changed" && atMs > beganMs;

/** Whether all of it lies in the first moments after the terminal was switched on. */
function isStarting(
  readings: readonly Reading[],
  { beganMs, endedMs }: { readonly beganMs: number; readonly endedMs: number },
): boolean {
  return readings.some(({ signal, value, atMs }) => {
    if (signal !== "device.uptime_s") return false;
    const startedMs = atMs - Number(value) * 1000;
    return beganMs >= startedMs && endedMs <= startedMs + startingMs;
  });
}

/** Whether anybody wants to hear of it: what nobody was hurt by, and nobody speaks of, is no trouble unless it is plain. */
function isAsked({ best, heldMs, signMs }: Believed, readings: readonly Reading[]): boolean {
  if (isAllWell(readings) || isForgotten(readings, signMs ?? best.atMs)) return false;
  return isComplained(readings) || (probabilityOf(best) >= sure && heldMs >= plainMs);
}

/** The trouble that a log tells of and that its end does not show; undefined where there was none. */
function lookBack(readings: readonly Reading[], options: ThinkerOptions): Past | undefined {
  const beganMs = beginningOf(replay([...complaintIn(readings), ...readings], options));
  if (beganMs === undefined) return undefined;
  const mends = isMending(beganMs);
  const during = readings.filter((each) => !mends(each));
  const longest = longestBelieved(replay([...knownLater(readings, beganMs), ...during], options));
  if (!longest || isStarting(readings, { beganMs, endedMs: longest.endedMs }) || !isAsked(longest, readings))
    return undefined;
  return { diagnosis: longest.best, endedMs: longest.endedMs };
}

/** When the terminal began to go by the way that it goes now, and had another before; undefined where it never changed. */
function changedWayMs(readings: readonly Reading[]): number | undefined {
  const routes = readings
    .filter(({ signal, value }) => signal === "net.default_iface" && wayOf(value) !== undefined)
    .toSorted((a, b) => a.atMs - b.atMs);
  const now = wayOf(routes.at(-1)?.value);
  const since = routes.findLastIndex(({ value }) => wayOf(value) !== now) + 1;
  const changedMs = routes[since]?.atMs;
  if (changedMs === undefined || since > 0) return changedMs;
  const otherGroup = now === "cellular" ? "lan." : "modem.";
  return readings.some(({ signal, atMs }) => atMs < changedMs && signal.startsWith(otherGroup)) ? changedMs : undefined;
}

/** What was wrong with a way that was left, and not mended: it is so still, whatever comes over the other. */
function leftBehind(readings: readonly Reading[], options: ThinkerOptions): readonly Verdict[] {
  const changedMs = changedWayMs(readings);
  if (changedMs === undefined || !isComplained(readings)) return [];
  const before = readings.filter(({ atMs }) => atMs < changedMs);
  const thinker = createThinker(options);
  thinker.see([...complaintIn(readings).map((each) => ({ ...each, atMs: changedMs })), ...before]);
  const { verdicts, unknown } = thinker.think(changedMs).diagnosis;
  const isOfWay = ({ fault }: Verdict) =>
    options.catalogue.faults[fault]?.needs?.some((need) => need !== "ip") ?? false;
  return unknown ? [] : verdicts.filter((each) => each.probability >= sure && isOfWay(each)).slice(0, 1);
}

/** Not what is said, and not what is drawn from words. */
const isSign = ({ signal }: Reading): boolean =>
  !/^(operator\.|compare\.(told_|tone|report|counter_words))/.test(signal);

/** How a trouble ended, long ago; or that something was wrong which nobody can name, and several have paid since. */
function withoutOldNews(diagnosis: Diagnosis, readings: readonly Reading[], { faults }: Catalogue): Diagnosis {
  const isOld = (verdicts: readonly Verdict[]): boolean => {
    const signs = verdicts.flatMap((verdict) => lastSignMs(verdict, isSign) ?? []);
    return signs.length > 0 && isForgotten(readings, Math.max(...signs));
  };
  const { verdicts, unknown } = diagnosis;
  if (unknown && isOld(verdicts)) return { ...diagnosis, verdicts: [], rivals: [], nextTests: [], unknown: false };
  return { ...diagnosis, verdicts: verdicts.filter((each) => !(faults[each.fault]?.settled && isOld([each]))) };
}

export interface Explanation {
  readonly diagnosis: Diagnosis;
  /** The diagnosis is of a trouble that has ended, then. */
  readonly endedMs?: number;
}

/** What a log that has ended means: what is wrong, or what was when somebody asks for that. */
export function explain(readings: readonly Reading[], options: ThinkerOptions, nowMs: number): Explanation {
  const thinker = createThinker(options);
  thinker.see([...complaintIn(readings), ...readings]);
  const { diagnosis } = thinker.think(nowMs);
  const withLeftBehind = (seen: Diagnosis): Diagnosis => {
    const left = leftBehind(readings, options).filter(({ fault }) =>
      seen.verdicts.every((each) => each.fault !== fault),
    );
    return { ...seen, verdicts: [...seen.verdicts, ...left] };
  };
  const now = diagnosis.unknown ? 0 : probabilityOf(diagnosis);
  const isOver = now === 0 || (now < doubtful && sellsAgain(readings));
  const past = isOver ? lookBack(readings, options) : undefined;
  if (!past || probabilityOf(past.diagnosis) <= now) {
    return { diagnosis: withLeftBehind(withoutOldNews(diagnosis, readings, options.catalogue)) };
  }
  return { diagnosis: { ...past.diagnosis, atMs: nowMs, progress: diagnosis.progress }, endedMs: past.endedMs };
}
