/** What can be typed at the bench, as JSON lines or, for people, as words: one line in, one command or one sentence out. */
import { isRecord, readSet, type SetRequest } from "./world-input.ts";

export type BenchCommand =
  | { readonly kind: "set"; readonly change: SetRequest }
  | { readonly kind: "get" }
  | { readonly kind: "inject"; readonly text: string }
  | { readonly kind: "help" }
  | { readonly kind: "quit" }
  | { readonly kind: "bad"; readonly error: string };

const FORMS = '{"set":{…}}, {"get":true}, {"inject":"text"} or {"quit":true}';
/** More than this in one injection is no wire fault any more. */
const INJECT_LIMIT = 4_096;

/** JSON lines as in docs/simulator.md; or `sim absent`, `signal {"rsrp":…}`, `get`, `help`, `quit`. */
export function readCommand(line: string): BenchCommand {
  const text = line.trim();
  if (text.startsWith("{")) return fromJson(text);
  const [word = "", ...rest] = text.split(/\s+/);
  if (rest.length === 0 && (word === "get" || word === "help" || word === "quit")) return { kind: word };
  if (rest.length === 0) return bad(`"${word}" is no command; allowed: ${FORMS}`);
  return set({ [word]: wordValue(rest.join(" ")) });
}

function fromJson(text: string): BenchCommand {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return bad(`not JSON (${error instanceof Error ? error.message : String(error)}); allowed: ${FORMS}`);
  }
  const entries = isRecord(input) ? Object.entries(input) : [];
  const [[key, value] = ["", undefined]] = entries;
  if (entries.length !== 1) return bad(`one command a line; allowed: ${FORMS}`);
  if (key === "set") return set(value);
  if (key === "inject") return inject(value);
  if ((key === "get" || key === "quit" || key === "help") && value === true) return { kind: key };
  return bad(`${JSON.stringify(input)} is no command; allowed: ${FORMS}`);
}

function set(value: unknown): BenchCommand {
  const result = readSet(value);
  if (result.kind === "bad") return bad(result.error);
  return isRecord(value) ? { kind: "set", change: value } : bad(FORMS);
}

function inject(value: unknown): BenchCommand {
  const fits = typeof value === "string" && value.length > 0 && value.length <= INJECT_LIMIT;
  return fits
    ? { kind: "inject", text: value }
    : bad(`"inject" wants a text of 1 to ${INJECT_LIMIT} characters, each one byte (latin1)`);
}

/** A JSON value if it is one, otherwise the word itself. */
function wordValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A bare word such as `absent`.
    return text;
  }
}

function bad(error: string): BenchCommand {
  return { kind: "bad", error };
}
