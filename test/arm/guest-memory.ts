/**
 * How much of an emulated process is the program's own. qemu-user maps the guest's pages into its own process, never executable; what is
 * executable and of no file is what it has translated, and its heap and its own program are its own. What is left is the guest's, and a
 * little of qemu's (stacks, arenas of its threads): an upper bound.
 */
import { readFileSync } from "node:fs";
import { kilobytes } from "../bench/proc.ts";

/** Of the text of /proc/PID/smaps, KiB. */
export function ownPages(smaps: string): number {
  // The emulator's lines and those of the guest stand in one list; a mapping begins with its addresses.
  const mappings = smaps.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m).filter((text) => text !== "");
  return mappings.filter(isGuest).reduce((sum, text) => sum + kilobytes(text, "Rss"), 0);
}

function isGuest(mapping: string): boolean {
  const [, rights = "", file = ""] = /^\S+ (\S+) \S+ \S+ \S+ *(.*)$/m.exec(mapping) ?? [];
  const isTranslated = file === "" && rights.includes("x");
  return !isTranslated && file !== "[heap]" && !/\/qemu-[^/]*$/.test(file);
}

export function ownPagesOf(pid: number): number {
  return ownPages(readFileSync(`/proc/${pid}/smaps`, "utf8"));
}
