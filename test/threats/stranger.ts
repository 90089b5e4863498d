/** A program of another user on the same terminal. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface Who {
  readonly user: number;
  readonly groups: readonly number[];
}

/** Runs JavaScript as somebody who owns nothing here; resolves to what it printed. */
export async function runAs({ user, groups }: Who, script: string): Promise<string> {
  const belonging = groups.length > 0 ? `--groups=${groups.join(",")}` : "--clear-groups";
  const words = [`--reuid=${user}`, `--regid=${user}`, belonging, process.execPath, "-e", script];
  const { stdout } = await promisify(execFile)("setpriv", words, { cwd: "/" });
  return stdout.trim();
}

/** Prints `connected`, or the system's code. */
export function connecting(socket: string): string {
  return `const socket = require("node:net").connect(${JSON.stringify(socket)});
    socket.on("connect", () => { console.log("connected"); socket.destroy(); });
    socket.on("error", ({ code }) => console.log(code));`;
}

/** Prints `read`, or the system's code. */
export function reading(file: string): string {
  return `try { require("node:fs").readFileSync(${JSON.stringify(file)}); console.log("read"); }
    catch ({ code }) { console.log(code); }`;
}
