/** The file that `posdiag replay` reads: a recording in one part or two, or an incident, as readings and instants to think at. */
import { createReadStream } from "node:fs";
import { AgentError, systemCode } from "../base/errors.ts";
import { capabilitiesIn, readIncident } from "../incident/incident.ts";
import type { Reading } from "../model/reading.ts";
import { type Circumstances, type Entry, type Header, readEntry, readHeader } from "../record/lines.ts";
import { boundedLines } from "./bounded-lines.ts";
import { readInputFile } from "./input-file.ts";

/** A thought that opens many cases at once, with all their evidence. */
const longestLine = 4 * 1024 * 1024;

export interface Source {
  readonly header: Header;
  /** Whether it tells what came of it. */
  readonly isRecording: boolean;
  /** Entries in order; a line that is none comes as a sentence about it. */
  readonly entries: AsyncIterable<Entry | string>;
}

async function* linesOf(path: string): AsyncGenerator<string | undefined> {
  try {
    for await (const line of boundedLines(createReadStream(path), longestLine)) {
      yield line.kind === "line" ? line.text : undefined;
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new AgentError("INPUT_UNREADABLE", `${path} (${code})`, { cause: error });
  }
}

async function headerOf(path: string): Promise<Header | undefined> {
  for await (const line of linesOf(path)) return line === undefined ? undefined : readHeader(line);
  return undefined;
}

/** The part before this one, where it is still there and of the same run of the agent. */
async function earlierPart(path: string, header: Header): Promise<Header | undefined> {
  if (header.part < 2) return undefined;
  try {
    const earlier = await headerOf(`${path}.1`);
    const fits =
      earlier?.part === header.part - 1 && earlier.start === header.start && earlier.startMs === header.startMs;
    return fits ? earlier : undefined;
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    return undefined;
  }
}

/** What follows the header, without the first `skipped` entries. */
async function* entriesOf(path: string, skipped: number): AsyncGenerator<Entry | string> {
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (number <= 1 + skipped || line === "") continue;
    const entry = line === undefined ? "too long" : readEntry(line);
    yield typeof entry === "string" ? `${path}: line ${number}: ${entry}` : entry;
  }
}

async function* bothParts(path: string, carried: number): AsyncGenerator<Entry | string> {
  yield* entriesOf(`${path}.1`, 0);
  yield* entriesOf(path, carried);
}

/** Every reading of an instant, then a thought. */
async function* instantsOf(readings: readonly Reading[], problems: readonly string[]): AsyncGenerator<Entry | string> {
  yield* problems;
  const ordered = readings.toSorted((a, b) => a.atMs - b.atMs);
  for (const [at, reading] of ordered.entries()) {
    yield { kind: "reading", reading };
    if (ordered[at + 1]?.atMs !== reading.atMs) yield { kind: "thought", atMs: reading.atMs, events: "" };
  }
}

/** @throws AgentError INPUT_UNREADABLE, or INPUT_INVALID where the file is neither. */
export async function openReplay(path: string, codes: Circumstances["codes"]): Promise<Source> {
  const header = await headerOf(path);
  if (header) {
    const earlier = await earlierPart(path, header);
    return {
      header: earlier ?? header,
      isRecording: true,
      entries: earlier ? bothParts(path, header.carried) : entriesOf(path, 0),
    };
  }
  const { readings, problems } = readIncident(await readInputFile(path));
  if (readings.length === 0) {
    throw new AgentError("INPUT_INVALID", `${path} is neither a recording nor an incident; see posdiag replay --help`);
  }
  return {
    isRecording: false,
    entries: instantsOf(readings, problems),
    header: {
      ...{ part: 1, gone: 0, carried: 0, way: undefined, agentVersion: "", catalogueHash: "", start: "", startMs: 0 },
      // In a log that has ended nothing newer is known, so values hold.
      ...{ holdMs: Number.POSITIVE_INFINITY, lastCaseId: 0, codes },
      capabilities: [...capabilitiesIn(readings)],
    },
  };
}
