/** Clears what labs of dead processes left: a `kill -9` gives nobody time to tidy up. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "./command.ts";
import { OWN_FILES } from "./namespace.ts";

const NETNS = "/run/netns";

/** Folders of labs, by their owner. */
export const folderStem = (pid: number): string => `posdiag-lab-${pid}-`;
const namespaceOwner = /^pdlab(\d+)n\d+[a-z]$/;
const folderOwner = /^posdiag-lab-(\d+)-/;

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

function leftIn(folder: string, owner: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => {
    const [, pid] = owner.exec(name) ?? [];
    return pid !== undefined && !isAlive(Number(pid));
  });
}

async function removeNamespace(name: string): Promise<void> {
  try {
    const pids = await command(["ip", "netns", "pids", name]);
    for (const pid of pids.split("\n").filter(Boolean)) process.kill(Number(pid), "SIGKILL");
    await command(["ip", "netns", "del", name]);
  } catch {
    // Another lab sweeps at the same time, or a process has just ended: what is still there is there for the next one.
  }
}

export async function sweep(): Promise<void> {
  await Promise.all(leftIn(NETNS, namespaceOwner).map(removeNamespace));
  for (const [folder, owner] of [
    [OWN_FILES, namespaceOwner],
    [tmpdir(), folderOwner],
  ] as const) {
    for (const name of leftIn(folder, owner)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
