/** A terminal's row in the store as the page has it. */
import type { TextBook } from "../../faults/text.ts";
import type { Language } from "../../model/text.ts";
import type { TerminalRow } from "../api.ts";
import { rankOf } from "../fault-name.ts";

export const rowColumns = [
  ...(["id", "tenant", "serial", "shop", "region", "acquirer", "carrier", "agent_version"] as const),
  ...(["online", "seen_ms", "changed_ms", "severity", "top_fault", "top_probability", "open_cases"] as const),
];

export interface StoredRow {
  readonly id: number;
  readonly tenant: string;
  readonly serial: string;
  readonly shop: string | null;
  readonly region: string | null;
  readonly acquirer: string | null;
  readonly carrier: string | null;
  readonly agent_version: string | null;
  readonly online: number;
  readonly seen_ms: number;
  readonly changed_ms: number;
  readonly severity: number;
  readonly top_fault: string | null;
  readonly top_probability: number | null;
  readonly open_cases: number;
}

/** In which words, and with which ones. */
export interface Telling {
  readonly language: Language;
  readonly texts: TextBook;
}

export function viewRow(row: StoredRow, { language, texts }: Telling): TerminalRow {
  const { tenant, serial, shop, region, acquirer, carrier } = row;
  return {
    ...{ tenant, serial, shop, region, acquirer, carrier },
    version: row.agent_version,
    online: row.online === 1,
    seenMs: row.seen_ms,
    severity: rankOf(row.severity),
    fault: row.top_fault,
    faultName: row.top_fault === null ? null : texts.textOf(row.top_fault, language).name,
    probability: row.top_probability,
    openCases: row.open_cases,
    changedMs: row.changed_ms,
  };
}
