/**
 * The log: one JSON object a line behind a syslog priority (`<4>{…}`), which journald reads as severity. Fields are
 * named by the caller; nothing that came over a wire is logged as it is. Repeats are rate-limited and counted.
 */
import type { Clock } from "./clock.ts";

export type Level = "error" | "warning" | "notice" | "info" | "debug";
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

export type Log = (level: Level, event: string, fields?: Fields) => void;

/** RFC 5424 severities. */
const severity: Record<Level, number> = { error: 3, warning: 4, notice: 5, info: 6, debug: 7 };

/** The same event may be written this often; more is counted and told with the next line. */
const burstPerMinute = 10;

export interface LogOptions {
  readonly clock: Clock;
  /** The least severe level that is written. */
  readonly threshold: Level;
  write(line: string): void;
  /** Whether this may be written. What may not is replaced by a line that says so, with nothing of it. */
  mayWrite?(said: Fields): boolean;
}

export function createLog({ clock, threshold, write, mayWrite = () => true }: LogOptions): Log {
  const recent = new Map<string, { sinceMs: number; count: number; held: number }>();
  return (level, event, fields = {}) => {
    if (severity[level] > severity[threshold]) return;
    const now = clock.monoMs();
    const seen = recent.get(event);
    const window = seen && now - seen.sinceMs < 60_000 ? seen : { sinceMs: now, count: 0, held: 0 };
    window.count += 1;
    recent.set(event, window);
    if (window.count > burstPerMinute) {
      window.held += 1;
      return;
    }
    const held = seen && seen !== window && seen.held > 0 ? { held: seen.held } : {};
    const time = new Date(clock.wallMs()).toISOString();
    const said = mayWrite({ event, ...fields }) ? { event, ...fields } : { event: "log.withheld" };
    write(`<${severity[level]}>${JSON.stringify({ time, level, ...said, ...held })}\n`);
  };
}

export const silentLog: Log = () => {};
