/**
 * The readings of one message, each once, the same signal side by side so that its name is sent once. What they prove
 * refers to them by place.
 */
import type { Reading } from "../model/reading.ts";
import type { Scalar } from "../model/signal-shape.ts";
import type { Cuts } from "./cuts.ts";
import { ageBefore, type Moment } from "./moment.ts";
import { signalTable, wordTable } from "./numbers.ts";
import { mayLeave } from "./redact.ts";
import type { posdiag } from "./wire.js";
import { qualities } from "./words.ts";

export interface ReadingList {
  readonly wire: readonly posdiag.v1.Reading.$Properties[];
  /** Places of those readings that are in the list, in the order given. */
  placesOf(readings: readonly Reading[]): number[];
}

/** Most readings in one message; places fit one byte. */
const capacity = 64;

/** Takes readings in the order of their worth; what may not leave is left away, what does not fit is counted. */
export function createReadingList(readings: readonly Reading[], moment: Moment, cuts: Cuts): ReadingList {
  const distinct = new Map<string, Reading>();
  for (const reading of readings) if (mayLeave(reading)) distinct.set(keyOf(reading), reading);
  const kept = cuts.take([...distinct.values()], capacity);
  const order = [...new Set(kept.map((reading) => reading.signal))];
  const sorted = kept.toSorted((a, b) => order.indexOf(a.signal) - order.indexOf(b.signal));
  const places = new Map(sorted.map((reading, place) => [keyOf(reading), place]));
  return {
    wire: sorted.map((reading, place) => toWire(reading, sorted[place - 1], moment)),
    placesOf: (wanted) => wanted.flatMap((reading) => places.get(keyOf(reading)) ?? []),
  };
}

function keyOf(reading: Reading): string {
  return `${reading.signal} ${reading.atMs} ${reading.quality} ${typeof reading.value} ${reading.value}`;
}

function toWire(reading: Reading, before: Reading | undefined, moment: Moment): posdiag.v1.Reading.$Properties {
  const age = ageBefore(moment, reading.signal, reading.atMs);
  return {
    ...(reading.signal === before?.signal ? {} : signalToWire(reading.signal)),
    ...valueToWire(reading.value),
    quality: qualities[reading.quality],
    ageS: age.s,
    ageMs: age.ms,
  };
}

function signalToWire(id: string): posdiag.v1.Reading.$Properties {
  const signalNumber = signalTable.numberOf(id);
  return signalNumber ? { signalNumber } : { signal: id };
}

function valueToWire(value: Scalar | undefined): posdiag.v1.Reading.$Properties {
  if (typeof value === "boolean") return { flag: value };
  if (typeof value === "string") return wordToWire(value);
  if (value === undefined) return {};
  const fits = Number.isInteger(value) && value >= -2_147_483_648 && value <= 2_147_483_647;
  return fits ? { whole: value } : { number: value };
}

function wordToWire(word: string): posdiag.v1.Reading.$Properties {
  const wordNumber = wordTable.numberOf(word);
  return wordNumber ? { wordNumber } : { word };
}
