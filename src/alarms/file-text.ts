/**
 * The file's text: one JSON object with a version, a checksum over the rest, and the inventory. Times are written as people
 * read them, with how far the clock could be trusted: `2026-11-27T05:30:00Z ntp`. Entries that do not fit are passed over.
 */
import { checksumOf } from "../base/checksum.ts";
import { amount, list, raw, word } from "../memory/fields.ts";
import { longestNote, operators } from "../model/alarm.ts";
import type { Severity } from "../model/catalogue.ts";
import type { ClockQuality } from "../model/record.ts";
import { type Alarm, bounds, type FormerName, type OperatorChange, type StatusChange } from "./alarm.ts";
import type { Instant } from "./instant.ts";
import type { Kept } from "./inventory.ts";

const version = 1;
const undatedText = "undated";
const undated: Instant = { monoMs: null, wallMs: null, clock: "none" };

export function encodeFile({ nextId, alarms, forgotten }: Kept): string {
  const kept = { nextId, forgotten, alarms };
  // The monotonic clock begins anew with the next boot.
  const inventory: unknown = JSON.parse(JSON.stringify(kept, (_, value: unknown) => textOfInstant(value) ?? value));
  return `${JSON.stringify({ version, checksum: checksumOf(inventory), inventory })}\n`;
}

function textOfInstant(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("wallMs" in value) || !("clock" in value)) return undefined;
  if (typeof value.wallMs !== "number") return undatedText;
  return `${new Date(value.wallMs).toISOString().slice(0, 19)}Z ${String(value.clock)}`;
}

/** Undefined when this is not a whole file of this version. */
export function decodeFile(text: string): Kept | undefined {
  const file = raw(parsed(text));
  const inventory = raw(file["inventory"]);
  const nextId = amount(inventory["nextId"]);
  if (file["version"] !== version || file["checksum"] !== checksumOf(file["inventory"]) || !nextId) return undefined;
  const alarms = list(inventory["alarms"], alarmFrom).slice(-bounds.alarms);
  return { nextId, alarms, forgotten: amount(inventory["forgotten"]) ?? 0 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half a file, or another program's.
    return undefined;
  }
}

const severities: readonly Severity[] = ["critical", "major", "minor", "warning"];
const qualities: readonly ClockQuality[] = ["none", "rtc", "ntp", "network"];

function instantFrom(value: unknown): Instant | undefined {
  if (value === undatedText) return undated;
  const [date = "", quality] = typeof value === "string" ? value.split(" ") : [];
  const clock = qualities.find((known) => known === quality);
  const wallMs = Date.parse(date);
  return clock === undefined || Number.isNaN(wallMs) ? undefined : { monoMs: null, wallMs, clock };
}

const at = (value: unknown): Instant => instantFrom(value) ?? undated;

function severityFrom(value: unknown): Severity | undefined {
  return severities.find((severity) => severity === value);
}

function changeFrom(item: unknown): StatusChange | undefined {
  const { at: when, severity: given } = raw(item);
  const severity = given === "cleared" ? given : severityFrom(given);
  return severity && { at: at(when), severity };
}

function formerFrom(item: unknown): FormerName | undefined {
  const { fault, until } = raw(item);
  const name = word(fault);
  return name === undefined ? undefined : { fault: name, until: at(until) };
}

function operationFrom(item: unknown): OperatorChange | undefined {
  const { at: when, state, by, note, hours } = raw(item);
  const known = (["none", "ack", "closed", "shelved", "un-shelved"] as const).find((each) => each === state);
  const who = [...operators, "agent" as const].find((each) => each === by);
  if (known === undefined || who === undefined) return undefined;
  const said = typeof note === "string" ? note.slice(0, longestNote) : "";
  return { at: at(when), state: known, by: who, note: said, hours: amount(hours) ?? 0 };
}

function toldFrom(item: unknown): Alarm["told"] {
  const { at: when, severity: given } = raw(item);
  const severity = severityFrom(given);
  return severity === undefined ? null : { at: at(when), severity };
}

function alarmFrom(item: unknown): Alarm | undefined {
  const given = raw(item);
  const [id, fault, severity] = [amount(given["id"]), word(given["fault"]), severityFrom(given["severity"])];
  if (!id || fault === undefined || severity === undefined) return undefined;
  return {
    ...{ id, fault, severity },
    isCleared: given["isCleared"] === true,
    isConfirmed: given["isConfirmed"] === true,
    isRootCause: given["isRootCause"] !== false,
    probability: Math.min(1, amount(given["probability"]) ?? 0),
    signs: list(given["signs"], word).slice(0, bounds.signs),
    created: at(given["created"]),
    lastRaised: at(given["lastRaised"]),
    lastChanged: at(given["lastChanged"]),
    occurrences: amount(given["occurrences"]) ?? 1,
    raises: list(given["raises"], instantFrom).slice(-bounds.raises),
    changes: list(given["changes"], changeFrom).slice(-bounds.changes),
    changesDropped: amount(given["changesDropped"]) ?? 0,
    was: list(given["was"], formerFrom).slice(-bounds.was),
    operations: list(given["operations"], operationFrom).slice(-bounds.operations),
    told: toldFrom(given["told"]),
    untold: amount(given["untold"]) ?? 0,
  };
}
