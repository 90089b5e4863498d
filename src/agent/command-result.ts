/** Results of commands as they may leave the terminal: no long rows of digits in any text, and nothing that looks like card data. */
import type { CardDataGuard } from "../card-data/guard.ts";
import { maskLongRuns } from "../card-data/long-run.ts";
import type { Done } from "../commands/task.ts";

function masked(value: unknown): unknown {
  if (typeof value === "string") return maskLongRuns(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, masked(item)]));
}

/** `value`: JSON. Of a list only the items that may leave: one bad line must not keep back the rest. */
export function clean(value: unknown, guard: CardDataGuard): unknown {
  const safe = masked(value);
  if (Array.isArray(safe)) return safe.filter((item) => guard.passes("record", item));
  return guard.passes("record", safe) ? safe : undefined;
}

export function resultOf(value: unknown, guard: CardDataGuard): Done {
  const result = clean(value, guard);
  return result === undefined ? { kind: "failed", reason: "withheld" } : { kind: "done", result };
}
