/**
 * The order to keep still: while this file exists no host is visited. Whoever runs the fleet puts it there when an outage is
 * known, so that ten thousand terminals do not knock at a host that is getting up. It may hold the time until which it is
 * meant, `2026-11-22T18:00:00Z`; what cannot be read as a time holds while the file is there, for a day at most.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { systemCode } from "../../base/errors.ts";

/** A file that was forgotten, or a folder in its place, must not silence a terminal for ever. */
const longestMs = 86_400_000;
const mostBytes = 64;
/** RFC 3339, to the minute or the second, with a zone. */
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

interface Found {
  readonly text: string;
  readonly modifiedMs: number;
}

function readFile(path: string): Found {
  // Without O_NONBLOCK a named pipe would hold the open for ever.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    const buffer = Buffer.alloc(mostBytes);
    const length = stat.isFile() ? readSync(file, buffer, 0, mostBytes, 0) : 0;
    return { text: buffer.toString("latin1", 0, length).trim(), modifiedMs: stat.mtimeMs };
  } finally {
    closeSync(file);
  }
}

/** Whether the file holds at this moment of the wall clock. Three small system calls. */
export function isHeldBy(path: string, wallMs: number): boolean {
  try {
    const { text, modifiedMs } = readFile(path);
    const untilMs = time.test(text) ? Date.parse(text) : Number.NaN;
    return wallMs < (Number.isNaN(untilMs) ? modifiedMs + longestMs : untilMs);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    // It is there and cannot be read: somebody wants something, and keeping still is the smaller mistake.
    return code !== "ENOENT" && code !== "ENOTDIR";
  }
}
