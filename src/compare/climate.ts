/** Heat, cold and wet that the terminal has been through: what it suffers from may be over by the time somebody asks. */
import type { Drawn } from "./drawn.ts";
import { type Gauges, type Level, type Span, temperatures } from "./gauges.ts";

const hourMs = 3_600_000;
/** So long ago somebody still speaks of it. */
const rememberedMs = 12 * hourMs;

const hotFrom = 48;
const hotRoom = 40;
/** Terminals are made for winter, down to some degrees below zero. */
const coldBelow = -3;
const coldRoom = -5;

type Climate = "normal" | "hot" | "cold" | "was_hot" | "was_cold";

function extreme(gauges: Gauges): readonly { readonly atMs: number; readonly kind: "hot" | "cold" | "normal" }[] {
  const judged = (levels: readonly Level[], hot: number, cold: number) =>
    levels.map(({ value, fromMs }) => {
      const kind = value > hot ? "hot" : value < cold ? "cold" : "normal";
      return { atMs: fromMs, kind } as const;
    });
  return [
    ...judged(gauges.levels("power.temp_c"), hotFrom, coldBelow),
    ...judged(gauges.levels("env.ambient_temp_c"), hotRoom, coldRoom),
  ].toSorted((a, b) => a.atMs - b.atMs);
}

function climateOf(gauges: Gauges): Climate | undefined {
  const all = extreme(gauges);
  const last = all.at(-1);
  if (!last) return undefined;
  // A room that is hot explains a terminal that is not yet.
  const worst = all.findLast(({ kind, atMs }) => kind !== "normal" && last.atMs - atMs <= rememberedMs);
  if (!worst || worst.kind === "normal") return "normal";
  if (last.kind === worst.kind) return last.kind;
  return worst.kind === "hot" ? "was_hot" : "was_cold";
}

/** Out of the cold into the warm: water settles on it, and in it. */
function isBroughtIn(levels: readonly Level[]): boolean {
  return levels.some((before, at) =>
    levels.slice(at + 1).some((after) => {
      const isSoon = after.fromMs - before.untilMs <= 2 * hourMs;
      return isSoon && before.value < 8 && after.value - before.value >= 18;
    }),
  );
}

/** A key that is held down by nobody, now or for a while. */
function keypadOf(spans: readonly Span[]): "fine" | "stuck" | "ghost" | undefined {
  if (spans.length === 0) return undefined;
  const stuck = spans.filter(({ value }) => value === true).length;
  if (stuck === 0) return "fine";
  return stuck > 1 || spans.at(-1)?.value === false ? "ghost" : "stuck";
}

/** A head that was too hot a while ago has cooled by now, and stops again after the next long list. */
function printHeatOf(spans: readonly Span[]): "fine" | "hot" | "cooled" | undefined {
  const last = spans.at(-1);
  if (!last) return undefined;
  if (last.value === "overheat") return "hot";
  const hot = spans.findLast(({ value }) => value === "overheat");
  return hot && last.untilMs - hot.untilMs <= rememberedMs ? "cooled" : "fine";
}

/** Drawn of the compare signals about the surroundings. */
export function compareClimate(gauges: Gauges): Drawn {
  const climate = climateOf(gauges);
  const keypad = keypadOf(gauges.of("device.keypad_stuck_key"));
  const levels = temperatures(gauges);
  const head = printHeatOf(gauges.of("printer.state"));
  return [
    ...(head ? ([["compare.print_head", head]] as const) : []),
    ...(climate ? ([["compare.climate", climate]] as const) : []),
    ...(levels.length > 1 ? ([["compare.brought_in", isBroughtIn(levels)]] as const) : []),
    ...(keypad ? ([["compare.keypad", keypad]] as const) : []),
  ];
}
