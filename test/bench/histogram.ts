/** A histogram as a table: a line a span, with a bar. */
import type { Table } from "./table.ts";

export interface Spans {
  readonly fromMs: number;
  readonly spanMs: number;
  readonly spans: number;
}

const widest = 60;

/** What lies outside the spans is left out. */
export function histogram(title: string, times: readonly number[], { fromMs, spanMs, spans }: Spans): Table {
  const counts = Array.from({ length: spans }, () => 0);
  for (const at of times) {
    const span = Math.floor((at - fromMs) / spanMs);
    const before = counts[span];
    if (before !== undefined) counts[span] = before + 1;
  }
  const most = Math.max(1, ...counts);
  const unit = spanMs >= 3_600_000 ? 3_600_000 : spanMs >= 60_000 ? 60_000 : 1_000;
  const name = { 3600000: "h", 60000: "min", 1000: "s" }[unit];
  const rows = counts.map((count, span) => [
    `${(fromMs + span * spanMs) / unit}`,
    String(count),
    "#".repeat(Math.round((widest * count) / most)),
  ]);
  return { title, columns: [`from, ${name}`, "arrivals", ""], rows };
}
