/**
 * Which question stands on the merchant's screen: one at a time, for two minutes at most, none while money is on the way, and
 * none that was asked a short while ago. A person who does not answer is left in peace for longer than one who does.
 */
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import { circumstancesIn, isForbidden } from "../diagnose/circumstance.ts";
import type { Diagnosis } from "../model/case.ts";
import type { AnswerMeaning, TestDefinition } from "../model/catalogue.ts";
import type { Reading } from "../model/reading.ts";

export const questionMs = 120_000;
/** An answer counts for an hour; asked again sooner it would be the same. */
const againMs = 1_800_000;
const peaceMs = 600_000;
/** In that time: who has answered so many has done what can be asked of him. */
const mostAsked = 5;
const namesKept = 32;
const nameLength = 12;

export interface OpenQuestion {
  readonly id: string;
  readonly test: string;
  readonly untilMs: number;
}

export type AnswerOutcome =
  | { readonly kind: "taken"; readonly meaning: AnswerMeaning }
  | { readonly kind: "refused"; readonly refused: "unknown_question" | "expired_question" | "bad_value" };

export interface QuestionDeskOptions {
  readonly tests: Readonly<Record<string, TestDefinition>>;
  readonly clock: Clock;
  readonly random: Random;
  diagnosis(): Diagnosis;
  /** The newest reading of every signal. */
  newest(): readonly Reading[];
}

export interface QuestionDesk {
  /** What stands on the screen; what must not stand there any longer is withdrawn first. */
  current(): OpenQuestion | undefined;
  /** The same, or the best question that may be asked now: then it counts as asked. */
  ask(): OpenQuestion | undefined;
  answer(id: string, answer: string): AnswerOutcome;
}

const nameOne = (random: Random): string =>
  Array.from({ length: nameLength }, () => String.fromCharCode(97 + Math.floor(26 * random()))).join("");

export function createQuestionDesk(options: QuestionDeskOptions): QuestionDesk {
  const { tests, clock, random, diagnosis, newest } = options;
  const askedMs = new Map<string, number>();
  /** Withdrawn or too late, the oldest first. */
  let over: readonly string[] = [];
  let open: OpenQuestion | undefined;
  let quietUntilMs = Number.NEGATIVE_INFINITY;

  const now = () => circumstancesIn(newest(), clock.monoMs());

  function withdraw({ id }: OpenQuestion): void {
    over = [...over, id].slice(-namesKept);
    open = undefined;
  }

  function current(): OpenQuestion | undefined {
    if (!open) return undefined;
    const late = clock.monoMs() >= open.untilMs;
    if (late) quietUntilMs = clock.monoMs() + peaceMs;
    if (late || isForbidden(tests[open.test] ?? { seconds: 0 }, now()) || diagnosis().nextTests.length === 0)
      withdraw(open);
    return open;
  }

  function mayAsk(test: string): boolean {
    const definition = tests[test];
    const lately = [...askedMs].flatMap(([asked, atMs]) => (clock.monoMs() - atMs < againMs ? [asked] : []));
    const isSpared = lately.length >= mostAsked || lately.includes(test);
    return definition?.answers !== undefined && !isSpared && !isForbidden(definition, now());
  }

  return {
    current,
    ask: () => {
      if (current() || clock.monoMs() < quietUntilMs) return open;
      const best = diagnosis().nextTests.find(({ test }) => mayAsk(test));
      if (!best) return undefined;
      askedMs.set(best.test, clock.monoMs());
      open = { id: nameOne(random), test: best.test, untilMs: clock.monoMs() + questionMs };
      return open;
    },
    answer: (id, answer) => {
      const asked = current();
      if (asked?.id !== id)
        return { kind: "refused", refused: over.includes(id) ? "expired_question" : "unknown_question" };
      const answers = tests[asked.test]?.answers ?? {};
      const meaning = Object.hasOwn(answers, answer) ? answers[answer] : undefined;
      if (meaning === undefined) return { kind: "refused", refused: "bad_value" };
      open = undefined;
      return { kind: "taken", meaning };
    },
  };
}
