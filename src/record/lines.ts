/**
 * Lines of a recording: a header, then what the thinker saw and when it thought, in that order. `t` is in seconds of the
 * monotonic clock, as an incident has it.
 */
import { type CodeScheme, codeSchemes } from "../codes/response-codes.ts";
import type { CaseEvent } from "../model/case.ts";
import type { Capability, WayKind } from "../model/catalogue.ts";
import type { Quality, Reading } from "../model/reading.ts";
import { isPlausible, isSignalId } from "../model/signal.ts";

/** All that the diagnosis depends on beside readings and times. */
export interface Circumstances {
  readonly agentVersion: string;
  readonly catalogueHash: string;
  readonly capabilities: readonly Capability[];
  readonly holdMs: number;
  readonly lastCaseId: number;
  readonly codes: { readonly scheme: CodeScheme; readonly own: Readonly<Record<string, string>> };
  /** Of the start of the agent: ISO 8601, and monotonic milliseconds. */
  readonly start: string;
  readonly startMs: number;
}

export interface Header extends Circumstances {
  /** Counts up from 1; one file a part. */
  readonly part: number;
  /** Lines of parts that are no longer there when this part begins. */
  readonly gone: number;
  /** Readings after this header that were seen in earlier parts, one for each signal. */
  readonly carried: number;
  /** How the terminal reached the world when this part began. */
  readonly way: WayKind | undefined;
}

export type Entry =
  | { readonly kind: "reading"; readonly reading: Reading }
  /** `events`: as JSON, byte for byte as they were recorded. */
  | { readonly kind: "thought"; readonly atMs: number; readonly events: string }
  | { readonly kind: "lost"; readonly count: number };

const version = 1;
const capabilities: readonly Capability[] = ["cellular", "lan", "ethernet", "wifi", "dial_up", "printer"];
const ways: readonly WayKind[] = ["cellular", "cable", "wifi"];
const qualities: readonly Quality[] = ["ok", "stale", "absent", "implausible"];

export function headerLine(header: Header): string {
  const { part, gone, carried, way = null, agentVersion, catalogueHash, holdMs, lastCaseId, codes } = header;
  return JSON.stringify({
    ...{ record: version, part, gone, carried, agent: agentVersion, catalogue: catalogueHash },
    ...{ capabilities: header.capabilities, way, hold_ms: holdMs, last_case_id: lastCaseId, codes },
    ...{ start: header.start, start_ms: header.startMs },
  });
}

export function readingLine({ signal, value, atMs, quality }: Reading): string {
  const [source = ""] = signal.split(".");
  return JSON.stringify({ t: atMs / 1_000, source, signal: signal.slice(source.length + 1), value, quality });
}

export function thoughtLine(nowMs: number, events: readonly CaseEvent[]): string {
  return JSON.stringify({ t: nowMs / 1_000, thought: events });
}

export function lostLine(count: number): string {
  return JSON.stringify({ lost: count });
}

/** Clocks count whole milliseconds, which a division by a thousand and back does not always give again. */
function millisecondsOf(t: unknown): number | undefined {
  if (typeof t !== "number" || !Number.isFinite(t)) return undefined;
  const whole = Math.round(t * 1_000);
  return Math.abs(t * 1_000 - whole) < 1e-3 ? whole : t * 1_000;
}

function objectOf(line: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

const field = (object: object, name: string): unknown => Reflect.get(object, name);
const count = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function codesOf(said: unknown): Circumstances["codes"] | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const scheme = codeSchemes.find((known) => known === field(said, "scheme"));
  const own: unknown = field(said, "own");
  if (scheme === undefined || typeof own !== "object" || own === null) return undefined;
  const entries = Object.entries(own).flatMap(([code, meaning]) =>
    typeof meaning === "string" ? [[code, meaning]] : [],
  );
  return { scheme, own: Object.fromEntries(entries) };
}

/** The first line of a recording; undefined when it is none, or of another version. */
export function readHeader(line: string): Header | undefined {
  const said = objectOf(line);
  if (!said || field(said, "record") !== version) return undefined;
  const numbers = ["part", "gone", "carried", "hold_ms", "last_case_id", "start_ms"].map((name) =>
    count(field(said, name)),
  );
  const [agentVersion, catalogueHash, start] = ["agent", "catalogue", "start"].map((name) => text(field(said, name)));
  const [part, gone, carried, holdMs, lastCaseId, startMs] = numbers;
  const had: unknown = field(said, "capabilities");
  const codes = codesOf(field(said, "codes"));
  if (part === undefined || gone === undefined || carried === undefined || holdMs === undefined) return undefined;
  if (lastCaseId === undefined || startMs === undefined || !Array.isArray(had) || !codes) return undefined;
  if (agentVersion === undefined || catalogueHash === undefined || start === undefined) return undefined;
  return {
    ...{ part, gone, carried, holdMs, lastCaseId, startMs, agentVersion, catalogueHash, start, codes },
    capabilities: capabilities.filter((known) => had.includes(known)),
    way: ways.find((known) => known === field(said, "way")),
  };
}

function readReading(said: object, atMs: number): Reading | string {
  const signal = `${text(field(said, "source"))}.${text(field(said, "signal"))}`;
  if (!isSignalId(signal)) return `unknown signal ${signal.slice(0, 60)}`;
  const quality = qualities.find((known) => known === field(said, "quality"));
  const value: unknown = field(said, "value");
  if (quality === undefined) return `${signal} has no quality`;
  if (quality === "absent" || quality === "implausible") return { signal, value: undefined, atMs, quality };
  return isPlausible(signal, value) ? { signal, value, atMs, quality } : `${signal} cannot be what the line says`;
}

/** A line after the header, or why it is none. */
export function readEntry(line: string): Entry | string {
  const said = objectOf(line);
  if (!said) return "not a JSON object";
  const lost = count(field(said, "lost"));
  if (lost !== undefined) return { kind: "lost", count: lost };
  const atMs = millisecondsOf(field(said, "t"));
  if (atMs === undefined) return "t is not a number of seconds";
  const events: unknown = field(said, "thought");
  if (Array.isArray(events)) return { kind: "thought", atMs, events: JSON.stringify(events) };
  const reading = readReading(said, atMs);
  return typeof reading === "string" ? reading : { kind: "reading", reading };
}
