/** Arguments of a command, read by node:util; what is wrong with them is said with the way to the command's help. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { AgentError, systemCode } from "../base/errors.ts";
import type { Language } from "../model/text.ts";
import { languages } from "../model/text.ts";

export function usageError(command: string, what: string): AgentError {
  return new AgentError("USAGE", `${what}; see posdiag ${command} --help`);
}

/** @throws AgentError USAGE for an unknown option, a value too many or too few, or a word where none is taken. */
export function readArguments<const T extends ParseArgsConfig>(
  command: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof Error) || !systemCode(error)?.startsWith("ERR_PARSE_ARGS_")) throw error;
    // The rest of Node's sentence is advice on option values that look like options.
    const [what = error.message] = error.message.split(/\. |\n/);
    throw usageError(command, what);
  }
}

/** @throws AgentError USAGE */
export function readLanguage(command: string, value: string | undefined): Language | undefined {
  if (value === undefined) return undefined;
  const language = languages.find((known) => known === value);
  if (!language) throw usageError(command, `--lang is ${JSON.stringify(value)}, not ${languages.join(" or ")}`);
  return language;
}
