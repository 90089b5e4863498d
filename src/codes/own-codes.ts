/** An acquirer's own response codes, as a file of the configuration: `{"51": "insufficient_funds", "Y7": "merchant_frozen"}`. */
import { type RefusalMeaning, refusalMeanings } from "../model/signals/meanings.ts";

export type OwnCodes = Readonly<Record<string, RefusalMeaning>>;

const mostCodes = 1_000;

export function isRefusalMeaning(said: unknown): said is RefusalMeaning {
  return meaningOf(said) !== undefined;
}

function meaningOf(said: unknown): RefusalMeaning | undefined {
  return refusalMeanings.find((meaning) => meaning === said);
}

/** The first thing that is wrong with it, or undefined. */
function problemOf(entries: readonly (readonly [string, unknown])[]): string | undefined {
  if (entries.length > mostCodes) return `holds more than ${mostCodes} codes`;
  for (const [code, said] of entries) {
    if (!/^[0-9A-Z]{2}$/.test(code)) return `names ${JSON.stringify(code.slice(0, 8))}, which is not two of A-Z 0-9`;
    if (meaningOf(said) === undefined) {
      return `gives ${code} a meaning that is none of: ${refusalMeanings.join(", ")}`;
    }
  }
  return undefined;
}

/** What the file says, or what is wrong with it. */
export function readOwnCodes(text: string): { readonly codes: OwnCodes } | { readonly what: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { what: "is not JSON" };
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return { what: "is not a JSON object" };
  const entries = Object.entries(parsed);
  const what = problemOf(entries);
  if (what !== undefined) return { what };
  return { codes: Object.fromEntries(entries.map(([code, said]) => [code, meaningOf(said) ?? "other"])) };
}
