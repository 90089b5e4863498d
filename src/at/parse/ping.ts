/** +QPING: what came of packets that the modem itself sent (Quectel EC2x TCP/IP AT manual; codes of its chapter 4). */
import { allFieldsOf, integerOf } from "../fields.ts";

export interface PingReport {
  /** Of the whole: the summary's, or where none came the last packet's. 0 is good. */
  readonly result: number;
  readonly meaning: string | undefined;
  /** Packets that were answered, counted by their lines. */
  readonly replies: number;
  readonly summary: PingSummary | undefined;
}

export interface PingSummary {
  readonly sent: number;
  readonly received: number;
  readonly lost: number;
  /** Round trips in ms; undefined when all are lost. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly average: number | undefined;
}

const meanings: ReadonlyMap<number, string> = new Map([
  [0, "ok"],
  [550, "unknown_error"],
  [551, "blocked"],
  [552, "invalid_parameters"],
  [553, "memory_not_enough"],
  [554, "socket_not_created"],
  [555, "not_supported"],
  [561, "pdp_not_open"],
  [562, "pdp_not_closed"],
  [564, "dns_busy"],
  [565, "dns_failed"],
  [566, "connect_failed"],
  [567, "socket_closed"],
  [568, "busy"],
  [569, "timeout"],
  [570, "pdp_broken"],
  [571, "cancelled"],
  [572, "not_allowed"],
  [573, "apn_not_configured"],
  [574, "port_busy"],
]);

/** <result>,<sent>,<received>,<lost>[,<min>,<max>,<avg>]; a packet's line has the address in the second place. */
function summaryOf(fields: readonly string[]): PingSummary | undefined {
  const [, sent, received, lost, min, max, average] = fields.map(integerOf);
  if (sent === undefined || received === undefined || lost === undefined) return undefined;
  return { sent, received, lost, min, max, average };
}

export function parseQping(lines: readonly string[]): PingReport | undefined {
  const rows = allFieldsOf(lines, "+QPING").filter((fields) => integerOf(fields[0]) !== undefined);
  const total = rows.find((fields) => summaryOf(fields) !== undefined);
  const result = integerOf((total ?? rows.at(-1))?.[0]);
  if (result === undefined) return undefined;
  const replies = rows.filter((fields) => fields !== total && integerOf(fields[0]) === 0).length;
  return { result, meaning: meanings.get(result), replies, summary: total && summaryOf(total) };
}
