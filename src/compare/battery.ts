/**
 * What the course of the battery says, which no single reading does: charge that vanishes in minutes, in the cold or in a
 * warm room, and how full it was when the terminal went dark.
 */
import type { Drawn } from "./drawn.ts";
import { type Gauges, type Level, lastBefore, type Span, temperatures } from "./gauges.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Below this the cells give little, and charging is blocked. */
const coldBelow = 3;

function wasCold(gauges: Gauges, atMs: number): boolean {
  const last = lastBefore(temperatures(gauges), atMs, 2 * hourMs);
  return last !== undefined && last.value < coldBelow;
}

type Drop = "none" | "sudden" | "in_cold" | "nonsense";

/** Between two readings: percent lost, and in what time. */
interface Step {
  readonly before: Level;
  readonly after: Level;
  readonly lost: number;
  readonly tookMs: number;
}

function stepsOf(levels: readonly Level[]): readonly Step[] {
  return levels.flatMap((after, at) => {
    const before = levels[at - 1];
    if (!before) return [];
    return [{ before, after, lost: before.value - after.value, tookMs: after.fromMs - before.untilMs }];
  });
}

/** No cell and no charger can do that: the gauge is wrong. */
const isNonsense = ({ lost, tookMs }: Step): boolean => Math.abs(lost) >= 60 && tookMs <= 2 * minuteMs;
/** Four percent a minute is far more than a terminal can use. */
const isSudden = ({ lost, tookMs }: Step): boolean => lost >= 15 && tookMs <= Math.max(minuteMs, (lost / 4) * minuteMs);
/** Empty by half in an hour, where a charge lasts a day. */
const isFast = ({ lost, tookMs }: Step): boolean => lost >= 15 && tookMs <= hourMs;

/** After the newest reading of the charge, what was lost is that day's. */
function dropOf(gauges: Gauges): Drop {
  const levels = gauges.levels("power.battery_pct");
  const lastMs = levels.at(-1)?.fromMs ?? 0;
  const steps = stepsOf(levels.filter(({ untilMs }) => lastMs - untilMs <= 3 * dayMs));
  if (steps.some(isNonsense)) return "nonsense";
  const cold = (step: Step) => wasCold(gauges, step.after.fromMs);
  if (steps.some((step) => isSudden(step) && !cold(step))) return "sudden";
  return steps.some((step) => isFast(step) && cold(step)) ? "in_cold" : "none";
}

type Shutdown = "none" | "emptied" | "charged" | "cold" | "under_load" | "unclear";

const nearMs = 20_000;
const empty = 10;
const full = 16;

/** Half a slip, and it was gone. */
function wasPrinting(gauges: Gauges, atMs: number): boolean {
  return gauges
    .of("printer.job")
    .some(({ value, untilMs }) => value === "partial" && Math.abs(atMs - untilMs) <= nearMs);
}

function darkened(gauges: Gauges, { fromMs: atMs }: Span): Shutdown {
  if (wasPrinting(gauges, atMs) || (gauges.levels("power.brownout_resets_24h").at(-1)?.value ?? 0) > 0)
    return "under_load";
  if (wasCold(gauges, atMs)) return "cold";
  const charge = lastBefore(gauges.levels("power.battery_pct"), atMs - 1, 12 * hourMs);
  if (!charge) return "unclear";
  if (charge.value <= empty) return "emptied";
  const onMains = lastBefore(gauges.of("power.source"), atMs, 12 * hourMs)?.value === "mains";
  return charge.value >= full && atMs - charge.untilMs <= hourMs && !onMains ? "charged" : "unclear";
}

/** How the newest restart without power came about, as far as that can be told. */
function shutdownOf(gauges: Gauges): Shutdown | undefined {
  const restarts = gauges.of("device.reboot_reason");
  if (restarts.length === 0) return undefined;
  const dark = restarts.filter(({ value }) => value === "power_loss").map((restart) => darkened(gauges, restart));
  return dark.findLast((how) => how !== "unclear") ?? (dark.length > 0 ? "unclear" : "none");
}

const low = 13;
/** Once low, low until it has been charged a little. */
const lowUntil = 22;

type Store = "fine" | "low" | "low_charging";

/** What is being charged is a remark, and no cause. */
function storeOf(gauges: Gauges): Store {
  const levels = gauges.levels("power.battery_pct");
  const at = levels.findLastIndex(({ value }) => value < low);
  const isLow = at >= 0 && levels.slice(at).every(({ value }) => value < lowUntil);
  if (!isLow) return "fine";
  const [charging, source] = [gauges.of("power.charging").at(-1), gauges.of("power.source").at(-1)];
  return charging?.value === true || (charging === undefined && source?.value === "mains") ? "low_charging" : "low";
}

/** Drawn of the compare signals about the battery. */
export function compareBattery(gauges: Gauges): Drawn {
  const shutdown = shutdownOf(gauges);
  const isKnown = gauges.levels("power.battery_pct").length > 0;
  const drop = dropOf(gauges);
  return [
    ...(isKnown ? ([["compare.battery_drop", drop]] as const) : []),
    // A gauge that jumps from full to empty shows nothing.
    ...(isKnown ? ([["compare.battery_store", drop === "nonsense" ? "unclear" : storeOf(gauges)]] as const) : []),
    ...(shutdown ? ([["compare.shutdown", shutdown]] as const) : []),
  ];
}
