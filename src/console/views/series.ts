/** Measured signals over a span of time, thinned by the database to what a chart can show. */
import { sql } from "kysely";
import type { Store } from "../../store/store.ts";
import type { Series, SeriesView } from "../api.ts";
import { wholeIn } from "../fields.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { isCount, signalName, signalUnit } from "../texts/signal-name.ts";
import type { Telling } from "./row.ts";

export interface SeriesQuery {
  readonly signals: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
}

const mostSignals = 24;
const mostPoints = 500;
const longestMs = 400 * 86_400_000;
const signalPattern = /^[a-z]+\.[A-Za-z0-9_.\-\p{L}]{1,60}$/u;
const latest = 8_640_000_000_000;

export function readSeriesQuery(query: (name: string) => string | undefined, nowMs: number): SeriesQuery | Refusal {
  const signals = (query("signals") ?? "").split(",").filter((signal) => signal !== "");
  const fromMs = wholeIn(query("from") ?? nowMs - 86_400_000, [0, latest]);
  const toMs = wholeIn(query("to") ?? nowMs, [0, latest]);
  const areSignals =
    signals.length > 0 && signals.length <= mostSignals && signals.every((each) => signalPattern.test(each));
  if (!areSignals) return refuse("bad_request", "signals");
  if (fromMs === undefined || toMs === undefined || toMs <= fromMs || toMs - fromMs > longestMs) {
    return refuse("bad_request", "from, to");
  }
  return { signals: [...new Set(signals)], fromMs, toMs };
}

/** One span of the chart. Both databases divide whole numbers to whole numbers. */
function stepOf({ fromMs, toMs }: SeriesQuery): number {
  return Math.max(1, Math.ceil((toMs - fromMs) / mostPoints));
}

function rowsOf({ db }: Store, terminal: number, query: SeriesQuery) {
  const { signals, fromMs, toMs } = query;
  const slot = sql<number>`(at_ms - ${sql.lit(fromMs)}) / ${sql.lit(stepOf(query))}`;
  return db
    .selectFrom("samples")
    .select(({ fn }) => [
      "signal",
      slot.as("slot"),
      fn.min<number>("at_ms").as("at"),
      fn.min<number>("low").as("low"),
      sql<number>`sum(mean * count) / sum(count)`.as("mean"),
      fn.max<number>("high").as("high"),
      fn.sum<number>("mean").as("total"),
    ])
    .where("terminal_id", "=", terminal)
    .where("signal", "in", signals)
    .where("at_ms", ">=", fromMs)
    .where("at_ms", "<", toMs)
    .where("count", ">", 0)
    .groupBy(["signal", "slot"])
    .orderBy("signal")
    .orderBy("slot")
    .execute();
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** Whole digits of measured values: single precision has seven. */
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

function pointOf({ signal, at, low, mean, high, total }: Row): Series["points"][number] {
  const sum = rounded(Number(total));
  return isCount(signal) ? [at, sum, sum, sum] : [at, rounded(low), rounded(Number(mean)), rounded(high)];
}

export async function seriesView(
  store: Store,
  terminal: number,
  { language, ...query }: SeriesQuery & Pick<Telling, "language">,
): Promise<SeriesView> {
  const points = new Map<string, Series["points"][number][]>(query.signals.map((signal) => [signal, []]));
  for (const row of await rowsOf(store, terminal, query)) points.get(row.signal)?.push(pointOf(row));
  const series = [...points].map(([signal, found]) => ({
    ...{ signal, name: signalName(signal, language), unit: signalUnit(signal), points: found },
  }));
  return { fromMs: query.fromMs, toMs: query.toMs, series };
}

/** Signals of which the newest week that there is of this terminal has samples. */
export async function measuredSignals({ db }: Store, terminal: { readonly id: number; readonly seen_ms: number }) {
  const rows = await db
    .selectFrom("samples")
    .select("signal")
    .distinct()
    .where("terminal_id", "=", terminal.id)
    .where("at_ms", ">=", terminal.seen_ms - 7 * 86_400_000)
    .limit(200)
    .execute();
  return rows.map(({ signal }) => signal).toSorted();
}
