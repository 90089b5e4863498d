/**
 * Settings from afar: what is in force, and what is on trial. Pure. A trial that is not confirmed in time, or in which the agent has to
 * start once more, is over, and what was good before is in force again.
 */
import { checksumOf } from "../base/checksum.ts";

export type Settings = Readonly<Record<string, unknown>>;

export interface Trial {
  /** Of the command that ordered it. */
  readonly id: string;
  /** All that would be in force, not only what is new. */
  readonly settings: Settings;
  readonly trialS: number;
  /** The agent has started with it. */
  readonly begun: boolean;
}

export interface Standing {
  /** What the configuration's file had when this was set. */
  readonly basis: string;
  readonly good: Settings;
  readonly trial: Trial | undefined;
}

export interface Start {
  readonly settings: Settings;
  /** As it is from now on: to be kept before anything of it is used. */
  readonly standing: Standing;
  /** The trial that is over, if one is. */
  readonly failed: Trial | undefined;
}

export function startWith(found: Standing | undefined, basis: string): Start {
  const standing = found?.basis === basis ? found : { basis, good: {}, trial: undefined };
  const { good, trial } = standing;
  if (!trial) return { settings: good, standing, failed: undefined };
  if (trial.begun) return { settings: good, standing: { ...standing, trial: undefined }, failed: trial };
  return { settings: trial.settings, standing: { ...standing, trial: { ...trial, begun: true } }, failed: undefined };
}

/** With what is set anew; `null` takes a setting back. */
export function merged(good: Settings, change: Settings): Settings {
  return Object.fromEntries(Object.entries({ ...good, ...change }).filter(([, value]) => value !== null));
}

const version = 1;

export function encodeStanding(standing: Standing): string {
  const content = { version, ...standing };
  return `${JSON.stringify({ sum: checksumOf(content), ...content })}\n`;
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function trialOf(value: unknown): Trial | undefined {
  const { id, settings, trialS, begun } = objectOf(value) ?? {};
  const set = objectOf(settings);
  if (typeof id !== "string" || !set || typeof trialS !== "number" || typeof begun !== "boolean") return undefined;
  return { id, settings: set, trialS, begun };
}

/** Undefined when it is not a whole text of this version. */
export function decodeStanding(text: string): Standing | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { sum, ...content } = objectOf(said) ?? {};
  if (sum !== checksumOf(content) || content["version"] !== version) return undefined;
  const good = objectOf(content["good"]);
  const { basis } = content;
  return typeof basis === "string" && good ? { basis, good, trial: trialOf(content["trial"]) } : undefined;
}
