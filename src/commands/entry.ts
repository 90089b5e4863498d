/** One command as the terminal remembers it, and the whole memory of them as a text. */
import { checksumOf } from "../base/checksum.ts";
import { type CommandState, finalStates, isFinal, type ResultDigest } from "../model/command.ts";

export interface Entry {
  readonly id: string;
  /** Empty: none that this version knows. */
  readonly verb: string;
  readonly who: string;
  readonly key: string;
  readonly issuedS: number;
  readonly deadlineS: number;
  readonly state: CommandState;
  readonly reason: string;
  readonly result: ResultDigest | undefined;
  /** What became of it is in the outbox. */
  readonly told: boolean;
}

export interface Remembered {
  /** Whatever was issued up to this time and is not among the entries is refused: it may have been here before. Seconds. */
  readonly floorS: number;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

export const nothing: Remembered = { floorS: 0, entries: [] };
/** Of so many ids the answer is known; older ones are refused by the time at which they were issued. */
export const mostEntries = 64;
export const mostBytes = 65_536;
const version = 1;

export function encodeEntries(remembered: Remembered): string {
  const content = { version, ...remembered };
  return `${JSON.stringify({ sum: checksumOf(content), ...content })}\n`;
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const states: readonly string[] = ["accepted", "running", ...finalStates];
const isState = (word: string): word is CommandState => states.includes(word) && (isFinal(word) || word !== "");

function digestOf(said: unknown): ResultDigest | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const { bytes, sha256 }: Record<string, unknown> = { ...said };
  return isNumber(bytes) && typeof sha256 === "string" ? { bytes, sha256 } : undefined;
}

function entryOf(said: unknown): Entry | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const { issuedS, deadlineS, told, result, ...rest }: Record<string, unknown> = { ...said };
  const [id, verb, who, key, state, reason] = ["id", "verb", "who", "key", "state", "reason"].map((name) => {
    const word = rest[name];
    return typeof word === "string" ? word : undefined;
  });
  if (id === undefined || verb === undefined || who === undefined || key === undefined) return undefined;
  if (state === undefined || !isState(state) || reason === undefined) return undefined;
  if (!isNumber(issuedS) || !isNumber(deadlineS) || typeof told !== "boolean") return undefined;
  return { id, verb, who, key, state, reason, issuedS, deadlineS, told, result: digestOf(result) };
}

/** Undefined when it is not a whole text of this version. */
export function decodeEntries(text: string): Remembered | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof said !== "object" || said === null) return undefined;
  const { sum, ...content }: Record<string, unknown> = { ...said };
  if (sum !== checksumOf(content) || content["version"] !== version) return undefined;
  const { floorS, entries } = content;
  if (!isNumber(floorS) || !Array.isArray(entries)) return undefined;
  const sound = entries.flatMap((entry) => entryOf(entry) ?? []);
  return sound.length === entries.length ? { floorS, entries: sound } : undefined;
}
