/** The tally as Prometheus reads it (text format 0.0.4). */
import { refusals, type Tally } from "./tally.ts";

type Rows = readonly (readonly [labels: string, value: number])[];

/** Counters end in `_total`. */
function metric(name: string, help: string, values: number | Rows): string {
  const full = `posdiag_collector_${name}`;
  const rows: Rows = typeof values === "number" ? [["", values]] : values;
  const lines = rows.map(([labels, value]) => `${full}${labels} ${value}\n`);
  return `# HELP ${full} ${help}\n# TYPE ${full} ${name.endsWith("_total") ? "counter" : "gauge"}\n${lines.join("")}`;
}

export function metricsText(tally: Tally): string {
  const refused: Rows = refusals.map((reason) => [`{reason="${reason}"}`, tally.refused[reason]]);
  return [
    metric("messages_total", "Messages that came.", tally.received),
    metric("refused_total", "Messages that were not stored, by reason.", refused),
    metric("reports_stored_total", "Reports that were stored.", tally.stored),
    metric("reports_duplicate_total", "Reports that had come before.", tally.duplicates),
    metric("reports_unaccountable_total", "Reports of boots with too many gaps.", tally.unaccountable),
    metric("samples_outdated_total", "Samples too old to be kept.", tally.outdated),
    metric("batches_total", "Transactions that were committed.", tally.batches),
    metric("writing_seconds_total", "Time spent writing.", tally.writingMs / 1_000),
    metric("write_failures_total", "Writes that failed and were tried again.", tally.failures),
    metric("receipts_total", "Receipts that the broker took.", tally.receipts),
    metric("receipts_dropped_total", "Receipts that were not sent.", tally.receiptsDropped),
    metric("hints_total", "Hints that were sent.", tally.hints),
    metric("waiting", "Messages that are not in the database yet.", tally.waiting),
    metric("connected", "Whether there is a link to the broker.", Number(tally.connected)),
    metric("database_up", "Whether the last write went well.", Number(tally.database)),
  ].join("");
}
