/**
 * Tests made one after the other, their outcomes taken from the world: by the engine's own choice, or up a fixed ladder. Both
 * start with what is heard in passing and stop when a cause is settled.
 */
import { type Random, seededRandom } from "../../src/base/random.ts";
import type { Engine } from "../../src/diagnose/engine.ts";
import type { TestDefinition } from "../../src/model/catalogue.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { complaint, evidenceOf, type Stage } from "./incident.ts";
import { answersFor, moneyBeside } from "./judge.ts";
import { fullEvidence, lookAtMs, windowOf } from "./reading-window.ts";
import type { Scene } from "./series.ts";
import type { Values } from "./values.ts";

export interface Isolation {
  /** First answer when it stopped. */
  readonly named: string | undefined;
  readonly tests: number;
  readonly cost: number;
}

/** How many looks one test is, and how often one of a probe's is wrong. */
const outcome = { ...fullEvidence, error: 0.02, window: 3 };
const settled = 0.95;
const mostTests = 40;
/** Nothing is tested while money is on the way: whatever was under way at the look has ended. */
const afterwardsMs = lookAtMs + 200_000;

/** As the engine counts: a person's time in seconds of machine time. */
const asking = { merchant: 25, support: 20 } as const;

export function priceOf({ seconds, bytes = 0, disturbance = 0, asks }: TestDefinition): number {
  return seconds + bytes / 1000 + disturbance + (asks === undefined ? 0 : asking[asks]);
}

/** What a test reads, and the answers there are where a person is asked: what has no button is not told. */
function asked({ kinds, catalogue }: Stage, test: string, values: Values): readonly SignalId[] {
  const own = [...kinds.tests].filter(([, tests]) => tests.has(test)).map(([signal]) => signal);
  const { tells = [], answers = {} } = catalogue.tests[test] ?? {};
  const answered = Object.values(answers).flatMap((meaning) =>
    typeof meaning === "object" && values.get(meaning.signal) === meaning.value ? [meaning.signal] : [],
  );
  return [...new Set<SignalId>([...own, ...tells, ...answered])];
}

/** What a test would read of this incident. */
function madeReadings({ place: { stage }, incident }: Scene, test: string, random: Random): readonly Reading[] {
  return asked(stage, test, incident.values).flatMap((signal) => {
    const value = incident.values.get(signal);
    return value === undefined ? [] : windowOf({ signal, value }, outcome, { ...stage, random });
  });
}

interface Policy {
  /** The next test of those that were not made; undefined to stop. */
  next(suggested: readonly string[], made: ReadonlySet<string>, top: number): string | undefined;
}

/** What is heard in passing must do. */
export const withoutTests: Policy = { next: () => undefined };

/** As the engine suggests. */
export const byInformation: Policy = {
  next: (suggested, made) => suggested.find((test) => !made.has(test)),
};

/** Always in the same order, until a cause is settled. */
export function byLadder(order: readonly string[]): Policy {
  return { next: (_, made, top) => (top >= settled ? undefined : order.find((test) => !made.has(test))) };
}

export function isolate(
  scene: Scene,
  engine: Engine,
  { policy, seed }: { readonly policy: Policy; readonly seed: number },
): Isolation {
  const { catalogue } = scene.place.stage;
  const random = seededRandom(seed);
  const made = new Set<string>();
  let readings: readonly Reading[] = [...scene.incident.readings, complaint];
  let cost = 0;
  for (;;) {
    const evidence = evidenceOf(catalogue, readings);
    const { verdicts, rivals, nextTests } = engine.diagnose(evidence, readings, afterwardsMs);
    const [first] = answersFor(
      scene.incident.faults,
      [...verdicts, ...rivals].map(({ fault }) => fault),
      moneyBeside(catalogue, evidence),
    );
    const top = verdicts.reduce((most, { probability }) => Math.max(most, probability), 0);
    const test = policy.next(
      nextTests.map((each) => each.test),
      made,
      top,
    );
    if (test === undefined || made.size >= mostTests) return { named: first, tests: made.size, cost };
    made.add(test);
    cost += priceOf(catalogue.tests[test] ?? { seconds: 1 });
    readings = [...readings, ...madeReadings(scene, test, random)];
  }
}
