/**
 * Mains, plug, adapter: what the newest reading does not say. A weak adapter shows against the one before or after it, a
 * loose plug by coming and going, and a charge that falls on the charger says that too little arrives.
 */
import type { Drawn } from "./drawn.ts";
import { type Gauges, type Level, lastBefore, type Span } from "./gauges.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What adapters of terminals are made for. */
const ratedMv: readonly number[] = [5_000, 8_400, 9_000, 12_000];
const isRated = ({ value }: Level): boolean => ratedMv.some((rated) => Math.abs(value - rated) <= 0.06 * rated);

function isFed(gauges: Gauges, atMs: number): boolean | undefined {
  const source = lastBefore(gauges.of("power.source"), atMs, 12 * hourMs)?.value;
  const charging = lastBefore(gauges.of("power.charging"), atMs, 12 * hourMs)?.value;
  if (source === "battery" || charging === false) return false;
  return source === "mains" || charging === true ? true : undefined;
}

/** Near the end of a charge little flows. */
const nearlyFull = 80;

function isHungry(gauges: Gauges, atMs: number): boolean {
  const levels = gauges.levels("power.battery_pct");
  const charge = lastBefore(levels, atMs, 4 * hourMs) ?? levels.find(({ fromMs }) => fromMs >= atMs);
  return charge !== undefined && charge.value < nearlyFull;
}

/** Little enough to be a telephone's charger. Nothing at all is no adapter's doing. */
function isWeak(gauges: Gauges, { value, fromMs }: Level): boolean {
  return value >= 20 && value < 500 && isFed(gauges, fromMs) !== false && isHungry(gauges, fromMs);
}

type Adapter = "fine" | "weak" | "wrong_voltage" | "replaced";

/** Refused: voltage of another kind arrives, and the terminal does not charge from it. */
function isWrong(gauges: Gauges, level: Level, levels: readonly Level[]): boolean {
  if (!isRated(level)) return true;
  const near = (span: Span) =>
    span.value === false && span.fromMs >= level.fromMs - 60_000 && span.fromMs - level.untilMs <= 10 * minuteMs;
  const other = levels.some(({ value }) => Math.abs(value - level.value) > 0.2 * Math.min(value, level.value));
  return other && gauges.of("power.charging").some(near);
}

/** What stays as it has become is another adapter. */
const steadyMs = 3 * minuteMs;

/** Two readings so close together and so far apart are the mains, not an adapter. */
function swings(levels: readonly Level[]): boolean {
  return levels.some((level, at) => {
    const before = levels[at - 1];
    const isSteady = at === levels.length - 1 && level.untilMs - level.fromMs >= steadyMs;
    return (
      before !== undefined &&
      !isSteady &&
      level.fromMs - before.untilMs <= 2 * minuteMs &&
      Math.abs(level.value - before.value) >= 500
    );
  });
}

function adapterOf(gauges: Gauges): Adapter | undefined {
  const volts = gauges.levels("power.adapter_mv").filter(({ value }) => value >= 3_000);
  const currents = gauges.levels("power.charge_current_ma");
  if (volts.length + currents.length === 0) return undefined;
  const wrong = swings(volts) ? [] : volts.filter((level) => isWrong(gauges, level, volts));
  const weak = currents.filter((level) => isWeak(gauges, level));
  if (wrong.length + weak.length === 0) return "fine";
  const [volt, current] = [volts.at(-1), currents.at(-1)];
  const isOver =
    (!volt || !wrong.includes(volt)) && (!current || !weak.includes(current)) && volts.length + currents.length > 1;
  if (isOver) return "replaced";
  return weak.length > 0 ? "weak" : "wrong_voltage";
}

type Charge = "none" | "falls_on_charger" | "refused";

const leastPercent = 8;
const leastMs = 20 * minuteMs;

/** Between the readings it hung on the charger. */
function isOnCharger(gauges: Gauges, fromMs: number, untilMs: number): boolean {
  const quiet = [...gauges.of("power.source"), ...gauges.of("power.charging")].every(
    (span) => span.fromMs <= fromMs || span.fromMs > untilMs || (span.value !== "battery" && span.value !== false),
  );
  return quiet && isFed(gauges, fromMs) === true;
}

function fallsOnCharger(gauges: Gauges): boolean {
  const levels = gauges.levels("power.battery_pct");
  return levels.some((before, at) =>
    levels.slice(at + 1).some((after) => {
      const isLong = after.fromMs - before.untilMs >= leastMs;
      return isLong && before.value - after.value >= leastPercent && isOnCharger(gauges, before.untilMs, after.fromMs);
    }),
  );
}

/** A voltage is there, and nothing flows into a battery that is not full. */
function isRefused(gauges: Gauges): boolean {
  const volts = gauges.levels("power.adapter_mv").at(-1);
  const current = gauges.levels("power.charge_current_ma").at(-1);
  return volts !== undefined && volts.value >= 4_500 && current?.value === 0 && isHungry(gauges, current.fromMs);
}

/** Undefined where nobody has looked long enough. */
function chargeOf(gauges: Gauges): Charge | undefined {
  if (isRefused(gauges)) return "refused";
  if (gauges.levels("power.battery_pct").length < 2) return undefined;
  return fallsOnCharger(gauges) ? "falls_on_charger" : "none";
}

/** How often the supply was lost and back within a minute. */
function flickersOf(gauges: Gauges): number {
  const returns = (spans: readonly Span[], lost: string | boolean): number =>
    spans.filter(
      ({ value, fromMs }, at) =>
        value === lost && (spans[at + 1]?.fromMs ?? Number.POSITIVE_INFINITY) - fromMs <= minuteMs,
    ).length;
  return Math.max(returns(gauges.of("power.source"), "battery"), returns(gauges.of("power.charging"), false));
}

/** Drawn of the compare signals about the supply. */
export function compareCharger(gauges: Gauges): Drawn {
  const adapter = adapterOf(gauges);
  const charge = chargeOf(gauges);
  const told = gauges.of("power.source").length + gauges.of("power.charging").length > 0;
  const volts = gauges.levels("power.adapter_mv");
  return [
    ...(adapter ? ([["compare.adapter", adapter]] as const) : []),
    ...(charge ? ([["compare.charge", charge]] as const) : []),
    ...(told ? ([["compare.supply_flickers", flickersOf(gauges)]] as const) : []),
    ...(volts.length > 1 ? ([["compare.supply_swings", swings(volts)]] as const) : []),
  ];
}
