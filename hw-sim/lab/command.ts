/** Programs of the lab: `ip`, `nft` and the like, one after the other, and loud when one fails. */
import { spawn } from "node:child_process";

/** Daemons' folders are not on everybody's PATH. */
const env = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin` };

/** Resolves with its output; rejects with what it said when it ends with anything but 0. */
export function command(words: readonly string[], input = ""): Promise<string> {
  const [file = "", ...args] = words;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, stdio: ["pipe", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.stdin.on("error", () => {}); // it ended without reading: its exit code says why
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${words.join(" ")} ended with ${code}: ${said.trim()}`));
    });
    child.stdin.end(input);
  });
}

/** A program that runs until it is ended. */
export interface Service {
  readonly stdin: NodeJS.WritableStream;
  /** Resolves on the first line of output that matches. */
  said(pattern: RegExp): Promise<void>;
  end(): Promise<void>;
}

/** util-linux: the kernel ends the program when this process ends in whatever way; `kill -9` leaves no time to do it. */
const MORTAL = ["setpriv", "--pdeathsig", "KILL", "--"] as const;

export function startService(words: readonly string[], variables: NodeJS.ProcessEnv = {}): Service {
  const [file, ...args] = [...MORTAL, ...words];
  const child = spawn(file, args, { env: { ...env, ...variables }, stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.once("error", (error) => (said += String(error)));
  child.stdin.on("error", () => {}); // it has ended; `said` and `end` tell
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said = (said + chunk).slice(-4_096);
      for (const watch of watchers) watch();
    });
  }
  return {
    stdin: child.stdin,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(said)) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
        void ended.then(() => reject(new Error(`${words.join(" ")} ended: ${said}`)));
      }),
    end: async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 2_000);
      await ended;
      clearTimeout(late);
    },
  };
}
