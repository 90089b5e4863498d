/** What is asked of the merchant, and the diagnosis with what may be tested and asked now. */
import { circumstancesIn, isForbidden } from "../diagnose/circumstance.ts";
import { answersTo } from "../diagnosis-view.ts";
import { testText } from "../faults/texts/questions.ts";
import type { Refusal } from "../ipc/messages.ts";
import type { IpcServer } from "../ipc/server.ts";
import type { Diagnosis } from "../model/case.ts";
import type { Catalogue, Circumstance } from "../model/catalogue.ts";
import { reading } from "../model/reading.ts";
import type { QuestionView } from "../model/test-view.ts";
import type { Language } from "../model/text.ts";
import type { Book } from "../signals/book.ts";
import type { Brain } from "./brain.ts";
import type { Probes } from "./probes.ts";
import { createQuestionDesk, type OpenQuestion } from "./question-desk.ts";
import type { Site } from "./site.ts";
import { createTestRound, type OnReport } from "./test-round.ts";

export interface Interview {
  /** The diagnosis, and of the tests those that may be made now. */
  diagnosis(): Diagnosis;
  /** Makes the best tests, one after the other. */
  test(language: Language, onTest: OnReport): Promise<void>;
  question(language: Language): QuestionView | null;
  reply(question: string, answer: string): Refusal | undefined;
  /** After something was heard, or thought: takes a question off the screen, and in `asking` puts the next one there. */
  refresh(asking: boolean): void;
}

export interface InterviewParts {
  readonly knowledge: { readonly catalogue: Pick<Catalogue, "tests"> };
  readonly thinker: { readonly book: Pick<Book, "newest"> };
  readonly brain: Pick<Brain, "diagnosis" | "see" | "consider">;
  readonly probes: Pick<Probes, "readNow" | "lookNow"> & {
    readonly network: Pick<Probes["network"], "status" | "climb">;
  };
  readonly ipc: Pick<IpcServer, "ask" | "isFollowed">;
}

/** That hosts are to be left alone is known to the governor only. */
function offer({ knowledge, thinker, brain, probes }: InterviewParts, nowMs: number): Diagnosis {
  const now = new Set<Circumstance>(circumstancesIn(thinker.book.newest(), nowMs));
  if (probes.network.status().held) now.add("hold");
  const { tests } = knowledge.catalogue;
  const known = brain.diagnosis();
  return {
    ...known,
    nextTests: known.nextTests.filter(({ test }) => !isForbidden(tests[test] ?? { seconds: 0 }, now)),
  };
}

function viewQuestion(open: OpenQuestion | undefined, language: Language, nowMs: number): QuestionView | null {
  if (!open) return null;
  const { id, test, untilMs } = open;
  const valid_s = Math.max(0, Math.round((untilMs - nowMs) / 1_000));
  return { id, test, text: testText(test, language).text, answers: answersTo(test, language), valid_s };
}

export function createInterview(site: Pick<Site, "clock" | "random" | "stop">, parts: InterviewParts): Interview {
  const { clock, random } = site;
  const { knowledge, thinker, brain, ipc } = parts;
  const diagnosis = () => offer(parts, clock.monoMs());
  const newest = () => thinker.book.newest();
  const desk = createQuestionDesk({ tests: knowledge.catalogue.tests, clock, random, diagnosis, newest });
  let told: string | undefined;

  function refresh(asking: boolean): void {
    const open = asking && ipc.isFollowed() ? desk.ask() : desk.current();
    if (open?.id === told) return;
    told = open?.id;
    ipc.ask((language) => viewQuestion(open, language, clock.monoMs()));
  }

  return {
    diagnosis,
    refresh,
    test: createTestRound(site, { ...parts, offered: diagnosis }),
    question: (language) => {
      const open = desk.ask();
      refresh(false);
      return viewQuestion(open, language, clock.monoMs());
    },
    reply: (question, answer) => {
      const outcome = desk.answer(question, answer);
      if (outcome.kind === "refused") return outcome.refused;
      const { meaning } = outcome;
      if (typeof meaning === "object") brain.see([reading(meaning.signal, meaning.value, clock.monoMs())]);
      refresh(false);
      return undefined;
    },
  };
}
