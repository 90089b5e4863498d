/**
 * An incident as somebody wrote it down: JSON lines `{"t":-600,"source":"modem","signal":"rsrp_dbm","value":-82}`, t in
 * seconds with 0 at the complaint. What cannot be used is named by line and left out; the rest still counts.
 */
import type { Capability } from "./model/catalogue.ts";
import { type Reading, reading } from "./model/reading.ts";
import { isSignalId, type SignalId, signals } from "./model/signal.ts";

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

/** What the terminal must have, judged by what was measured: a log that speaks of cable or Wi-Fi only has no SIM. */
export function capabilitiesIn(readings: readonly Reading[]): ReadonlySet<Capability> {
  const groups = new Set(readings.map(({ signal }) => signal.split(".")[0]));
  const wired = readings.some(
    ({ signal, value }) => signal === "net.default_iface" && typeof value === "string" && /^(eth|en|wl)/.test(value),
  );
  const cellular = groups.has("modem") || groups.has("sim") || !(wired || groups.has("lan") || groups.has("line"));
  return new Set<Capability>([
    ...(cellular ? (["cellular"] as const) : []),
    ...(groups.has("lan") || wired ? (["lan", "ethernet", "wifi"] as const) : []),
    ...(groups.has("line") ? (["dial_up"] as const) : []),
    "printer",
  ]);
}
