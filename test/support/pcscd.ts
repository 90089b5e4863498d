/** A pcscd with vpcd's reader in a mount namespace of its own, so that neither the machine's nor another test's is disturbed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, startChild } from "../../hw-sim/rig/child.ts";

export interface PrivatePcscd {
  /** As seen from outside of the namespace. */
  readonly socket: string;
  readonly port: number;
  /** Ends the one that runs, and starts one with the reader or without. */
  restart(reader: "with" | "without"): Promise<void>;
  kill(): Promise<void>;
  remove(): Promise<void>;
  /** Process ids of all that was started. */
  readonly pids: readonly number[];
}

const driver = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}

const entry = (port: number): string =>
  [
    'FRIENDLYNAME "Virtual PCD"',
    `DEVICENAME /dev/null:0x${port.toString(16)}`,
    `LIBPATH ${driver}`,
    `CHANNELID 0x${port.toString(16)}`,
    "",
  ].join("\n");

/** The namespace lives as long as the process that holds it. */
async function holdNamespace(): Promise<Child> {
  const script = "mkdir -p /run/pcscd && mount -t tmpfs tmpfs /run/pcscd && echo held && exec sleep infinity";
  const holder = startChild({ words: ["unshare", "-m", "sh", "-c", script], env: {} }, []);
  await new Promise<void>((resolve, reject) => {
    holder.onLine((line) => line === "held" && resolve());
    void holder.ended.then((code) => reject(new Error(`no namespace (${code}): ${holder.lines.join(" ")}`)));
  });
  return holder;
}

export async function startPcscd(): Promise<PrivatePcscd> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-pcscd-"));
  const port = await freePort();
  const holder = await holdNamespace();
  const pids = [holder.pid];
  let pcscd: Child | undefined;
  const kill = async (): Promise<void> => {
    await pcscd?.end("SIGKILL");
    pcscd = undefined;
  };
  const restart = async (reader: "with" | "without"): Promise<void> => {
    await kill();
    writeFileSync(join(folder, "reader"), reader === "with" ? entry(port) : "");
    const inside = ["nsenter", "-t", String(holder.pid), "-m", "pcscd"] as const;
    pcscd = startChild({ words: inside, env: {} }, ["--foreground", "--config", folder]);
    pids.push(pcscd.pid);
  };
  await restart("with");
  return {
    socket: join("/proc", String(holder.pid), "root", "run/pcscd/pcscd.comm"),
    ...{ port, restart, kill, pids },
    remove: async () => {
      await kill();
      await holder.end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a process of this id still runs. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false; // no such process
  }
}
