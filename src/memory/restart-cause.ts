/**
 * Why the terminal started anew, from what it shows and from what was remembered before. What leaves a trace is taken from
 * it. Who was told to end wrote that down; who was not, and left no trace, lost its power: to the machine that looks like
 * somebody pressing the power key.
 */
import type { BootTraces, RestartCause } from "../model/device-fact.ts";
import type { KnownRun } from "./remembered.ts";

export interface Restart {
  readonly cause: RestartCause;
  /** The supply gave way, though there was one: on a battery that was not flat, or on an adapter that sags. */
  readonly brownout: boolean;
}

/** Traces with the prints of their crash records. */
export interface Shown extends Pick<BootTraces, "watchdog"> {
  readonly crashes: readonly string[] | null;
}

function causeOf(before: KnownRun, { watchdog, crashes }: Shown): RestartCause {
  // Old records lie there until somebody takes them away.
  if (before.crashes && crashes?.some((each) => !before.crashes?.includes(each))) return "panic";
  if (watchdog?.overheated) return "thermal";
  // Many chips restart by way of their watchdog when they are asked to: who ended in order was asked.
  if (before.endedInOrder) return "normal";
  return watchdog?.fired && !watchdog.starved ? "watchdog" : "power_loss";
}

/** `before`: the last run, in another boot. */
export function restartOf(before: KnownRun, shown: Shown): Restart {
  const cause = causeOf(before, shown);
  const gaveWay = (before.onBattery && !before.batteryFlat) || before.sagged || shown.watchdog?.starved === true;
  return { cause, brownout: cause === "power_loss" && gaveWay };
}

/** An hour of a chip without power, or a day that it went wrong by: more than any drift. */
const lostS = 86_400;

/**
 * Whether the chip that keeps time has lost it: it shows a time before any terminal was built, or lies behind what was
 * remembered. Undefined where there is no such chip.
 */
export function lostTime(rtcS: number | undefined, earliestS: number, savedAtS: number | null): boolean | undefined {
  if (rtcS === undefined) return undefined;
  return rtcS < earliestS || (savedAtS !== null && rtcS < savedAtS - lostS);
}
