/**
 * What else was measured when a case was opened: of the side that the fault is on. A report costs the SIM's data, and what a
 * printer says is no help with a dead link.
 */
import type { Reading } from "../model/reading.ts";

const groupOf = (name: string): string => name.split(".")[0] ?? "";

/** Families of faults beyond the terminal's own body. */
const ofTheWay: readonly string[] = [
  "sim",
  "cell",
  "modem",
  "lan",
  "wifi",
  "line",
  "net",
  "host",
  "switch",
  "unlisted",
];
const toldOfTheWay: readonly string[] = ["modem", "sim", "net", "lan", "line", "host", "clock", "fleet"];
const toldOfTheTerminal: readonly string[] = [
  "reader",
  "printer",
  "key",
  "power",
  "device",
  "sw",
  "clock",
  "env",
  "compare",
];
/** Of a payment this much is told whatever the fault; the rest is of the terminal's side. */
const toldAlways: readonly string[] = [
  "txn.outcome",
  "txn.rc",
  "txn.reversal_state",
  "device.uptime_s",
  "power.source",
];

const idle: readonly unknown[] = ["none", "unclear", "fine", false, 0];

/** A comparison that found nothing is not worth its bytes. */
const isTelling = ({ signal, value }: Reading): boolean => groupOf(signal) !== "compare" || !idle.includes(value);

/** `newest`: the newest reading of every signal. */
export function snapshotOf(fault: string, newest: readonly Reading[]): readonly Reading[] {
  const onTheWay = ofTheWay.includes(groupOf(fault));
  const groups = onTheWay ? toldOfTheWay : [...toldOfTheTerminal, "txn"];
  return newest.filter((reading) => {
    const wanted = groups.includes(groupOf(reading.signal)) || toldAlways.includes(reading.signal);
    return wanted && reading.quality === "ok" && isTelling(reading);
  });
}
