/** The transcripts, and how what is read out of them is scored. */
import { readdirSync, readFileSync } from "node:fs";
import type { Context } from "../../src/at/facts/fact.ts";
import { transcriptFacts } from "../../src/at/facts/index.ts";

/** How the bytes were come by. */
export const evidenceClasses = [
  "capture",
  "public-code",
  "spec-derived",
  "table-derived",
  "upstream-test-or-source",
  "vendor-manual",
] as const;

export interface Transcript {
  readonly id: string;
  readonly command: string | null;
  readonly context: Context;
  readonly reply: string;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly evidence: string;
}

const folder = new URL("../transcripts/", import.meta.url);

function isTranscript(value: unknown): value is Transcript {
  return typeof value === "object" && value !== null && "id" in value && "reply" in value && "expect" in value;
}

export function loadTranscripts(): Transcript[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl") && name !== "garbage.jsonl");
  return files.toSorted().flatMap((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    return text.split("\n").flatMap((line) => {
      const value: unknown = line === "" ? undefined : JSON.parse(line);
      return isTranscript(value) ? [value] : [];
    });
  });
}

/** A reader may print the upper edge of an interval, or its middle. */
const levelPattern = /_dbm?$/;
const levelTolerance = 1;

function numbersAgree(key: string, got: unknown, expected: number): boolean {
  if (typeof got !== "number") return false;
  return levelPattern.test(key) ? Math.abs(got - expected) <= levelTolerance : got === expected;
}

/** Every key that is expected, and nothing else; `null` expects "not known". */
function agrees(key: string, got: unknown, expected: unknown): boolean {
  if (expected === null) return got === undefined || got === null;
  if (typeof expected === "number") return numbersAgree(key, got, expected);
  if (Array.isArray(expected)) {
    const same = Array.isArray(got) && got.length === expected.length;
    return same && expected.every((item, at) => agrees(key, got[at], item));
  }
  if (typeof expected !== "object" || expected === null) return got === expected;
  if (typeof got !== "object" || got === null) return false;
  const fields: Record<string, unknown> = { ...got };
  return Object.entries(expected).every(([name, value]) => agrees(name, fields[name], value));
}

/** What was not read as it was meant, a line for each key. */
export function mistakes(transcript: Transcript): string[] {
  const got = transcriptFacts(transcript);
  return Object.entries(transcript.expect).flatMap(([key, expected]) =>
    agrees(key, got[key], expected)
      ? []
      : [`${transcript.id} ${key}: got ${JSON.stringify(got[key])}, want ${JSON.stringify(expected)}`],
  );
}
