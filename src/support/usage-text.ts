/** What the agent costs, as a line for people. */
import type { ReceivedDataUse, ReceivedHeartbeat } from "../report/heartbeat-wire.ts";
import type { Words } from "./words.ts";

const kilobyte = 1_024;
const kilobytes = (bytes: number): string => `${Math.round(bytes / kilobyte)} KB`;

export function dataText(
  { monthBytes, dayBytes, budgetBytes, rung, reason, uses }: ReceivedDataUse,
  say: Words,
): string {
  const budget = budgetBytes === 0 ? "" : ` / ${kilobytes(budgetBytes)}`;
  const why = rung === "full" ? "" : `, ${say.rungsOfData[rung] ?? rung} (${say.reasonsOfData[reason] ?? reason})`;
  const each = uses.map(({ kind, up, down }) => `${kind} ${kilobytes(up + down)}`).join(", ");
  return `${say.data(kilobytes(monthBytes) + budget, kilobytes(dayBytes))}${why}${each ? `: ${each}` : ""}`;
}

export function heartbeatText(heartbeat: ReceivedHeartbeat, say: Words): string {
  const { rssKb, waiting, dropped, keepaliveS, data, audit } = heartbeat;
  const parts = [
    say.heartbeat(Math.round(rssKb / kilobyte), waiting, dropped),
    data && dataText(data, say),
    say.keepAlive(keepaliveS),
    audit && say.auditLog(audit.count, audit.head),
  ];
  return parts.filter(Boolean).join("; ");
}
