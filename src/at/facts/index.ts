/** What replies and unsolicited lines say, whatever family they are of: the readers of all families under one roof. */
import { commandFor, namesOf } from "../commands.ts";
import { prefixOf } from "../fields.ts";
import { cinterionFacts } from "./cinterion.ts";
import type { Asked, FactReader, FactTable, Fields } from "./fact.ts";
import { fibocomFacts } from "./fibocom.ts";
import { finalFacts } from "./final.ts";
import { followersOf } from "./followers.ts";
import { hear } from "./hear.ts";
import { huaweiFacts } from "./huawei.ts";
import { meigFacts } from "./meig.ts";
import { neowayFacts } from "./neoway.ts";
import { quectelFacts } from "./quectel.ts";
import { sierraFacts } from "./sierra.ts";
import { simcomFacts } from "./simcom.ts";
import { standardFacts } from "./standard.ts";
import { telitFacts } from "./telit.ts";
import { ubloxFacts } from "./ublox.ts";
import { unisocFacts } from "./unisoc.ts";
import { saidBy, urcFacts } from "./urcs.ts";
import { xmmFacts } from "./xmm.ts";
import { zteFacts } from "./zte.ts";

const tables: readonly FactTable[] = [
  urcFacts,
  simcomFacts,
  huaweiFacts,
  fibocomFacts,
  xmmFacts,
  meigFacts,
  neowayFacts,
  zteFacts,
  unisocFacts,
  standardFacts,
  quectelFacts,
  cinterionFacts,
  telitFacts,
  ubloxFacts,
  sierraFacts,
];

const readers: ReadonlyMap<string, FactReader> = new Map(tables.flatMap((table) => Object.entries(table)));

/** Of several things said under one key, what was said first stands. */
function merged(parts: readonly (Fields | undefined)[]): Fields {
  return Object.assign({}, ...parts.toReversed());
}

/** Lines of one name are read together: some tell of IPv4 and IPv6 each in its own. */
function unaskedFacts(lines: readonly string[], asked: Asked): Fields {
  const nameOf = (line: string) => prefixOf(line) ?? line.toUpperCase();
  return merged(
    [...new Set(lines.map(nameOf))].map((name) => {
      const own = lines.filter((line) => nameOf(line) === name);
      return { ...merged(own.map(saidBy)), ...readers.get(name)?.(own, asked) };
    }),
  );
}

/** The lines that can answer one of several commands: under its own name, or under none of theirs. */
function linesFor(name: string, names: readonly string[], lines: readonly string[]): readonly string[] {
  return lines.filter((line) => {
    const prefix = prefixOf(line);
    return prefix === undefined || prefix === name || !names.includes(prefix);
  });
}

/** Without information the report of the same name that came instead says as much. */
function answering(names: readonly string[], info: readonly string[], urcs: readonly string[]): readonly string[] {
  const late = urcs.filter((line) => names.some((name) => followersOf(name).includes(prefixOf(line) ?? "")));
  if (info.length > 0) return [...info, ...late];
  return late.length > 0 ? late : urcs.filter((line) => names.includes(prefixOf(line) ?? ""));
}

/**
 * Fields of the information lines of one reply, or of unsolicited lines where no command was sent. `urcs` are the lines
 * that came beside: some commands give their data there, after the final.
 */
export function replyFacts(asked: Asked, info: readonly string[], urcs: readonly string[]): Fields {
  const { command } = asked;
  if (command === null || asked.context === "urc") return unaskedFacts(info.length > 0 ? info : urcs, asked);
  const names = namesOf(command);
  const lines = answering(names, info, urcs);
  const test = asked.context === "test" || command.endsWith("=?");
  const suffix = test ? "=?" : "";
  const facts = names.map((name) => readers.get(`${name}${suffix}`)?.(linesFor(name, names, lines), asked));
  return merged([...facts, test ? { is_test_response: info.length > 0 } : undefined]);
}

/**
 * The whole of a raw reply: how it ended, what came beside it, and the fields of its lines. `urcs` has unsolicited lines as
 * they came, and of data that a command sends after its final only the name: its content is among the fields.
 */
export function transcriptFacts(transcript: Asked & { readonly reply: string }): Fields {
  const { command, context, reply } = transcript;
  if (command === null || context === "urc") return unaskedFacts(hear(undefined, reply).said, transcript);
  const heard = hear(commandFor(command), reply);
  const followers = namesOf(command).flatMap(followersOf);
  const beside = heard.urcs.map((line) => {
    const prefix = prefixOf(line);
    return prefix !== undefined && followers.includes(prefix) ? prefix : line;
  });
  return {
    urcs: beside,
    trailing: heard.trailing,
    ...finalFacts(heard.outcome, command),
    ...replyFacts(transcript, heard.info, heard.urcs),
  };
}
