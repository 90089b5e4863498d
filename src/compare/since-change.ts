/** Whether payments fail at the terminal itself since its programs were changed. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { Drawn } from "./drawn.ts";
import type { Happening } from "./happening.ts";
import { beganWith, type Trial } from "./onset.ts";
import type { Newest } from "./reads.ts";

const hourMs = 3_600_000;

const failedByItself: readonly (Scalar | undefined)[] = [
  "application_error",
  "answer_invalid",
  "function_not_supported",
  "chip_failed",
  "no_application",
  "pinpad_failed",
];

/** A payment that ended, and whether the terminal itself failed at it. */
function trialsOf(happenings: readonly Happening[]): readonly Trial[] {
  const byPayment = new Map<number, Trial>();
  for (const { atMs, payment, said } of happenings) {
    const outcome = said("txn.outcome");
    const failed = failedByItself.includes(said("txn.hindrance")) || outcome === "unknown";
    if (failed || byPayment.get(payment)?.failed === true) byPayment.set(payment, { atMs, failed: true });
    else if (said("txn.rc") !== undefined || outcome !== undefined) byPayment.set(payment, { atMs, failed: false });
  }
  return [...byPayment.values()];
}

const changes = {
  application: ["sw.app_version_changed_h", "sw.param_changed_h"],
  system: ["sw.os_version_changed_h"],
} as const satisfies Readonly<Record<string, readonly SignalId[]>>;

const isChange = (signal: SignalId): boolean =>
  Object.values(changes)
    .flat()
    .some((each) => each === signal);

/** Hours are told in tenths. */
const stepMs = 0.1 * hourMs;

const momentOf = ({ value, atMs }: Reading): number => atMs - Number(value) * hourMs;

/** Of a change told again the earlier moment: in tenths of an hour it would seem to be just now for six minutes. */
export function newestLevel(before: Reading | undefined, heard: Reading): Reading {
  if (before === undefined || !isChange(heard.signal)) return heard;
  const laterMs = momentOf(heard) - momentOf(before);
  return laterMs >= 0 && laterMs <= stepMs ? before : heard;
}

/** When the newest change was, monotonic milliseconds; undefined where nobody tells. */
export function changedMs(of: keyof typeof changes, newest: Newest): number | undefined {
  const times = changes[of].flatMap((signal) => {
    const told = newest(signal);
    return typeof told?.value === "number" ? [told.atMs - told.value * hourMs] : [];
  });
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Whether the trouble began with the newest change of the application, and of the system, where there was one. */
export function compareOnset(happenings: readonly Happening[], newest: Newest): Drawn {
  const trials = trialsOf(happenings);
  const [app, os] = [changedMs("application", newest), changedMs("system", newest)];
  return [
    ...(app !== undefined ? [["compare.since_app_change", beganWith(app, trials)] as const] : []),
    ...(os !== undefined ? [["compare.since_os_change", beganWith(os, trials)] as const] : []),
  ];
}
