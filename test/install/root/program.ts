/** Programs of the system, run to their end. What they say goes into a log; a failure shows its end. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Lines of a program that failed, in the error. */
const shownLines = 15;
const keptBytes = 65_536;

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Most seconds, 600 when nothing is said. */
  readonly limitS?: number;
}

/** Resolves with what it said on standard output. @throws Error with its last words when it fails or takes too long. */
export async function runProgram(words: readonly string[], options: RunOptions = {}): Promise<string> {
  const [file = "", ...rest] = words;
  const { cwd, env, limitS = 600 } = options;
  const child = spawn(file, rest, {
    ...{ stdio: ["ignore", "pipe", "pipe"], timeout: limitS * 1_000, killSignal: "SIGKILL" },
    ...(cwd !== undefined && { cwd }),
    ...(env && { env: { ...process.env, ...env } }),
  });
  const orphan = () => child.kill("SIGKILL");
  process.once("exit", orphan);
  const said = { out: "", all: "" };
  const hear = (isOut: boolean) => (chunk: string) => {
    if (isOut && said.out.length < keptBytes) said.out += chunk;
    said.all = (said.all + chunk).slice(-keptBytes);
  };
  child.stdout.setEncoding("utf8").on("data", hear(true));
  child.stderr.setEncoding("utf8").on("data", hear(false));
  const [code, signal]: (number | string | null)[] = await once(child, "close").finally(() =>
    process.off("exit", orphan),
  );
  if (code === 0) return said.out;
  const last = said.all.trimEnd().split("\n").slice(-shownLines).join("\n");
  throw new Error(`${file} ended with ${code ?? signal}:\n${last}`);
}
