/** What inputs are bent from: every transcript, with the command that it answers. */
import { readdirSync, readFileSync } from "node:fs";

export interface Sample {
  readonly command: string | null;
  readonly reply: string;
}

const folder = new URL("../transcripts/", import.meta.url);

/** Every text of a record: its reply, or the bytes of its steps. */
function samplesOf(record: { command?: string | null; reply?: string; steps?: readonly Step[] }): Sample[] {
  const { command = null, reply, steps = [] } = record;
  if (reply !== undefined) return [{ command, reply }];
  return steps.flatMap(({ send = null, rx = [] }) => rx.map(({ data = "" }) => ({ command: send, reply: data })));
}

interface Step {
  readonly send?: string | null;
  readonly rx?: readonly { readonly data?: string }[];
}

export function loadSamples(): readonly Sample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
    .filter((line) => line !== "")
    .flatMap((line) => samplesOf(JSON.parse(line)));
}
