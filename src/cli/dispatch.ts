/** Arguments of the process → the command that they name → its exit code. */
import { AgentError } from "../base/errors.ts";
import { nearest } from "../config/nearest.ts";
import type { Command, Io } from "./command.ts";
import { overview } from "./overview.ts";
import { version } from "./version.ts";

/** Resolves to the exit code. Rejects only for a bug. */
export async function dispatch(commands: readonly Command[], args: readonly string[], io: Io): Promise<number> {
  try {
    return await run(commands, args, io);
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    io.err(`posdiag: ${error.message}\n`);
    return error.exit;
  }
}

async function run(commands: readonly Command[], args: readonly string[], io: Io): Promise<number> {
  const command = match(commands, args);
  if (command) {
    const rest = args.slice(command.name.split(" ").length);
    if (!asksForHelp(rest)) return command.run(rest, io);
    io.out(command.help);
    return 0;
  }
  if (args[0] === "--version") {
    io.out(`posdiag ${version}\n`);
    return 0;
  }
  if (args[0] === "help" || asksForHelp(args)) {
    io.out(overview(commands));
    return 0;
  }
  throw unknown(commands, args);
}

/** `config check` before a command named `config`. */
function match(commands: readonly Command[], args: readonly string[]): Command | undefined {
  const fits = (name: string) => name.split(" ").every((word, index) => args[index] === word);
  const found = commands.filter(({ name }) => fits(name));
  return found.toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** After `--` everything is a value. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

function unknown(commands: readonly Command[], args: readonly string[]): AgentError {
  const [first] = args;
  if (first === undefined) return new AgentError("USAGE", "a command is needed; posdiag --help lists them");
  const names = commands.map(({ name }) => name);
  const group = names.filter((name) => name.startsWith(`${first} `));
  if (group.length > 0) return new AgentError("USAGE", `${first} needs one more word: ${group.join(", ")}`);
  const words = args.filter((word) => !word.startsWith("-")).slice(0, 2);
  const meant = nearest(words.join(" "), names) ?? nearest(first, names);
  const hint = meant ? `did you mean ${meant}?` : "posdiag --help lists the commands";
  return new AgentError("USAGE", `unknown command ${JSON.stringify(first)}; ${hint}`);
}
