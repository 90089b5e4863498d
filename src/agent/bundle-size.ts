/** How large a bundle may be, and what of it goes first. */
import { gzipSync } from "node:zlib";

export type Bundle = Readonly<Record<string, unknown>>;

/** What is least missed comes first. */
const listsByWorth = ["record", "modem", "log", "readings"] as const;

const sizeOf = (bundle: Bundle): number => gzipSync(JSON.stringify(bundle)).length;

/** Without the older half of the least worthy list that still has something, until it fits; what was left out is said. */
export function fitted(bundle: Bundle, mostBytes: number): Bundle {
  let [kept, leftOut] = [bundle, 0];
  while (sizeOf(kept) > mostBytes) {
    const name = listsByWorth.find((each) => listOf(kept, each).length > 0);
    if (name === undefined) break;
    const list = listOf(kept, name);
    const half = Math.ceil(list.length / 2);
    leftOut += half;
    kept = { ...kept, [name]: list.slice(half), left_out: leftOut };
  }
  return kept;
}

function listOf(bundle: Bundle, name: string): readonly unknown[] {
  const list = bundle[name];
  return Array.isArray(list) ? list : [];
}
