/** Which Node.js runs us, and until when it gets fixes. */
import { join } from "node:path";
import { textIn } from "../../probes/way/system-text.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check, Place } from "../place.ts";

/**
 * Last day of fixes by major version: nodejs/Release, schedule.json (https://github.com/nodejs/Release#release-schedule),
 * as of 2026-11.
 */
const ends: Readonly<Record<number, string>> = {
  18: "2025-04-30",
  20: "2026-04-30",
  21: "2024-06-01",
  22: "2027-04-30",
  23: "2025-06-01",
  24: "2028-04-30",
};
/** What to go to. */
const better = 24;

const find = createFinder("node");

export interface Runtime {
  /** Without the v. */
  readonly version: string;
  readonly system: string;
  readonly arch: string;
  readonly libc: string;
}

/** C library of this process, by what the kernel says is mapped (proc(5), maps). */
export function libcOf(maps: string): string {
  if (/\/ld-musl-|\/libc\.musl-/.test(maps)) return "musl";
  if (/\/(?:apex\/com\.android\.runtime|system)\/lib/.test(maps)) return "bionic";
  return /\/libc\.so\.6|\/libc-2\.\d+\.so/.test(maps) ? "glibc" : "libc unknown";
}

/** Of this process. A little of maps is enough: the C library is mapped with the program. */
export function runtimeOf(): Runtime {
  const libc = libcOf(textIn(join("/proc/self/maps")) ?? "");
  return { version: process.versions.node, system: process.platform, arch: process.arch, libc };
}

function parts(version: string): readonly [number, number] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return [major, minor];
}

/** Pure. `engines`: `>=20.20`; `day`: today, as 2026-11-22. */
export function judgeNode(runtime: Runtime, engines: string, day: string): Finding {
  const [major, minor] = parts(runtime.version);
  const least = engines.replace(/^>=\s*/, "");
  const [leastMajor, leastMinor] = parts(least);
  const values = { ...runtime, least, better };
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) return find("too_old", { values });
  const end = ends[major];
  if (end === undefined) return find("unlisted", { values });
  return find(day > end ? "ended" : "ok", { values: { ...values, end } });
}

export const nodeCheck: Check = {
  id: "node",
  limitMs: 2_000,
  look: async ({ clock, program }: Place) => {
    return judgeNode(runtimeOf(), program.engines, new Date(clock.wallMs()).toISOString().slice(0, 10));
  },
};
