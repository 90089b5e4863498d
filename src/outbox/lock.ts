/**
 * One agent at a time per outbox. The lock is a listening socket in Linux's abstract namespace (unix(7)): the kernel
 * grants the name once, and takes it back when the process ends, however it ends. There is no file to go stale and no
 * moment between looking and taking. docs/adr/0012 weighs it against pid files.
 */
import { createHash } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { basename, dirname, join } from "node:path";
import { AgentError, systemCode } from "../base/errors.ts";

export interface Lock {
  release(): Promise<void>;
}

/** Takes the lock of this directory, which need not exist yet; its parent must. AGENT_ALREADY_RUNS when it is held. */
export async function takeLock(dir: string): Promise<Lock> {
  const name = await lockName(dir);
  const server = createServer((peer) => peer.destroy());
  await listen(server, name);
  return {
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The parent's inode and the name in it: the same however the directory is reached, and though it is set aside. */
async function lockName(dir: string): Promise<string> {
  const path = await realpath(dir).catch(async (error: unknown) => {
    if (systemCode(error) !== "ENOENT") throw error;
    return join(await realpath(dirname(dir)), basename(dir));
  });
  const { dev, ino } = await stat(dirname(path));
  const leaf = createHash("sha256").update(basename(path)).digest("hex").slice(0, 16);
  return `\0posdiag-outbox-${dev}-${ino}-${leaf}`;
}

function listen(server: Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const taken = systemCode(error) === "EADDRINUSE";
      reject(new AgentError(taken ? "AGENT_ALREADY_RUNS" : "OUTBOX_FAILED", "its lock", { cause: error }));
    });
    server.listen(name, resolve);
  });
}
