/** What Linux says of a process: memory and processor time (proc(5)). */
import { readFileSync } from "node:fs";

export interface Memory {
  /** VmRSS: all pages in memory, those of the Node binary included. KiB. */
  readonly residentKb: number;
  /** Private_Clean + Private_Dirty: pages that nobody else has mapped. KiB. */
  readonly privateKb: number;
}

/** Ticks of utime and stime in a second: USER_HZ, which is 100 on every Linux that Node runs on. */
export const ticksPerSecond = 100;

/** A line `Name:  123 kB` of /proc/PID/status or smaps_rollup. */
export function kilobytes(text: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text);
  if (!found) throw new Error(`no ${name} in what /proc says`);
  return Number(found[1]);
}

export function memoryFrom(status: string, smapsRollup: string): Memory {
  return {
    residentKb: kilobytes(status, "VmRSS"),
    privateKb: kilobytes(smapsRollup, "Private_Clean") + kilobytes(smapsRollup, "Private_Dirty"),
  };
}

/** utime + stime, fields 14 and 15 of /proc/PID/stat, all threads. The name in field 2 may hold blanks and parentheses. */
export function ticksFrom(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  if (!(user >= 0 && system >= 0)) throw new Error("no processor time in what /proc says");
  return user + system;
}

/** cutime + cstime, fields 16 and 17: processor time of children that have ended and were waited for. */
export function reapedTicksFrom(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [Number(fields[13]), Number(fields[14])];
  if (!(user >= 0 && system >= 0)) throw new Error("no processor time of children in what /proc says");
  return user + system;
}

const read = (pid: number, name: string): string => readFileSync(`/proc/${pid}/${name}`, "utf8");

export function memoryOf(pid: number): Memory {
  return memoryFrom(read(pid, "status"), read(pid, "smaps_rollup"));
}

export function ticksOf(pid: number): number {
  return ticksFrom(read(pid, "stat"));
}

/** Of all children of this process that have ended. */
export function reapedTicks(): number {
  return reapedTicksFrom(readFileSync("/proc/self/stat", "utf8"));
}
