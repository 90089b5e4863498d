/** Words of the command line → what a terminal is asked for. */
import { readFile } from "node:fs/promises";
import { AgentError, systemCode } from "../base/errors.ts";
import { readTrust } from "../commands/trust.ts";
import { rungIds } from "../model/attempt.ts";
import { isVerbName, type Setting, type TrustedKey, type Verb, type VerbName, verbNames } from "../model/command.ts";
import { usageError } from "./arguments.ts";

export const verbOptions = {
  active: { type: "boolean" },
  lang: { type: "string" },
  add: { type: "string", multiple: true },
  remove: { type: "string", multiple: true },
  trial: { type: "string" },
} as const;

export const verbHelp = `  diagnose [--active] [--lang LANG]   its diagnosis; --active: after the best safe tests
  read-state                          what \`posdiag status\` shows there
  run-test TEST                       one test of the catalogue, e.g. connect_host, read_modem (docs/faults.md)
  at-read REQUEST…                    reading AT commands, e.g. AT+CSQ 'AT+CEREG?'; identities come masked
  log-tail [LINES]                    the end of the agent's log, 1 to 200 lines (default: 50)
  bundle                              everything at once; \`posdiag support bundle\` keeps it in a file
  hold MINUTES                        visit no host for so long, 1 to 1440
  release                             end of the hold
  recover RUNG                        ${rungIds.join(", ")}: one rung of the recovery ladder, within its guards and budgets
  set-config KEY=JSON… [--trial SECONDS]   other values for keys that can do no harm (docs/commands.md), on trial for 30 to 3600 s
                                      (default: 600); the agent starts anew; null: what the file says
  confirm-config ID                   keep what command ID has set
  again ID                            the result of your command ID once more, if it got lost on the way; it is kept for some time
  rotate-keys [--add FILE] [--remove ID]   another list of keys; FILE as keygen made it, ID as it printed it`;

export interface VerbArguments {
  readonly active?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
  readonly trial?: string | undefined;
}

const name = "support run";

function whole(what: string, text: string, [least, most]: readonly [number, number]): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw usageError(name, `${what} is ${JSON.stringify(text)}, not a whole number from ${least} to ${most}`);
}

function only(words: readonly string[], what: string): string {
  const [word] = words;
  if (word === undefined || words.length > 1) throw usageError(name, `exactly one ${what} is needed`);
  return word;
}

async function keysIn(path: string): Promise<readonly TrustedKey[]> {
  try {
    const read = readTrust(await readFile(path, "utf8"));
    if ("keys" in read) return read.keys;
    throw new AgentError("INPUT_INVALID", `${path} ${read.what}`);
  } catch (error) {
    const code = systemCode(error);
    if (error instanceof AgentError || code === undefined) throw error;
    throw new AgentError("INPUT_UNREADABLE", `${path} (${code})`, { cause: error });
  }
}

function requestsOf(words: readonly string[]): readonly string[] {
  if (words.length >= 1 && words.length <= 8 && words.every((word) => /^[ -~]{1,64}$/.test(word))) return words;
  throw usageError(name, "1 to 8 AT commands are needed, of at most 64 characters each");
}

function rungOf(word: string): (typeof rungIds)[number] {
  const rung = rungIds.find((known) => known === word);
  if (!rung) throw usageError(name, `there is no rung ${JSON.stringify(word)}; it is ${rungIds.join(", ")}`);
  return rung;
}

async function rotation({ add = [], remove = [] }: VerbArguments): Promise<Verb> {
  const wrong = remove.find((id) => !/^[0-9a-f]{16}$/.test(id));
  if (wrong !== undefined) throw usageError(name, `--remove is 16 hexadecimal digits, not ${wrong}`);
  if (add.length + remove.length === 0) throw usageError(name, "--add FILE or --remove ID is needed");
  return { kind: "rotate_keys", add: (await Promise.all(add.map(keysIn))).flat(), remove };
}

function settingOf(word: string): Setting {
  const [, key, value] = /^([a-z_.]{1,64})=([ -~]{1,256})$/.exec(word) ?? [];
  if (key === undefined || value === undefined) throw usageError(name, `${JSON.stringify(word)} is not KEY=JSON`);
  return { key, value: isJson(value) ? value : JSON.stringify(value) };
}

/** A word is a text, as somebody would write it at a prompt. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function settings(words: readonly string[], { trial = "600" }: VerbArguments): Verb {
  if (words.length < 1 || words.length > 16) throw usageError(name, "1 to 16 KEY=JSON are needed");
  return { kind: "set_config", settings: words.map(settingOf), trialS: whole("--trial", trial, [30, 3_600]) };
}

function commandId(words: readonly string[]): string {
  const id = only(words, "id of a command");
  if (!/^[0-9a-f]{32}$/.test(id)) throw usageError(name, "the id is 32 hexadecimal digits, as it was printed");
  return id;
}

type Reader = (words: readonly string[], values: VerbArguments) => Verb | Promise<Verb>;

function alone(kind: "read_state" | "release" | "bundle"): Reader {
  return (words) => {
    if (words.length > 0) throw usageError(name, `${kind} takes no word behind it`);
    return { kind };
  };
}

const readers: Readonly<Record<VerbName, Reader>> = {
  diagnose: (_, { active = false, lang = "" }) => ({ kind: "diagnose", active, language: lang }),
  read_state: alone("read_state"),
  run_test: (words) => ({ kind: "run_test", test: only(words, "test") }),
  at_read: (words) => ({ kind: "at_read", requests: requestsOf(words) }),
  log_tail: ([lines = "50"]) => ({ kind: "log_tail", lines: whole("LINES", lines, [1, 200]) }),
  hold: (words) => ({ kind: "hold", minutes: whole("MINUTES", only(words, "number of minutes"), [1, 1_440]) }),
  release: alone("release"),
  bundle: alone("bundle"),
  recover: (words) => ({ kind: "recover", rung: rungOf(only(words, "rung")) }),
  rotate_keys: (_, values) => rotation(values),
  set_config: settings,
  confirm_config: (words) => ({ kind: "confirm_config", id: commandId(words) }),
  again: (words) => ({ kind: "again", id: commandId(words) }),
};

/** @throws AgentError USAGE, INPUT_UNREADABLE, INPUT_INVALID */
export async function readVerb(words: readonly string[], values: VerbArguments): Promise<Verb> {
  const [first, ...rest] = words;
  const verb = first?.replaceAll("-", "_") ?? "";
  if (!isVerbName(verb)) {
    const known = verbNames.map((each) => each.replaceAll("_", "-")).join(", ");
    throw usageError(name, `a verb is needed: ${known}`);
  }
  return readers[verb](rest, values);
}
