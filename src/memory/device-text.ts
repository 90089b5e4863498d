/** The terminal's own body as it lies in the file; what does not fit is passed over, item by item. */
import { restartCauses } from "../model/device-fact.ts";
import { amount, list, raw, word } from "./fields.ts";
import {
  bounds,
  type Dates,
  type KnownDevice,
  type KnownRun,
  type KnownTotals,
  type KnownVersion,
} from "./remembered.ts";

function datesFrom(value: unknown): Dates {
  return list(value, (item) =>
    item === null ? [null] : amount(item) !== undefined ? [amount(item) ?? null] : undefined,
  )
    .flat()
    .slice(-bounds.dates);
}

function runFrom(item: unknown): KnownRun | null {
  const { boot, cause, crashes, rtcReset, ...flags } = raw(item);
  const print = word(boot);
  if (print === undefined) return null;
  return {
    boot: print,
    endedInOrder: flags["endedInOrder"] === true,
    cause: restartCauses.find((each) => each === cause) ?? "unknown",
    brownout: flags["brownout"] === true,
    rtcReset: typeof rtcReset === "boolean" ? rtcReset : null,
    onBattery: flags["onBattery"] === true,
    batteryFlat: flags["batteryFlat"] === true,
    sagged: flags["sagged"] === true,
    crashes: crashes === null ? null : list(crashes, word).slice(-bounds.crashRecords),
  };
}

function versionFrom(item: unknown): KnownVersion | null {
  const { print, changedAtS } = raw(item);
  const name = word(print);
  return name === undefined ? null : { print: name, changedAtS: amount(changedAtS) ?? null };
}

function entriesOf<T>(value: unknown, read: (item: unknown) => T | undefined): Readonly<Record<string, T>> {
  const entries = Object.entries(raw(value)).flatMap(([name, item]) => {
    const found = read(item);
    return found === undefined ? [] : [[name, found] as const];
  });
  return Object.fromEntries(entries.slice(0, bounds.events));
}

function totalsFrom(item: unknown): KnownTotals {
  const { hour, totals, grown } = raw(item);
  return {
    hour: amount(hour) ?? null,
    totals: entriesOf(totals, amount),
    grown: entriesOf(grown, (hours) => list(hours, amount).slice(0, bounds.hours)),
  };
}

export function deviceFrom(item: unknown): KnownDevice {
  const { run, losses, crashes, brownouts, versions, counters } = raw(item);
  const { app, os, params } = raw(versions);
  return {
    run: runFrom(run),
    losses: datesFrom(losses),
    crashes: datesFrom(crashes),
    brownouts: datesFrom(brownouts),
    versions: { app: versionFrom(app), os: versionFrom(os), params: versionFrom(params) },
    counters: totalsFrom(counters),
  };
}
