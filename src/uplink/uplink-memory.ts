/** What the uplink remembers over restarts, in one small file: what it has cost, and how long the way may be silent. */
import type { Clock } from "../base/clock.ts";
import { createKeptFile, type KeptFile } from "../base/kept-file.ts";
import type { Log } from "../base/log.ts";
import { type Tally, type Uses, useKinds } from "../model/data-use.ts";
import { type KeptUse, nothingUsed, type Span } from "./data-use.ts";

export interface Remembered {
  readonly use: KeptUse;
  readonly keepaliveS: number | undefined;
}

export type UplinkFile = Pick<KeptFile<Remembered>, "read" | "write">;

const mostBytes = 8_192;
const mostSpans = 2;
const version = 1;

export function createUplinkFile(path: string, log: Log): UplinkFile {
  return createKeptFile({ ...{ path, log, name: "uplink_memory", mostBytes }, decode, encode });
}

/** For those who keep nothing. */
export const noFile: UplinkFile = { read: async () => undefined, write: async () => true };

function encode({ use, keepaliveS }: Remembered): string {
  return `${JSON.stringify({ version, ...use, keepalive_s: keepaliveS ?? null })}\n`;
}

function decode(text: string): Remembered | undefined {
  const file = objectOf(parsed(text));
  if (file?.["version"] !== version) return undefined;
  const [months, days, unbooked] = [spans(file["months"]), spans(file["days"]), uses(file["unbooked"])];
  if (!months || !days || !unbooked) return undefined;
  const keepaliveS = file["keepalive_s"];
  return { use: { months, days, unbooked }, keepaliveS: isCount(keepaliveS) ? keepaliveS : undefined };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function spans(value: unknown): readonly Span[] | undefined {
  if (!Array.isArray(value) || value.length > mostSpans) return undefined;
  const read = value.flatMap((item: unknown) => spanOf(item) ?? []);
  return read.length === value.length ? read : undefined;
}

function spanOf(item: unknown): Span | undefined {
  const { name, uses: told } = objectOf(item) ?? {};
  const read = uses(told);
  return typeof name === "string" && /^\d{4}-\d\d-\d\d$/.test(name) && read ? { name, uses: read } : undefined;
}

function uses(value: unknown): Uses | undefined {
  const told = objectOf(value);
  if (!told) return undefined;
  const known = useKinds.flatMap((kind) => {
    const read = tally(told[kind]);
    return read ? [[kind, read] as const] : [];
  });
  return known.length === Object.keys(told).length ? Object.fromEntries(known) : undefined;
}

function tally(value: unknown): Tally | undefined {
  const { up, down } = objectOf(value) ?? {};
  return isCount(up) && isCount(down) ? { up, down } : undefined;
}

/** Writes what is worth it every so often, until the signal aborts; then once more. */
export async function keepWriting(
  file: UplinkFile,
  content: () => Remembered,
  { clock, everyMs, stop }: { readonly clock: Clock; readonly everyMs: number; readonly stop: AbortSignal },
): Promise<void> {
  let written = JSON.stringify(content());
  const write = async () => {
    const now = content();
    const text = JSON.stringify(now);
    if (text !== written && (await file.write(now))) written = text;
  };
  while (!stop.aborted) {
    await clock.sleep(everyMs, stop);
    await write();
  }
}

export const nothingRemembered: Remembered = { use: nothingUsed, keepaliveS: undefined };
