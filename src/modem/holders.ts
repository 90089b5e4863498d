/** Who holds a port: two programs on one terminal read each other's answers, so the other one is named and a way out told. */
import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Roots } from "./ports.ts";

export interface Holder {
  readonly pid: number;
  /** Name of the program, at most 15 characters (proc(5), comm). */
  readonly program: string;
  /** False when it is only known to run and to take modems: the system does not show its files to this user. */
  readonly certain: boolean;
}

/** Programs that take modems, by `comm`, and how each is told to leave one alone. */
const knownPrograms: Readonly<Record<string, string>> = {
  ModemManager: "or `mmcli --inhibit-device`, or the udev property ID_MM_PORT_IGNORE",
  ofonod: "or take the modem from ofono in its udev rules",
  pppd: "or let pppd dial on the modem's PPP port",
  "gammu-smsd": "or stop gammu-smsd",
  "quectel-CM": "or stop quectel-CM",
  rild: "or let the payment application report the modem: the radio daemon owns it",
};

/** Processes looked at; a terminal runs some dozens. */
const mostProcesses = 4_096;

const orEmpty = <T>(promise: Promise<readonly T[]>): Promise<readonly T[]> => promise.catch(() => []);

async function programOf(proc: string, pid: string): Promise<string> {
  return (await readFile(join(proc, pid, "comm"), "utf8").catch(() => "")).trim();
}

async function holds(proc: string, pid: string, path: string): Promise<boolean> {
  for (const fd of await orEmpty(readdir(join(proc, pid, "fd")))) {
    const target = await readlink(join(proc, pid, "fd", fd)).catch(() => undefined);
    if (target === path) return true;
  }
  return false;
}

async function processes(proc: string): Promise<readonly string[]> {
  const own = String(process.pid);
  const pids = (await orEmpty(readdir(proc))).filter((name) => /^\d+$/.test(name) && name !== own);
  return pids.slice(0, mostProcesses);
}

/** Another process that has this port open; undefined when there is none, or none that this user may see. */
export async function holderOf(path: string, { proc }: Roots): Promise<Holder | undefined> {
  const real = await realpath(path).catch(() => undefined);
  // Whoever plays a modem on a pseudo-terminal has both its ends.
  if (real === undefined || real.startsWith("/dev/pts/")) return undefined;
  for (const pid of await processes(proc)) {
    if (await holds(proc, pid, real)) return { pid: Number(pid), program: await programOf(proc, pid), certain: true };
  }
  return undefined;
}

/** When a port is busy and nobody is seen to hold it: a program that takes modems and runs. */
export async function likelyHolder({ proc }: Roots): Promise<Holder | undefined> {
  for (const pid of await processes(proc)) {
    const program = await programOf(proc, pid);
    if (Object.hasOwn(knownPrograms, program)) return { pid: Number(pid), program, certain: false };
  }
  return undefined;
}

/** Who holds it and what to do. `other` is a second AT port of the same modem. */
export function holderText(path: string, holder: Holder, other: string | undefined): string {
  const { pid, program, certain } = holder;
  const who = `${program || "a program"} (pid ${pid}) ${certain ? "holds" : "probably holds"} ${path}`;
  const second = other === undefined ? "use another AT port of the modem" : `use the second AT port ${other}`;
  return [`${who}: ${second}`, knownPrograms[program] ?? "or stop that program"].join(", ");
}
