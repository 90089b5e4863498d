/**
 * Takes what a person asks of a terminal: checks it against role and verb, writes it down, and leaves it to the courier. What was written
 * down is said again until the terminal is heard of, by this console or another one at the same database.
 */
import { type KeyObject, randomBytes } from "node:crypto";
import type { Clock } from "../base/clock.ts";
import { isAgentError } from "../base/errors.ts";
import { sealCommand } from "../commands/seal.ts";
import { verbTerms } from "../commands/verbs.ts";
import { type Command, isVerbName, type Verb, type VerbName, verbNames } from "../model/command.ts";
import type { Language } from "../model/text.ts";
import { encodeCommand } from "../report/command-wire.ts";
import { encodeSealed } from "../report/encode.ts";
import type { Store } from "../store/store.ts";
import type { TerminalName } from "../uplink/topics.ts";
import type { CommandsView } from "./api.ts";
import { type Fields, fieldsOf, wholeIn } from "./fields.ts";
import type { Person } from "./person.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { mayAskFor } from "./roles.ts";
import { verbAbout, verbName } from "./texts/verbs.ts";
import type { Trail } from "./trail.ts";
import { verbOf } from "./verb.ts";
import { readWords, type WordValues, wordViews } from "./verb-words.ts";

export interface CommandDesk {
  view(person: Person, language: Language): CommandsView;
  /** Its id. */
  take(
    asked: Fields,
    of: { readonly person: Person; readonly terminal: TerminalName & { readonly id: number } },
  ): Promise<string | Refusal>;
}

export interface DeskParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly trail: Trail;
  /** Missing: why nothing can be asked, by language. */
  readonly off?: Readonly<Record<Language, string>> | undefined;
  /** For trying whether a command can be made at all. */
  readonly key?: KeyObject | undefined;
  /** There is something to say. */
  wake(): void;
}

const usualS = 120;
const spanS = [5, 86_400] as const;

/** The message, the same each time it is said. @throws AgentError where a word does not fit the wire, or looks like card data. */
export function sealed(command: Command, key: KeyObject): Uint8Array {
  return encodeSealed(sealCommand(encodeCommand(command), key));
}

interface Wanted {
  readonly verb: VerbName;
  readonly built: Verb;
  readonly values: WordValues;
  readonly timeoutS: number;
}

function judge(given: Fields, { role }: Person): Wanted | Refusal {
  const verb = String(given["verb"]).replaceAll("-", "_");
  const timeoutS = wholeIn(given["timeoutS"] ?? usualS, spanS);
  if (!isVerbName(verb)) return refuse("bad_request", "verb");
  if (timeoutS === undefined) return refuse("bad_request", "timeoutS");
  if (!mayAskFor(role, verb)) return refuse("role");
  const read = readWords(verb, fieldsOf(given["words"] ?? {}) ?? {});
  if ("wrong" in read) return refuse("bad_request", read.wrong);
  const built = verbOf(verb, read.values);
  return built ? { verb, built, values: read.values, timeoutS } : refuse("bad_request", "words");
}

/** Undefined: it can be sent. */
function wireProblem(command: Command, key: KeyObject): Refusal | undefined {
  try {
    sealed(command, key);
    return undefined;
  } catch (error) {
    if (isAgentError(error, "RECORD_INVALID") || isAgentError(error, "CARD_DATA"))
      return refuse("bad_request", "words");
    throw error;
  }
}

export function createCommandDesk({ store, clock, trail, off, key, wake }: DeskParts): CommandDesk {
  return {
    view: ({ role }, language) => ({
      on: off === undefined,
      why: off?.[language] ?? "",
      verbs: verbNames.map((verb) => ({
        ...{ verb, name: verbName(verb, language), about: verbAbout(verb, language) },
        ...{ reads: verbTerms[verb].reads, may: mayAskFor(role, verb), words: wordViews(verb, language) },
      })),
    }),
    take: async (given, of) => {
      const wanted = judge(given, of.person);
      if (isRefusal(wanted)) return wanted;
      if (off || !key) return refuse("commands_off");
      const { person, terminal } = of;
      const [id, nowMs] = [randomBytes(16).toString("hex"), clock.wallMs()];
      const issuedS = Math.floor(nowMs / 1_000);
      const deadlineS = issuedS + wanted.timeoutS;
      const { verb, built, values } = wanted;
      const { tenant, serial } = terminal;
      const problem = wireProblem({ tenant, serial, id, issuedS, deadlineS, who: person.name, verb: built }, key);
      if (problem) return problem;
      await trail.note({
        who: person.name,
        what: "command",
        terminal: terminal.id,
        detail: { id, verb, words: values },
      });
      await store.db
        .insertInto("commands")
        .values({
          ...{ id, terminal_id: terminal.id, verb, words: JSON.stringify(values), who: person.name },
          ...{ issued_ms: issuedS * 1_000, deadline_ms: deadlineS * 1_000, state: "queued", updated_ms: nowMs },
        })
        .execute();
      wake();
      return id;
    },
  };
}
