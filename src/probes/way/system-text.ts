/**
 * Small files that the kernel or a service writes. Read at once, without a thread in between: they come from memory, a look
 * takes some twenty of them, and a thread for each would cost seven times the processor (20 against 140 µs).
 */
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { systemCode } from "../../base/errors.ts";

/** A table of routes or neighbours with more bytes is a router's. */
const mostBytes = 65_536;
const mostNames = 64;
/** procfs gives a page at a time, sysfs never more (linux/Documentation/filesystems/sysfs.rst). */
const pageBytes = 4_096;

function readOrNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    // Without a code it is not the system speaking.
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

function readPages(path: string, mostText: number): string {
  const file = openSync(path, "r");
  try {
    const page = Buffer.alloc(pageBytes);
    let text = "";
    for (let got = -1; got !== 0 && text.length < mostText; text += page.toString("latin1", 0, got)) {
      got = readSync(file, page, 0, pageBytes, null);
    }
    return text;
  } finally {
    closeSync(file);
  }
}

/** Some 64 KB of it; undefined when there is no such file, it may not be read, or it went while it was read. */
export function textIn(path: string): string | undefined {
  return readOrNothing(() => readPages(path, mostBytes));
}

/** Of sysfs, where a file is one value and comes with one read. */
export function valueIn(path: string): string | undefined {
  return readOrNothing(() => readPages(path, 1).trim());
}

/** The whole number in a file of sysfs. */
export function numberIn(path: string): number | undefined {
  const number = Number.parseInt(valueIn(path) ?? "", 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** At most 64 names of a folder; undefined where there is none. */
export function namesIn(path: string): readonly string[] | undefined {
  return readOrNothing(() => readdirSync(path))?.slice(0, mostNames);
}
