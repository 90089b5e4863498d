/**
 * The socket's file. Its directory must be one that nobody else can write, a live socket is left to its owner, and what is
 * not a socket is never touched.
 */
import { chmod, chown, lstat, readFile, unlink } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, isAbsolute } from "node:path";
import { AgentError, systemCode } from "../base/errors.ts";

/** Owner and group may connect: connect(2) needs write permission. */
const socketMode = 0o660;
const writableByOthers = 0o022;

/** sockaddr_un holds 108 bytes with the closing zero (unix(7)); libuv would cut a longer path without a word. */
const longestPath = 107;

/** Makes sure that a socket can be bound at the path. @throws AgentError AGENT_ALREADY_RUNS, IPC_FAILED */
export async function clearSocketPath(path: string): Promise<void> {
  if (!isAbsolute(path)) throw new AgentError("IPC_FAILED", `${path} is not an absolute path`);
  if (Buffer.byteLength(path) > longestPath)
    throw new AgentError("IPC_FAILED", `${path} is longer than a socket's may be`);
  await checkDirectory(dirname(path));
  const found = await statOrUndefined(path);
  if (!found) return;
  if (!found.isSocket()) throw new AgentError("IPC_FAILED", `${path} is there and is not a socket`);
  if (await isLive(path)) throw new AgentError("AGENT_ALREADY_RUNS", path);
  await wrapped(`${path} cannot be removed`, () => unlink(path));
}

/** Opens a bound socket, until now its owner's only, to its group. @throws AgentError IPC_FAILED */
export async function shareSocket(path: string, group: string | undefined): Promise<void> {
  await wrapped(`${path} cannot be given to its group`, async () => {
    const uid = process.getuid?.();
    if (group !== undefined && uid !== undefined) await chown(path, uid, await groupId(group));
    await chmod(path, socketMode);
  });
}

/** Runs a synchronous bind so that for no moment anybody but the owner can connect. */
export function bindPrivately(bind: () => void): void {
  const before = process.umask(0o177);
  try {
    bind();
  } finally {
    process.umask(before);
  }
}

async function checkDirectory(path: string): Promise<void> {
  const found = await statOrUndefined(path);
  if (!found?.isDirectory()) throw new AgentError("IPC_FAILED", `${path} is not a directory`);
  const ours = found.uid === process.getuid?.() || found.uid === 0;
  if (!ours) throw new AgentError("IPC_FAILED", `${path} belongs to another user`);
  if ((found.mode & writableByOthers) !== 0) throw new AgentError("IPC_FAILED", `${path} is writable by others`);
}

async function statOrUndefined(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw new AgentError("IPC_FAILED", `${path} cannot be examined (${systemCode(error) ?? "unknown error"})`, {
      cause: error,
    });
  }
}

/** Whether somebody listens. A local connect answers at once; EAGAIN is a listener whose queue is full. */
async function isLive(path: string): Promise<boolean> {
  const code = await new Promise<string>((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve("connected"));
    socket.once("error", (error) => resolve(systemCode(error) ?? "unknown error"));
    socket.once("close", () => socket.removeAllListeners());
    socket.on("connect", () => socket.destroy());
  });
  if (code === "connected" || code === "EAGAIN") return true;
  if (code === "ECONNREFUSED" || code === "ENOENT") return false;
  throw new AgentError("IPC_FAILED", `${path} is a socket that cannot be examined (${code})`);
}

/** group(5). The agent has no name service, and a terminal needs none. */
async function groupId(name: string): Promise<number> {
  const lines = (await readFile("/etc/group", "utf8")).split("\n");
  const fields = lines.map((line) => line.split(":")).find(([known]) => known === name);
  if (!fields) throw new AgentError("IPC_FAILED", `there is no group ${name}`);
  return Number(fields[2]);
}

async function wrapped(what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const code = systemCode(error);
    if (error instanceof AgentError || code === undefined) throw error;
    throw new AgentError("IPC_FAILED", `${what} (${code})`, { cause: error });
  }
}
