/** What all looks at a modem share: where their results go, and how the first line or the first question that fits is found. */
import type { KnownRequest } from "../at/commands.ts";
import { firstOf } from "../at/fields.ts";
import type { ModemIdentity } from "../at/parse/identity.ts";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { ModemFact } from "../model/modem-fact.ts";
import type { Question, VendorProfile } from "../modem/profile.ts";
import type { Oddities } from "../modem/quirks.ts";
import type { Answer, Dialogue } from "./modem-dialogue.ts";
import type { Emit } from "./probe.ts";

export interface LookOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  readonly onFact: (fact: ModemFact) => void;
  /** The APN the terminal is meant to use. */
  readonly apn: string | undefined;
}

/** The modem that is looked at. */
export interface Subject {
  readonly identity: ModemIdentity;
  readonly profile: VendorProfile;
  readonly oddities: Oddities;
}

/** The first line of an answer that can be read. */
export function firstLine<T>(answer: Answer, parse: (line: string) => T | undefined): T | undefined {
  return answer.kind === "info" ? firstOf(answer.info, parse) : undefined;
}

/** Questions for one thing in order of preference: the first one that is answered with sense is kept. */
export class Choice<Parser extends string> {
  readonly #questions: readonly Question<Parser>[];
  #at = 0;

  constructor(questions: readonly Question<Parser>[]) {
    this.#questions = questions;
  }

  /** What would be asked first; undefined when there is nothing to ask. */
  get request(): KnownRequest | undefined {
    return this.#questions[this.#at]?.request;
  }

  /** Undefined when the modem is silent or no answer makes sense; then the next time begins where this one did. */
  async ask<T>(
    dialogue: Dialogue,
    read: (parser: Parser, info: readonly string[]) => T | undefined,
  ): Promise<T | undefined> {
    for (let tried = 0; tried < this.#questions.length; tried += 1) {
      const question = this.#questions[this.#at];
      const answer = question && (await dialogue.ask(question.request));
      if (!question || !answer || answer.kind === "none") return undefined;
      const found = answer.kind === "info" ? read(question.parser, answer.info) : undefined;
      if (found !== undefined) return found;
      this.#at = (this.#at + 1) % this.#questions.length;
    }
    return undefined;
  }
}
