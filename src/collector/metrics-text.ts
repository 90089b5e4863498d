/** The tally for Prometheus. */
import { exposed, type Series } from "../base/exposition.ts";
import { refusals, type Tally } from "./tally.ts";

const metric = (name: string, help: string, values: number | Series): string =>
  exposed(`posdiag_collector_${name}`, help, values);

export function metricsText(tally: Tally): string {
  const refused: Series = refusals.map((reason) => [{ reason }, tally.refused[reason]]);
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
