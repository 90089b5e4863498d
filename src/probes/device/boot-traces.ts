/**
 * What the machine shows of why it started: crash records that outlive it (linux/Documentation/ABI/testing/pstore), the
 * watchdog's status (WDIOF_* of linux/watchdog.h), and the clock's chip. Without the right to read them, as for an agent
 * that is not root with pstore, there is nothing to be said, which is not "nothing".
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { systemCode } from "../../base/errors.ts";
import type { BootTraces } from "../../model/device-fact.ts";
import { namesIn, numberIn, textIn, valueIn } from "../way/system-text.ts";

const [overheat, starved, fired] = [0x01, 0x10, 0x20];

function modified(path: string): string {
  try {
    return String(statSync(path).mtimeMs);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return "";
  }
}

/** The console's log is kept over every restart, and so says nothing; an oops need not have ended the system. */
function recordsIn(folder: string): readonly string[] | undefined {
  return namesIn(folder)
    ?.filter((name) => name.startsWith("dmesg-"))
    .map((name) => ({ name, header: (textIn(join(folder, name)) ?? "").slice(0, 64) }))
    .filter(({ header }) => !/^Oops#/.test(header))
    .map(({ name, header }) => `${name} ${modified(join(folder, name))} ${header}`);
}

/** Where systemd-pstore takes them at the next start (systemd-pstore.service(8)). */
function archivedIn(root: string): readonly string[] {
  const names = namesIn(join(root, "var", "lib", "systemd", "pstore")) ?? [];
  return names.map((name) => `archive ${name}`);
}

function crashRecords(root: string): readonly string[] | undefined {
  const [records, archived] = [recordsIn(join(root, "sys", "fs", "pstore")), archivedIn(root)];
  return records || archived.length > 0 ? [...(records ?? []), ...archived] : undefined;
}

function watchdog(root: string): BootTraces["watchdog"] {
  const top = join(root, "sys", "class", "watchdog");
  const found = (namesIn(top) ?? []).map((name) => numberIn(join(top, name, "bootstatus")));
  const known = found.filter((status) => status !== undefined);
  if (known.length === 0) return undefined;
  const any = (bit: number): boolean => known.some((status) => (status & bit) !== 0);
  return { fired: any(fired), overheated: any(overheat), starved: any(starved) };
}

/** Undefined where the system does not say which boot this is. `root` holds `sys`, `proc` and `var`. */
export function readBootTraces(root: string): BootTraces | undefined {
  const boot = valueIn(join(root, "proc", "sys", "kernel", "random", "boot_id"));
  if (boot === undefined || boot === "") return undefined;
  return {
    boot,
    crashRecords: crashRecords(root),
    watchdog: watchdog(root),
    rtcS: numberIn(join(root, "sys", "class", "rtc", "rtc0", "since_epoch")),
  };
}
