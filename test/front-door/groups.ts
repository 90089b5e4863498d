/** Process groups: every test file leads its own, so that all it started can be found and ended with it. */
import { readdirSync, readFileSync } from "node:fs";

/** Ends a whole group; one that is gone already is what was wanted. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** Names of the processes of a group that still run. Reads /proc; elsewhere the answer is "none known". */
export function groupMembers(pgid: number): string[] {
  return processes().flatMap((pid) => {
    const [, name = "?", state = "", , group = ""] = /^\d+ \((.*)\) (\S) (\S+) (\S+)/s.exec(stat(pid)) ?? [];
    return group === String(pgid) && state !== "Z" ? [`${name} (${pid})`] : [];
  });
}

function processes(): string[] {
  return process.platform === "linux" ? readdirSync("/proc").filter((entry) => /^\d+$/.test(entry)) : [];
}

function stat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return ""; // ended between the listing and the reading
  }
}
