/** One moment on both clocks, and times as ages before it: an age takes one to three bytes where a time takes eight. */
import { AgentError } from "../base/errors.ts";
import type { Stamp } from "../model/record.ts";
import { splitMs } from "./range.ts";
import type { posdiag } from "./wire.js";
import { clockQualities } from "./words.ts";

export type Moment = Pick<Stamp, "wallMs" | "monoMs" | "clock">;

export function momentToWire(moment: Moment): posdiag.v1.Moment.$Properties {
  const wall = splitMs("wall clock", moment.wallMs);
  const mono = splitMs("monotonic clock", moment.monoMs);
  return { wallS: wall.s, wallMs: wall.ms, monoS: mono.s, monoMs: mono.ms, clock: clockQualities[moment.clock] };
}

/** How long before the moment something was, in seconds and milliseconds. What is yet to come is RECORD_INVALID. */
export function ageBefore(moment: Moment, field: string, atMs: number): { readonly s: number; readonly ms: number } {
  if (atMs > moment.monoMs) throw new AgentError("RECORD_INVALID", `${field} is later than the record`);
  return splitMs(field, moment.monoMs - atMs);
}
