/** What one key of the configuration may hold, how that is said to a person, and the check of a value against it. */
import { isIP } from "node:net";

/** `pattern` decides, `allowed` says the same in words. */
interface TextKey {
  readonly type: "text";
  readonly pattern: RegExp;
  readonly allowed: string;
}

interface NumberKey {
  readonly type: "integer" | "number";
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Why there is nothing beyond the range. */
  readonly beyond?: string;
}

interface ChoiceKey {
  readonly type: "choice";
  readonly values: readonly string[];
}

/** A list of some of these. */
interface WordsKey {
  readonly type: "words";
  readonly words: readonly string[];
}

interface FlagKey {
  readonly type: "flag";
}

interface FormKey {
  /**
   * `port`: a path, or "auto"; `servers`: a list of `address` or `address:port`; `socket`: a path that fits sockaddr_un;
   * `page`: the address of a web page; `windows`: a list of times of day; `folder`: a path that may be the root.
   */
  readonly type: "path" | "folder" | "port" | "socket" | "servers" | "broker" | "page" | "windows";
}

/** `host`: a name or address. */
interface HostKey {
  readonly type: "host" | "address";
  /** The key that holds its port, for those who write it behind the host. */
  readonly portKey?: string;
}

export type KeyDefinition = (TextKey | NumberKey | ChoiceKey | WordsKey | FlagKey | FormKey | HostKey) & {
  /** What it is for, one sentence. */
  readonly text: string;
  readonly required?: true;
  /** Not required while the other key has one of these values. */
  readonly unless?: { readonly key: string; readonly is: readonly string[] };
  readonly default?: string | number | boolean;
};

export type Value = string | number | boolean | readonly string[];

/** The TypeScript type of a definition's values. */
export type ValueOf<D extends KeyDefinition> = D extends { readonly type: "integer" | "number" }
  ? number
  : D extends { readonly type: "flag" }
    ? boolean
    : D extends { readonly type: "servers" | "windows" | "words" }
      ? readonly string[]
      : D extends { readonly type: "choice"; readonly values: readonly (infer V)[] }
        ? V
        : string;

/** sockaddr_un holds 108 bytes with the closing zero (unix(7)); a longer path would be cut without a word. */
export const longestSocketPath = 107;

const mostServers = 4;
const mostWindows = 8;

/** Why the value does not fit, or undefined when it does. */
export function objection(definition: KeyDefinition, value: unknown): string | undefined {
  if (hasType(definition, value) && fits(definition, value)) return undefined;
  const misplaced = typeof value === "string" && "portKey" in definition && hasPort(value);
  return misplaced ? `is ${describe(value)}: the port belongs into ${definition.portKey}` : `is ${describe(value)}`;
}

/** `host:`, `192.0.2.1:443`, `[2001:db8::1]:443`: right but for the port. */
function hasPort(value: string): boolean {
  const [, bracketed = "", plain = ""] = /^(?:\[([^\]]+)\]|([^:]+)):\d*$/.exec(value) ?? [];
  return isIP(bracketed) === 6 || isIP(plain) === 4 || isHostName(plain);
}

const lists: ReadonlySet<KeyDefinition["type"]> = new Set(["servers", "windows", "words"]);

function hasType(definition: KeyDefinition, value: unknown): value is Value {
  if (definition.type === "integer" || definition.type === "number") return typeof value === "number";
  if (definition.type === "flag") return typeof value === "boolean";
  if (!lists.has(definition.type)) return typeof value === "string";
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function fits(definition: KeyDefinition, value: Value): boolean {
  switch (definition.type) {
    case "integer":
    case "number": {
      if (typeof value !== "number") return false;
      const whole = definition.type === "number" || Number.isInteger(value);
      return whole && value >= definition.min && value <= definition.max;
    }
    case "flag":
      return typeof value === "boolean";
    case "servers":
      return typeof value === "object" && value.length >= 1 && value.length <= mostServers && value.every(isServer);
    case "words":
      return typeof value === "object" && areWords(definition, value);
    case "windows":
      return typeof value === "object" && value.length >= 1 && value.length <= mostWindows && value.every(isWindow);
    default:
      return typeof value === "string" && fitsText(definition, value);
  }
}

function areWords({ words }: WordsKey, value: readonly string[]): boolean {
  return value.length >= 1 && new Set(value).size === value.length && value.every((word) => words.includes(word));
}

function fitsText(definition: KeyDefinition, value: string): boolean {
  switch (definition.type) {
    case "text":
      return definition.pattern.test(value);
    case "choice":
      return definition.values.includes(value);
    case "path":
      return isPath(value);
    case "folder":
      return value === "/" || isPath(value);
    case "port":
      return value === "auto" || isPath(value);
    case "socket":
      return isPath(value) && !value.endsWith("/") && Buffer.byteLength(value) <= longestSocketPath;
    case "host":
      return isIP(value) !== 0 || isHostName(value);
    case "address":
      return isIP(value) !== 0;
    case "broker":
      return isBroker(value);
    case "page":
      return isPage(value);
    default:
      return false;
  }
}

/** Absolute, and without the control characters that no sane path has. */
function isPath(value: string): boolean {
  return /^\/[^\p{Cc}]+$/u.test(value);
}

/** RFC 1123 section 2.1. All digits and dots would be an address, and a wrong one. */
function isHostName(value: string): boolean {
  const label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
  const labels = value.split(".");
  return value.length <= 253 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? "");
}

/** `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1`, `[2001:db8::1]:53`. */
function isServer(value: string): boolean {
  if (isIP(value) !== 0) return true;
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(value) ?? [];
  const address = isIP(bracketed ?? "") === 6 || isIP(plain ?? "") === 4;
  return address && Number(port) >= 1 && Number(port) <= 65_535;
}

/** Scheme, host and port only: names and passwords have keys of their own, which logs never see. */
function isBroker(value: string): boolean {
  const parts = /^mqtts?:\/\/(\[[^\]]+\]|[^:/@?#\s]+)(?::(\d{1,5}))?\/?$/.exec(value);
  if (!parts) return false;
  const [, host = "", port = "1883"] = parts;
  const named = host.startsWith("[") ? isIP(host.slice(1, -1)) === 6 : isIP(host) === 4 || isHostName(host);
  return named && Number(port) >= 1 && Number(port) <= 65_535;
}

/** `02:00-04:30`; over midnight as well, and never empty. */
function isWindow(value: string): boolean {
  const time = "(?:[01]\\d|2[0-3]):[0-5]\\d";
  const [, from, to] = new RegExp(`^(${time})-(${time})$`).exec(value) ?? [];
  return from !== undefined && from !== to;
}

/** Plain HTTP: a portal cannot answer for TLS. Nothing about who asks. */
function isPage(value: string): boolean {
  if (!/^http:\/\/[^\s@#]+$/.test(value) || !URL.canParse(value)) return false;
  const { hostname } = new URL(value);
  return hostname.startsWith("[") || isIP(hostname) === 4 || isHostName(hostname);
}

/** What a key may hold, in words: the same for error texts and documents. */
export function allowed(definition: KeyDefinition): string {
  switch (definition.type) {
    case "integer":
    case "number": {
      const kind = definition.type === "integer" ? "a whole number" : "a number";
      const unit = definition.unit ? ` ${definition.unit}` : "";
      const beyond = definition.beyond ? `; ${definition.beyond}` : "";
      return `${kind} from ${definition.min} to ${definition.max}${unit}${beyond}`;
    }
    case "choice":
      return `one of ${definition.values.map((value) => `"${value}"`).join(", ")}`;
    case "words":
      return `a list of some of ${definition.words.map((word) => `"${word}"`).join(", ")}`;
    case "text":
      return definition.allowed;
    case "flag":
      return "true or false";
    default:
      return formsInWords[definition.type];
  }
}

const formsInWords: Readonly<Record<(FormKey | HostKey)["type"], string>> = {
  path: "an absolute path",
  folder: "an absolute path",
  port: 'an absolute path, or "auto"',
  socket: `an absolute path of at most ${longestSocketPath} bytes`,
  host: "a host name or an IP address",
  address: "an IP address",
  servers: `a list of 1 to ${mostServers}, each "address" or "address:port" ("[address]:port" for IPv6)`,
  page: '"http://host/path", with ":port" if it is not 80',
  windows: `a list of 1 to ${mostWindows} times of day, each "HH:MM-HH:MM"`,
  broker: '"mqtt://host" or "mqtts://host", with ":port" if it is not the usual one',
};

const longestQuote = 60;

/** The value as the file had it, short enough for a line. */
function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
