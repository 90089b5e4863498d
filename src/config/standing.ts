/**
 * Which configuration an agent starts with: the one in the file, or the last one with which it ran well. Pure. Never the one of another
 * terminal: a wrong name is worse than no diagnosis.
 */
import { checksumOf } from "../base/checksum.ts";
import { begun, endedWell, isSpent, type Probation } from "../base/probation.ts";

export interface ConfigStanding {
  /** Text of the last good one. */
  readonly good: string | undefined;
  /** The one in the file, while it has not proved itself. */
  readonly trial: ({ readonly print: string } & Probation) | undefined;
}

export const noConfig: ConfigStanding = { good: undefined, trial: undefined };

export type Unused = "unreadable" | "wrong" | "did_not_live";

export interface Choice {
  readonly source: "file" | "last_good";
  /** From this start on. */
  readonly standing: ConfigStanding;
}

/** Of a text. No digits, so that it is no card number. */
export const configPrintOf = (text: string): string => checksumOf(text);

/** A file that can be used. `mayReturn`: there is a good one, of the same terminal, that can be used as well. */
export function chooseFor(standing: ConfigStanding, text: string, mayReturn: boolean): Choice {
  if (standing.good === text) return { source: "file", standing: { good: text, trial: undefined } };
  const print = configPrintOf(text);
  const trial = standing.trial?.print === print ? standing.trial : { print, starts: 0 };
  // It stays given up until there is another file.
  if (isSpent(trial) && mayReturn) return { source: "last_good", standing: { ...standing, trial } };
  return { source: "file", standing: { ...standing, trial: begun(trial) } };
}

/** The agent has run long enough with the file. */
export function proved(text: string): ConfigStanding {
  return { good: text, trial: undefined };
}

export function ended(standing: ConfigStanding): ConfigStanding {
  return { ...standing, trial: standing.trial && endedWell(standing.trial) };
}

const version = 1;

export function encodeConfigStanding({ good, trial }: ConfigStanding): string {
  const content = { version, good, trial };
  return `${JSON.stringify({ sum: checksumOf(content), ...content })}\n`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return { ...Object(value) };
}

function trialOf(value: unknown): ConfigStanding["trial"] {
  const { print, starts } = fieldsOf(value);
  return typeof print === "string" && typeof starts === "number" ? { print, starts } : undefined;
}

/** Undefined when it is not a whole text of this version. */
export function decodeConfigStanding(text: string): ConfigStanding | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { sum, ...content } = fieldsOf(said);
  if (sum !== checksumOf(content) || content["version"] !== version) return undefined;
  const { good, trial } = content;
  return { good: typeof good === "string" ? good : undefined, trial: trialOf(trial) };
}
