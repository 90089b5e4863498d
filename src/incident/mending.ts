/** With what a trouble ended, told from what was read while it lasted and after. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

/** The values of one signal, oldest first. */
function valuesOf(signal: SignalId, readings: readonly Reading[]): readonly Scalar[] {
  return readings.flatMap((each) => (each.signal === signal && each.value !== undefined ? [each.value] : []));
}

/** Whether it said one thing, and another later. */
function turned(signal: SignalId, [from, to]: readonly [Scalar, Scalar], readings: readonly Reading[]): boolean {
  const values = valuesOf(signal, readings);
  return values.includes(from) && values.lastIndexOf(to) > values.indexOf(from);
}

/** A counter of the month that begins anew; half, because one that is kept by day drops a little. */
function beganAnew(before: readonly Reading[], readings: readonly Reading[]): boolean {
  const used = valuesOf("sim.data_used_mb_month", readings);
  const last = valuesOf("sim.data_used_mb_month", before).at(-1);
  const all = [...(last === undefined ? [] : [last]), ...used].map(Number);
  return all.some((value, at) => value < Math.max(0, ...all.slice(0, at)) / 2);
}

/** `all`: in order of time. Undefined where nothing is known of it. */
export function mendedWith(
  all: readonly Reading[],
  beganMs: number,
): "another_card" | "module_answers" | "new_month" | undefined {
  const [before, during] = [all.filter(({ atMs }) => atMs < beganMs), all.filter(({ atMs }) => atMs >= beganMs)];
  // A card that was changed when it began is what it began with.
  const after = during.filter(({ atMs }) => atMs > beganMs);
  if (valuesOf("sim.iccid_changed", after).includes(true)) return "another_card";
  const answers = turned("modem.at_response", ["timeout", "ok"], during);
  if (answers || turned("modem.module_present", [false, true], during)) return "module_answers";
  return beganAnew(before, during) ? "new_month" : undefined;
}
