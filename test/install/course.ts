/** Steps one after another, and what became of each. */
import type { Machine } from "./machine/machine.ts";
import type { Stage, Step } from "./step.ts";

export interface Outcome {
  readonly id: string;
  readonly title: string;
  /** `not_run`: a vital step before it failed. */
  readonly result: "pass" | "fail" | "not_run";
  /** What was found, or what is wrong. */
  readonly found: string;
  readonly seconds: number;
}

export async function takeSteps<M extends Machine>(
  steps: readonly Step<M>[],
  stage: Stage<M>,
  tell: (outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let broken = false;
  for (const step of steps) {
    const { id, title } = step;
    const outcome: Outcome = broken
      ? { id, title, result: "not_run", found: "a step that it needs failed", seconds: 0 }
      : await takeStep(step, stage);
    broken ||= outcome.result === "fail" && step.vital === true;
    outcomes.push(outcome);
    tell(outcome);
  }
  return outcomes;
}

async function takeStep<M extends Machine>({ id, title, run }: Step<M>, stage: Stage<M>): Promise<Outcome> {
  const start = process.hrtime.bigint();
  const seconds = () => Math.round(Number((process.hrtime.bigint() - start) / 100_000_000n)) / 10;
  try {
    return { id, title, result: "pass", found: await run(stage), seconds: seconds() };
  } catch (error) {
    // A step says what is wrong by throwing; a bug in a step is told with its place.
    const found = error instanceof Error ? (error.name === "Error" ? error.message : `${error.stack}`) : String(error);
    return { id, title, result: "fail", found, seconds: seconds() };
  }
}
