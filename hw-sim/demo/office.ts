/** Vendor support's office in the demo: the real console with its collector on a database of its own, an account, and a key to ask with. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Child, startChild } from "../rig/child.ts";
import type { Program } from "../rig/program.ts";

interface OfficeFiles {
  readonly folder: string;
  /** For `commands.keys_file` of the terminal. */
  readonly publicKeys: string;
  remove(): void;
}

export interface Office {
  readonly url: string;
  readonly name: string;
  readonly password: string;
  close(): Promise<void>;
}

const name = "demo";
/** On this machine's loopback, and gone with the demo. */
const password = "demo-on-loopback";
const limitMs = 60_000;
const pageBuilder = fileURLToPath(new URL("../../deploy/console-page.ts", import.meta.url));

interface Run {
  readonly words: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Throws with what it said when it does not end well. */
async function runOnce({ words, env = {}, input = "" }: Run): Promise<void> {
  const [file, ...args] = words;
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ["pipe", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += String(text)));
  child.stdin.end(input);
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error(`${args.slice(2).join(" ")} ended with ${child.exitCode}:\n${said}`);
}

/** The files that terminal and office share; the key is made by the program itself. */
export async function layOffice({ words, env }: Program): Promise<OfficeFiles> {
  const folder = mkdtempSync(join(tmpdir(), "posdiag-office-"));
  mkdirSync(join(folder, "page"));
  await runOnce({ words: [...words, "support", "keygen", "--out", join(folder, "keys"), "--name", name], env });
  return {
    folder,
    publicKeys: join(folder, "keys", `${name}.pub.json`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function addressOf(child: Child): Promise<string> {
  const said = (line: string): string | undefined => /^posdiag console: (http:\S+)$/.exec(line)?.[1];
  const known = child.lines.map(said).find(Boolean);
  if (known !== undefined) return known;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the console did not start:\n${child.lines.join("\n")}`)), limitMs);
    const forget = child.onLine((line) => {
      const url = said(line);
      if (url === undefined) return;
      clearTimeout(late);
      forget();
      resolve(url);
    });
    void child.ended.then((code) => reject(new Error(`the console ended with ${code}:\n${child.lines.join("\n")}`)));
  });
}

/** Collects from this broker, and serves the page on a free port of this machine alone. */
export async function openOffice(program: Program, { folder }: OfficeFiles, broker: string): Promise<Office> {
  const [database, page] = [join(folder, "posdiag.db"), join(folder, "page")];
  const account = ["console", "user", "add", name, "--role", "command", "--database", database];
  await Promise.all([
    runOnce({ words: [...program.words, ...account], env: program.env, input: `${password}\n` }),
    runOnce({ words: [process.execPath, "--import", "tsx", pageBuilder, page] }),
  ]);
  const key = join(folder, "keys", `${name}.key`);
  const way = ["--collect", "--broker", broker, "--key", key, "--page", page, "--listen", "127.0.0.1:0"];
  const child = startChild(program, ["console", "--database", database, ...way]);
  try {
    const url = await addressOf(child);
    return { url, name, password, close: async () => void (await child.end()) };
  } catch (error) {
    await child.end();
    throw error;
  }
}
