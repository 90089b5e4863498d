/**
 * The file's text: one JSON object with a version, a checksum over the rest, and what is remembered. The checksum says
 * whether it is what was written; items that do not fit all the same are passed over, one by one.
 */
import { checksumOf } from "../base/checksum.ts";
import { isDay } from "./calendar.ts";
import { deviceFrom } from "./device-text.ts";
import { amount, list, raw, word } from "./fields.ts";
import {
  bounds,
  type Card,
  type KnownSettings,
  type Mark,
  nothingRemembered,
  type Pair,
  type Remembered,
  type Spent,
} from "./remembered.ts";

const version = 1;

export function encodeFile(memory: Remembered): string {
  return `${JSON.stringify({ version, checksum: checksumOf(memory), memory })}\n`;
}

/** Undefined when this is not a whole file of this version. */
export function decodeFile(text: string): Remembered | undefined {
  const file = raw(parsed(text));
  const memory = raw(file["memory"]);
  const salt = word(memory["salt"]);
  if (file["version"] !== version || file["checksum"] !== checksumOf(file["memory"]) || salt === undefined)
    return undefined;
  const { marks, recent } = { marks: raw(memory["marks"]), recent: raw(memory["recent"]) };
  return {
    salt,
    cards: list(memory["cards"], cardFrom).slice(-bounds.cards),
    pairs: list(memory["pairs"], pairFrom).slice(-bounds.pairs),
    marks: { modem: markFrom(marks["modem"]) ?? null, interface: markFrom(marks["interface"]) ?? null },
    unbookedBytes: amount(memory["unbookedBytes"]) ?? nothingRemembered(salt).unbookedBytes,
    savedAtS: amount(memory["savedAtS"]) ?? null,
    recent: { flaps: ages(recent["flaps"]), cells: ages(recent["cells"]), restarts: ages(recent["restarts"]) },
    settings: settingsFrom(memory["settings"]) ?? null,
    spent: list(memory["spent"], spentFrom).slice(-bounds.spent),
    device: deviceFrom(memory["device"]),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half a file, or another program's.
    return undefined;
  }
}

/** Null stays null; what is neither a day nor null does not fit. */
function dayOrNull(value: unknown): string | null | undefined {
  if (value === null) return null;
  return typeof value === "string" && isDay(value) ? value : undefined;
}

function ages(value: unknown): readonly number[] {
  return list(value, amount).slice(-bounds.events);
}

function periodFrom(item: unknown): Card["periods"][number] | undefined {
  const { from, bytes } = raw(item);
  const [day, count] = [dayOrNull(from), amount(bytes)];
  return typeof day === "string" && count !== undefined ? { from: day, bytes: count } : undefined;
}

function cardFrom(item: unknown): Card | undefined {
  const { card, firstDay, periods } = raw(item);
  const [name, first] = [word(card), dayOrNull(firstDay)];
  if (name === undefined || first === undefined) return undefined;
  return { card: name, firstDay: first, periods: list(periods, periodFrom).slice(-bounds.periods) };
}

function pairFrom(item: unknown): Pair | undefined {
  const { module, card, firstDay, lastDay, goodDays, settled } = raw(item);
  const [name, first, last, days] = [word(card), dayOrNull(firstDay), dayOrNull(lastDay), amount(goodDays)];
  if (name === undefined || first === undefined || last === undefined || days === undefined) return undefined;
  return {
    module: word(module) ?? null,
    card: name,
    firstDay: first,
    lastDay: last,
    goodDays: days,
    settled: settled === true,
  };
}

function markFrom(item: unknown): Mark | undefined {
  const { name, life, sentBytes, receivedBytes } = raw(item);
  const [source, began, sent, received] = [word(name), word(life), amount(sentBytes), amount(receivedBytes)];
  if (source === undefined || began === undefined || sent === undefined || received === undefined) return undefined;
  return { name: source, life: began, sentBytes: sent, receivedBytes: received };
}

function settingsFrom(item: unknown): KnownSettings | undefined {
  const { print, changedAtS, proved } = raw(item);
  const name = word(print);
  return name === undefined
    ? undefined
    : { print: name, changedAtS: amount(changedAtS) ?? null, proved: proved === true };
}

function spentFrom(item: unknown): Spent | undefined {
  const { name, day, count } = raw(item);
  const [what, when, times] = [word(name), dayOrNull(day), amount(count)];
  return what !== undefined && typeof when === "string" && times !== undefined
    ? { name: what, day: when, count: times }
    : undefined;
}
