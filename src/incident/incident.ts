/**
 * An incident as somebody wrote it down: JSON lines `{"t":-600,"source":"modem","signal":"rsrp_dbm","value":-82}`, t in
 * seconds with 0 at the complaint. What cannot be used is named by line and left out; the rest still counts.
 */
import type { Capability, WayKind } from "../model/catalogue.ts";
import { type Reading, reading } from "../model/reading.ts";
import { isSignalId, type SignalId, signals } from "../model/signal.ts";
import { wayOf } from "../model/way.ts";

export interface Incident {
  readonly readings: readonly Reading[];
  /** One sentence a line that could not be used, with its number. */
  readonly problems: readonly string[];
}

const longestLine = 4096;
const mostLines = 100_000;

/** People, and other people's programs, write `"3"` where a number is meant, and a list where names are apart by commas. */
function plain(name: SignalId, value: unknown): unknown {
  if (name === "reader.tvr_bits" && Array.isArray(value)) return value.join(",");
  const isNumber =
    signals[name].shape.kind === "number" && typeof value === "string" && /^-?\d{1,12}(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : value;
}

/** A reading, or why the line is none. */
function readLine(line: string): Reading | string {
  if (line.length > longestLine) return `longer than ${longestLine} characters`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return "not JSON";
  }
  if (typeof parsed !== "object" || parsed === null) return "not an object";
  const { t, source, signal, value } = { t: 0, source: "", signal: "", value: undefined, ...parsed };
  if (typeof t !== "number" || !Number.isFinite(t)) return "t is not a number of seconds";
  const name = `${source}.${signal}`;
  if (!isSignalId(name)) return `unknown signal ${name.slice(0, 60)}`;
  const taken = reading(name, plain(name, value), t * 1000);
  return taken.quality === "ok" ? taken : `${name} cannot be ${String(JSON.stringify(value)).slice(0, 60)}`;
}

export function readIncident(text: string): Incident {
  const readings: Reading[] = [];
  const problems: string[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "") continue;
    if (index >= mostLines) {
      problems.push(`line ${index + 1} and all after it: more than ${mostLines} lines`);
      break;
    }
    const taken = readLine(line);
    if (typeof taken === "string") problems.push(`line ${index + 1}: ${taken}`);
    else readings.push(taken);
  }
  return { readings, problems };
}

/** Whether a modem or a card is there at all: many terminals without say so of theirs. */
function showsMobile({ signal, value }: Reading): boolean {
  if (signal === "modem.module_present") return value === true;
  if (signal === "sim.state") return value !== "absent";
  return signal.startsWith("modem.") || signal.startsWith("sim.") || goesBy("cellular", signal, value);
}

function showsCable({ signal, value }: Reading): boolean {
  return signal.startsWith("lan.link_") || goesBy("cable", signal, value);
}

function showsWifi({ signal, value }: Reading): boolean {
  return signal.startsWith("lan.wifi_") || goesBy("wifi", signal, value);
}

/** Devices beside the terminal are there with every kind of line. */
function showsShop(each: Reading): boolean {
  const own = each.signal.startsWith("lan.") && each.signal !== "lan.other_devices_ok";
  // A mobile network shows no router that could be asked.
  const router = each.signal === "net.gateway_ping" && each.value === "ok";
  return own || router || showsCable(each) || showsWifi(each);
}

/** What neither speaks of may be either. */
function shopWays(readings: readonly Reading[]): readonly Capability[] {
  if (!readings.some(showsShop)) return [];
  const [cable, wifi] = [readings.some(showsCable), readings.some(showsWifi)];
  return ["lan", ...(cable || !wifi ? (["ethernet"] as const) : []), ...(wifi || !cable ? (["wifi"] as const) : [])];
}

function goesBy(way: WayKind, signal: SignalId, value: Reading["value"]): boolean {
  return signal === "net.default_iface" && wayOf(value) === way;
}

/**
 * What the terminal must have, judged by what was measured: a log that speaks of cable or Wi-Fi only has no SIM. One that
 * shows no way at all, and yet a network, may have either.
 */
export function capabilitiesIn(readings: readonly Reading[]): ReadonlySet<Capability> {
  const [shop, dialUp] = [shopWays(readings), readings.some(({ signal }) => signal.startsWith("line."))];
  const [mobile, wired] = [readings.some(showsMobile), shop.length > 0 || dialUp];
  const either = !mobile && !wired && readings.some(({ signal }) => signal.startsWith("net."));
  return new Set<Capability>([
    ...(mobile || !wired ? (["cellular"] as const) : []),
    ...(either ? (["lan", "ethernet", "wifi"] as const) : shop),
    ...(dialUp ? (["dial_up"] as const) : []),
    "printer",
  ]);
}
