/** Which packs a terminal has: the one in force, the one before, the one on trial, and what was given up. Pure. */
import { checksumOf } from "../base/checksum.ts";
import { begun, endedWell, isSpent, type Probation } from "../base/probation.ts";

export interface Held {
  /** Of the file's bytes, and its name in the store. */
  readonly print: string;
  /** `acme-12` */
  readonly label: string;
  readonly version: number;
}

/** Why a pack that was taken is not used any more. */
export type GivenUpWhy = "did_not_live" | "unusable" | "taken_back";

export interface GivenUp extends Held {
  readonly why: GivenUpWhy;
}

export interface Standing {
  /** Highest version ever taken. */
  readonly floor: number;
  readonly current: Held | undefined;
  readonly before: Held | undefined;
  readonly trial: (Held & Probation) | undefined;
  /** Newest last. */
  readonly givenUp: readonly GivenUp[];
}

export const noPacks: Standing = { floor: 0, current: undefined, before: undefined, trial: undefined, givenUp: [] };

const mostGivenUp = 8;

export type Verdict = "new" | "there" | "older" | "given_up";

/** Whether a pack may be taken. The same version with other bytes is older: it must have a number of its own. */
export function judge(standing: Standing, { print, version }: Pick<Held, "print" | "version">): Verdict {
  const { current, trial, givenUp, floor } = standing;
  if ((trial ?? current)?.print === print) return "there";
  if (givenUp.some((each) => each.print === print)) return "given_up";
  return version > floor ? "new" : "older";
}

/** It goes on trial; what was on trial is forgotten. */
export function taken(standing: Standing, held: Held): Standing {
  const givenUp = standing.givenUp.filter(({ print }) => print !== held.print);
  return { ...standing, givenUp, floor: Math.max(standing.floor, held.version), trial: { ...held, starts: 0 } };
}

function gaveUp(standing: Standing, held: Held, why: GivenUpWhy): Standing {
  const { print, label, version } = held;
  const others = standing.givenUp.filter((each) => each.print !== print);
  return { ...standing, givenUp: [...others, { print, label, version, why }].slice(-mostGivenUp) };
}

/** The agent starts: a trial that had its starts is given up. */
export function started(standing: Standing): Standing {
  const { trial } = standing;
  if (!trial) return standing;
  if (isSpent(trial)) return { ...gaveUp(standing, trial, "did_not_live"), trial: undefined };
  return { ...standing, trial: begun(trial) };
}

/** The agent has run long enough with what is on trial. */
export function passed(standing: Standing): Standing {
  const { trial, current } = standing;
  if (!trial) return standing;
  const { print, label, version } = trial;
  return { ...standing, current: { print, label, version }, before: current, trial: undefined };
}

/** The agent ends in good order. */
export function stopped(standing: Standing): Standing {
  return standing.trial ? { ...standing, trial: endedWell(standing.trial) } : standing;
}

/** Somebody at the terminal wants the one before; undefined where there is nothing to go back from. */
export function wentBack(standing: Standing): Standing | undefined {
  const { trial, current, before } = standing;
  if (trial) return { ...gaveUp(standing, trial, "taken_back"), trial: undefined };
  return current ? { ...gaveUp(standing, current, "taken_back"), current: before, before: undefined } : undefined;
}

/** What is on trial cannot be used, for another reason than that it was not survived. */
export function unusable(standing: Standing): Standing {
  return standing.trial ? { ...gaveUp(standing, standing.trial, "unusable"), trial: undefined } : standing;
}

/** In the order in which they are tried. */
export function candidates({ trial, current, before }: Standing): readonly Held[] {
  return [trial, current, before].flatMap((held) => held ?? []);
}

const version = 1;

export function encodeStanding(standing: Standing): string {
  const content = { version, ...standing };
  return `${JSON.stringify({ sum: checksumOf(content), ...content })}\n`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return { ...Object(value) };
}

function heldOf(value: unknown): Held | undefined {
  const { print, label, version: number } = fieldsOf(value);
  if (typeof print !== "string" || !/^[a-p]{32}$/.test(print) || typeof label !== "string") return undefined;
  return typeof number === "number" ? { print, label, version: number } : undefined;
}

function trialOf(value: unknown): Standing["trial"] {
  const { starts } = fieldsOf(value);
  const held = heldOf(value);
  return held && typeof starts === "number" ? { ...held, starts } : undefined;
}

const reasons: readonly GivenUpWhy[] = ["did_not_live", "unusable", "taken_back"];

function givenUpOf(value: unknown): readonly GivenUp[] {
  const held = heldOf(value);
  const why = reasons.find((known) => known === fieldsOf(value)["why"]);
  return held && why ? [{ ...held, why }] : [];
}

/** Undefined when it is not a whole text of this version. */
export function decodeStanding(text: string): Standing | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { sum, ...content } = fieldsOf(said);
  const { floor, current, before, trial, givenUp } = content;
  if (sum !== checksumOf(content) || content["version"] !== version || typeof floor !== "number") return undefined;
  const list: readonly unknown[] = Array.isArray(givenUp) ? givenUp : [];
  return {
    floor,
    current: heldOf(current),
    before: heldOf(before),
    trial: trialOf(trial),
    givenUp: list.flatMap(givenUpOf),
  };
}
