/** Plays the streams of test/transcripts/garbage.jsonl through a session on a virtual clock. */
import { readFileSync } from "node:fs";
import { commandFor } from "../../src/at/commands.ts";
import type { Outcome } from "../../src/at/exchange.ts";
import { openSession, type Session } from "../../src/modem/session.ts";
import type { SessionCounts } from "../../src/modem/tally.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { ScriptedPort } from "./scripted-port.ts";

export interface Arrival {
  readonly at_ms: number;
  readonly data?: string;
  readonly repeat?: number;
  readonly event?: "port-error" | "port-close" | "port-open";
}

export interface GarbageStep {
  readonly send: string | null;
  readonly timeout_ms?: number;
  readonly rx: readonly Arrival[];
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface GarbageCase {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly GarbageStep[];
}

function isCase(value: unknown): value is GarbageCase {
  return typeof value === "object" && value !== null && "steps" in value && "title" in value;
}

export function loadGarbage(): GarbageCase[] {
  const text = readFileSync(new URL("../transcripts/garbage.jsonl", import.meta.url), "utf8");
  return text.split("\n").flatMap((line) => {
    const value: unknown = line === "" ? undefined : JSON.parse(line);
    return isCase(value) ? [value] : [];
  });
}

export interface StepResult {
  readonly outcome: Outcome | undefined;
  readonly info: readonly string[];
  /** Unsolicited lines, resets and lines nobody knows, in that order each. */
  readonly urcs: readonly string[];
  readonly resets: number;
  readonly written: readonly string[];
  readonly counts: SessionCounts;
}

/** `cut` says into which chunks a text falls. */
export async function playGarbage(
  example: GarbageCase,
  cut: (text: string) => readonly string[],
): Promise<StepResult[]> {
  const clock = new VirtualClock();
  const port = new ScriptedPort();
  let urcs: string[] = [];
  let resets = 0;
  const listener = {
    urc: (_: unknown, text: string) => void urcs.push(text),
    reset: () => {
      resets += 1;
    },
    lost: () => {},
  };
  let session: Session = await openSession(port.open, clock, listener);
  const reopen = async () => {
    session = await openSession(port.open, clock, listener);
  };
  const arrive = ({ data = "", repeat = 1, event }: Arrival) => {
    if (event === "port-error" || event === "port-close") port.lose();
    if (event === "port-open") void reopen();
    for (const chunk of cut(data.repeat(repeat))) port.say(chunk);
  };
  const results: StepResult[] = [];
  for (const step of example.steps) {
    urcs = [];
    resets = 0;
    const before = port.written.length;
    let outcome: Outcome | undefined;
    const ask = async (request: string) => {
      outcome = await session.send(commandFor(request, step.timeout_ms));
    };
    if (step.send !== null) void ask(step.send);
    for (const arrival of step.rx) clock.at(arrival.at_ms, () => arrive(arrival));
    const lastMs = Math.max(0, ...step.rx.map((arrival) => arrival.at_ms));
    await clock.advance(Math.max(lastMs, step.timeout_ms ?? 0) + 500);
    const unknown = session.unknownLines;
    const info = outcome?.kind === "ok" ? outcome.info : [];
    const written = port.written.slice(before);
    results.push({ outcome, info, urcs: [...urcs, ...unknown], resets, written, counts: session.counts });
  }
  return results;
}
