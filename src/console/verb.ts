/** Checked words → the verb as it is signed. */
import { readTrust } from "../commands/trust.ts";
import { rungIds } from "../model/attempt.ts";
import type { Setting, TrustedKey, Verb, VerbName } from "../model/command.ts";
import type { WordValues } from "./verb-words.ts";

const textIn = (values: WordValues, name: string): string => {
  const value = values[name];
  return typeof value === "string" ? value : "";
};
const numberIn = (values: WordValues, name: string): number => Number(values[name] ?? 0);
const linesIn = (values: WordValues, name: string): readonly string[] => {
  const value = values[name];
  return typeof value === "object" ? value : [];
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A word is a text, as somebody would write it. */
function settingOf(line: string): Setting {
  const [key = "", ...rest] = line.split("=");
  const value = rest.join("=");
  return { key, value: isJson(value) ? value : JSON.stringify(value) };
}

function keysIn(values: WordValues): readonly TrustedKey[] | undefined {
  const text = textIn(values, "add");
  if (text === "") return [];
  const read = readTrust(text);
  return "keys" in read ? read.keys : undefined;
}

function rotation(values: WordValues): Verb | undefined {
  const [add, remove] = [keysIn(values), linesIn(values, "remove")];
  return add && add.length + remove.length > 0 ? { kind: "rotate_keys", add, remove } : undefined;
}

function recovery(values: WordValues): Verb | undefined {
  const rung = rungIds.find((known) => known === values["rung"]);
  return rung && { kind: "recover", rung };
}

const builders: Readonly<Record<VerbName, (values: WordValues) => Verb | undefined>> = {
  diagnose: (values) => ({ kind: "diagnose", active: values["active"] === true, language: textIn(values, "language") }),
  read_state: () => ({ kind: "read_state" }),
  run_test: (values) => ({ kind: "run_test", test: textIn(values, "test") }),
  at_read: (values) => ({ kind: "at_read", requests: linesIn(values, "requests") }),
  log_tail: (values) => ({ kind: "log_tail", lines: numberIn(values, "lines") }),
  hold: (values) => ({ kind: "hold", minutes: numberIn(values, "minutes") }),
  release: () => ({ kind: "release" }),
  bundle: () => ({ kind: "bundle" }),
  recover: recovery,
  rotate_keys: rotation,
  set_config: (values) => ({
    kind: "set_config",
    settings: linesIn(values, "settings").map(settingOf),
    trialS: numberIn(values, "trial"),
  }),
  confirm_config: (values) => ({ kind: "confirm_config", id: textIn(values, "id") }),
  again: (values) => ({ kind: "again", id: textIn(values, "id") }),
};

/** Undefined: the words fit one by one, and not together. */
export function verbOf(verb: VerbName, values: WordValues): Verb | undefined {
  return builders[verb](values);
}
