/** The tests that the terminal makes while somebody waits for a diagnosis. Who asks meanwhile gets the same ones. */
import { viewReading } from "../diagnosis-view.ts";
import { testText } from "../faults/texts/questions.ts";
import type { Diagnosis } from "../model/case.ts";
import type { TestReport } from "../model/test-view.ts";
import type { Language } from "../model/text.ts";
import { runActiveTests } from "./active-tests.ts";
import { createDeviceTests, type TestOutcome } from "./device-tests.ts";
import type { InterviewParts } from "./interview.ts";
import type { Site } from "./site.ts";

/** How long a look at everything takes at least. */
const lookMs = 8_000;

export type OnReport = (report: TestReport) => void;

interface Waiting {
  readonly language: Language;
  readonly onTest: OnReport;
}

type Needed = Pick<InterviewParts, "thinker" | "brain" | "probes"> & { offered(): Diagnosis };

export function createTestRound(
  { clock, stop }: Pick<Site, "clock" | "stop">,
  { thinker, brain, probes, offered }: Needed,
) {
  const tests = createDeviceTests({ probes, nowMs: () => clock.monoMs(), newest: () => thinker.book.newest() });
  const waiting = new Set<Waiting>();
  let under: Promise<unknown> | undefined;

  function report(test: string, outcome: TestOutcome): void {
    const found = outcome.kind === "made" ? outcome.readings.map((each) => viewReading(each, clock.monoMs())) : [];
    const refused = outcome.kind === "refused" ? outcome.why : null;
    for (const { language, onTest } of waiting) onTest({ test, text: testText(test, language).text, found, refused });
  }

  async function run(): Promise<void> {
    const consider = () => {
      brain.consider();
      return offered();
    };
    await runActiveTests({ tests, clock, stop, consider, lookAround: () => probes.lookNow(lookMs) }, report);
    under = undefined;
  }

  return async (language: Language, onTest: OnReport): Promise<void> => {
    const listener = { language, onTest };
    waiting.add(listener);
    under ??= run();
    await under;
    waiting.delete(listener);
  };
}
