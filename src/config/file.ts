/** The configuration file. Reading is bounded: a path that names something else must not fill the memory. */
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { AgentError, systemCode } from "../base/errors.ts";
import type { Config } from "./config.ts";
import { type Loaded, loadConfig } from "./load.ts";
import { namedFileProblems } from "./named-files.ts";
import { formatProblem } from "./problem.ts";

const mostBytes = 256 * 1024;

/** Also holds the files that it names against what they must be. @throws AgentError INPUT_UNREADABLE */
export async function checkConfigFile(path: string): Promise<Loaded> {
  return loadConfig(await readConfigText(path), namedFileProblems);
}

/** @throws AgentError INPUT_UNREADABLE, or CONFIG_INVALID with a line for each error. */
export async function loadConfigFile(path: string): Promise<Config> {
  const loaded = loadConfig(await readConfigText(path));
  if (loaded.kind === "config") return loaded.config;
  throw new AgentError("CONFIG_INVALID", [path, ...loaded.problems.map(formatProblem)].join("\n  "));
}

/** @throws AgentError INPUT_UNREADABLE */
export async function readConfigText(path: string): Promise<string> {
  try {
    // Without O_NONBLOCK a named pipe would hold the open for ever.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await file.stat();
    if (!stat.isFile()) throw new AgentError("INPUT_UNREADABLE", `${path} is not a file`);
    if (stat.size > mostBytes) throw new AgentError("INPUT_UNREADABLE", `${path} is larger than ${mostBytes} bytes`);
    // A byte order mark is no error of the person who wrote the file.
    return (await file.readFile("utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    const code = systemCode(error);
    if (error instanceof AgentError || code === undefined) throw error;
    throw new AgentError("INPUT_UNREADABLE", `${path} (${code})`, { cause: error });
  }
}
