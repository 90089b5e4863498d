import { readFileSync } from "node:fs";
import { assert, suite } from "../front-door/suite.ts";
import { type Transcript, understand } from "./corpus.ts";

const test = suite("transcripts");

function isTranscript(value: unknown): value is Transcript {
  return typeof value === "object" && value !== null && "id" in value && "reply" in value && "expect" in value;
}

function load(name: string): Transcript[] {
  const text = readFileSync(new URL(`../transcripts/${name}.jsonl`, import.meta.url), "utf8");
  return text.split("\n").flatMap((line) => {
    const value: unknown = line === "" ? undefined : JSON.parse(line);
    return isTranscript(value) ? [value] : [];
  });
}

/** Every key that is expected, and nothing else; `null` expects "not known". */
function agrees(got: unknown, expected: unknown): boolean {
  if (expected === null) return got === undefined;
  if (Array.isArray(expected)) {
    return Array.isArray(got) && got.length === expected.length && expected.every((item, at) => agrees(got[at], item));
  }
  if (typeof expected !== "object") return got === expected;
  if (typeof got !== "object" || got === null) return false;
  const fields: Record<string, unknown> = { ...got };
  return Object.entries(expected ?? {}).every(([key, value]) => agrees(fields[key], value));
}

/** Keys of the transcripts that no parser here answers: hints, and the status words of a SIM file read. */
const notParsed: ReadonlySet<string> = new Set(["sim_state_hint", "sw1", "sw2"]);

for (const name of ["quectel", "generic", "spec"]) {
  for (const transcript of load(name)) {
    test(`${name} ${transcript.id}: ${transcript.command ?? "unsolicited"} is understood as it was meant`, () => {
      const got = understand(transcript);
      for (const [key, expected] of Object.entries(transcript.expect)) {
        if (notParsed.has(key)) continue;
        assert.ok(
          agrees(got[key], expected),
          `${key}: got ${JSON.stringify(got[key])}, want ${JSON.stringify(expected)}`,
        );
      }
    });
  }
}

test.run();
