/**
 * One line from a modem, sorted into what it can be. Every text has a place: what makes no sense is `junk`, a value like
 * the others. Finals are those of V.250 §5.7.1, 3GPP TS 27.007 §9.2 and TS 27.005 §3.2.5.
 */
import { cmeCodeOf } from "./codes.ts";
import { prefixOf } from "./fields.ts";

export type CallResult = "no_carrier" | "busy" | "no_answer" | "no_dialtone" | "connect";

/** The line that ends an exchange. `code` is undefined when the modem gave words that no table knows. */
export type Final =
  | { readonly kind: "ok" }
  | { readonly kind: "error" }
  | { readonly kind: "unsupported" }
  | { readonly kind: "cme"; readonly code: number | undefined; readonly text: string }
  | { readonly kind: "cms"; readonly code: number | undefined; readonly text: string }
  | { readonly kind: "call"; readonly result: CallResult };

/** `nmea` and `binary` say that this may be another kind of port: a GPS stream, or a diagnostic protocol. */
export type JunkKind = "nmea" | "binary";

export type Line =
  | { readonly kind: "echo"; readonly text: string }
  | { readonly kind: "final"; readonly final: Final }
  | { readonly kind: "information"; readonly prefix: string | undefined; readonly text: string }
  | { readonly kind: "prompt" }
  /** The modem has started anew: echo, error form and reports are as the factory set them. */
  | { readonly kind: "banner"; readonly text: string }
  | { readonly kind: "junk"; readonly junk: JunkKind; readonly text: string };

const finals: ReadonlyMap<string, Final> = new Map<string, Final>([
  ["OK", { kind: "ok" }],
  ["ERROR", { kind: "error" }],
  ["NA", { kind: "error" }],
  ["COMMAND NOT SUPPORT", { kind: "unsupported" }],
  // u-blox AT commands manual, table of final result codes.
  ["NOT SUPPORT", { kind: "unsupported" }],
  ["INVALID COMMAND LINE", { kind: "unsupported" }],
  ["ABORTED", { kind: "error" }],
  ["TOO MANY PARAMETERS", { kind: "error" }],
  ["NO CARRIER", { kind: "call", result: "no_carrier" }],
  ["BUSY", { kind: "call", result: "busy" }],
  ["NO ANSWER", { kind: "call", result: "no_answer" }],
  ["NO DIALTONE", { kind: "call", result: "no_dialtone" }],
  ["NO DIAL TONE", { kind: "call", result: "no_dialtone" }],
]);

/** What families print when they start, from their AT manuals. */
const banners: ReadonlySet<string> = new Set([
  // Quectel, Quectel BG, SIMCom SIM7070.
  "RDY",
  "APP RDY",
  "START",
  // ASR: SIMCom A76xx, Fibocom L610.
  "*ATREADY: 1",
  "AT READY",
  // Cinterion and Huawei; behind the first may stand a mode.
  "^SYSSTART",
  "^SYSSTART AIRPLANE MODE",
  "^SYSSTART CHARGE ONLY MODE",
  // u-blox, Neoway, Sierra HL, MediaTek.
  "+AT: READY",
  "MODEM:STARTUP",
  "+KSUP: 0",
  "+EIND: 128",
]);

/** Numeric result codes of V.250 §5.7.1, which a modem gives that was left in `ATV0`. */
const numericFinals: readonly (Final | undefined)[] = [
  { kind: "ok" },
  { kind: "call", result: "connect" },
  undefined,
  { kind: "call", result: "no_carrier" },
  { kind: "error" },
];

const errorPattern = /^\+?CM([ES]) ERROR\s*:?\s*(.*)$/i;
/** Motorola EZX. */
const modemErrorPattern = /^MODEM ERROR\s*:\s*\d+$/i;
const connectPattern = /^CONNECT( [\x20-\x7e]*)?$/;
/** `AT`, `ATE0`, `AT+X…`, and `ATAT+X…`, which a half command of another program makes of ours. */
const echoPattern = /^(?:AT)+(?:$|[+^#$!*%&@\\]|[A-Z]\d*$|D)/i;
const nmeaPattern = /^[$!][A-Z]{2}[A-Z0-9]{3},/;
/** Echo of the ESC that cancels a text prompt; it stands before whatever comes next. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what it looks for
const leadingEscape = /^\x1b+/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controlPattern = /[\x00-\x08\x0e-\x1f\x7f]/;

function errorFinal(text: string): Final | undefined {
  const match = errorPattern.exec(text);
  if (!match) return modemErrorPattern.test(text) ? { kind: "error" } : undefined;
  const detail = (match[2] ?? "").trim();
  const number = /^\d{1,5}$/.test(detail) ? Number(detail) : undefined;
  if (match[1]?.toUpperCase() === "S") return { kind: "cms", code: number, text: detail };
  return { kind: "cme", code: number ?? cmeCodeOf(detail), text: detail };
}

function finalOf(text: string): Final | undefined {
  const known = finals.get(text);
  if (known) return known;
  if (connectPattern.test(text)) return { kind: "call", result: "connect" };
  return text.includes("ERROR") || text.includes("error") ? errorFinal(text) : undefined;
}

/** `0` and `4` in place of OK and ERROR. Only right where a command cannot have such information to give. */
export function numericFinal(text: string): Final | undefined {
  return /^\d$/.test(text) ? numericFinals[Number(text)] : undefined;
}

function highBytes(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7e) count += 1;
  return count;
}

function junkOf(text: string): JunkKind | undefined {
  if (nmeaPattern.test(text)) return "nmea";
  if (controlPattern.test(text)) return "binary";
  // Names of operators may be Latin-1 or UTF-8; a line that is mostly such bytes is not text.
  return prefixOf(text) === undefined && highBytes(text) * 3 > text.length ? "binary" : undefined;
}

/** Sorts one line without its line end; `command` is the one under way, so that its echo is known. Blank lines are undefined. */
export function classifyLine(raw: string, command?: string): Line | undefined {
  const text = raw.replace(leadingEscape, "").trim();
  if (text === "") return undefined;
  const final = finalOf(text);
  if (final) return { kind: "final", final };
  if (text === ">") return { kind: "prompt" };
  if (banners.has(text)) return { kind: "banner", text };
  if (text === command || echoPattern.test(text)) return { kind: "echo", text };
  const junk = junkOf(text);
  if (junk) return { kind: "junk", junk, text };
  return { kind: "information", prefix: prefixOf(text), text };
}

/** Whether an unterminated end of the stream is already whole: a final that a modem left without CRLF, or the prompt. */
export function isWholeWithoutEnd(raw: string): boolean {
  const text = raw.trim();
  return text === "OK" || text === "ERROR" || text === ">";
}
