/** One frame of a peer, judged before node-ipc sees it. */
import { findDigits } from "../card-data/find.ts";
import { hasLongNumber, holdsCardData } from "./card-data.ts";
import { formatFrame, parseFrame } from "./frames.ts";
import { isEventName, type Refusal, type RequestNumber, requestNumber } from "./messages.ts";

export type Examined =
  | { readonly kind: "clean"; readonly frame: string }
  | { readonly kind: "refused"; readonly refused: Refusal; readonly request: RequestNumber };

/** Thirty-two signals with the longest values there are have less; what is longer is not read. */
const longestFrame = 8_192;
/** Nothing that a peer may say has a longer name or value; what has one is not looked through. */
const longestText = 512;
const mostFields = 64;
/** Above the rate a number is looked for in what is no longer than this. */
const longestHasty = 1_024;
/** A message and its data are two. */
const mostBrackets = 8;

export function examine(frame: string): Examined {
  if (isDeep(frame)) return { kind: "refused", refused: "malformed", request: hastyNumber(frame) };
  if (frame.length > longestFrame) return { kind: "refused", refused: "too_large", request: null };
  const message = parseFrame(frame);
  const request = requestNumber(message?.data);
  const refused = (kind: Refusal): Examined => ({ kind: "refused", refused: kind, request });
  if (!message || !isEventName(message.type) || isWide(message.data)) return refused("malformed");
  if (hasLongNumber(message.data)) return refused("card_data");
  const data = withoutId(message.data);
  if (!isFlat(data)) return refused("malformed");
  // The text as well: of a name that is there twice, JSON.parse keeps the last.
  if (holdsCardData(data) || findDigits(frame) !== undefined) return refused("card_data");
  return { kind: "clean", frame: formatFrame(message.type, data) };
}

/** The number in a frame that is not worth being read; `null` when it is long or says none. */
export function hastyNumber(frame: string): RequestNumber {
  if (frame.length > longestHasty) return null;
  const digits = /"request":(\d{1,10})[,}]/.exec(frame)?.[1];
  const number = digits === undefined ? Number.NaN : Number(digits);
  return number <= 0xffff_ffff ? number : null;
}

/** Thousands of brackets cost more to read than all else that a peer can say. */
function isDeep(frame: string): boolean {
  let brackets = 0;
  for (let at = 0; at < frame.length && brackets <= mostBrackets; at += 1) {
    const code = frame.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) brackets += 1;
  }
  return brackets > mostBrackets;
}

function isWide(data: unknown): boolean {
  return typeof data === "object" && data !== null && Object.keys(data).length > mostFields;
}

/**
 * Short fields. Nothing that a peer may say is nested, and JSON.stringify would run out of stack on what JSON.parse
 * still takes.
 */
function isFlat(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return !isLong(data);
  return Object.entries(data).every(([name, value]) => !isLong(name) && !isLong(value) && !isNested(value));
}

function isLong(value: unknown): boolean {
  return typeof value === "string" && value.length > longestText;
}

function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** node-ipc keeps `data.id` as the socket's name and calls its `toString` when the socket closes. */
function withoutId(data: unknown): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  const { id: _, ...rest }: { readonly id?: unknown } = data;
  return rest;
}
