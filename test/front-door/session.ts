/** What one test file's process knows of its suites, so that nothing declared can go missing. */
import { seededRandom } from "../../src/base/random.ts";
import { send } from "./events.ts";

interface SuiteState {
  readonly name: string;
  declared: number;
  /** Marked .skip in the file; not among the declared. */
  marked: number;
  ended: number;
  started: boolean;
}

interface Session {
  /** False when a test file was started without the front door. */
  live: boolean;
  seed: number | undefined;
  readonly suites: SuiteState[];
}

export const session: Session = { live: false, seed: undefined, suites: [] };

export function problem(message: string): void {
  send({ kind: "problem", failure: { message } });
}

/** Makes a suite known; from then on it must run all it declared. */
export function enrol(name: string): SuiteState {
  if (!session.live) throw new Error("start tests through the front door: npm test -- <path>");
  const state: SuiteState = { name, declared: 0, marked: 0, ended: 0, started: false };
  session.suites.push(state);
  return state;
}

/** After the queue is empty: tells everything that was declared and did not happen. */
export function audit(): void {
  if (session.suites.length === 0) problem("no suite in this file");
  for (const { name, declared, ended, started } of session.suites) {
    if (!started) problem(`suite "${name}" was never started: .run() is missing`);
    else if (ended < declared) problem(`suite "${name}": ${declared - ended} of ${declared} tests did not run`);
  }
}

/** In a shuffled run, the same order for the same seed; else the order as written. */
export function shuffled<T>(items: readonly T[], seed = session.seed): readonly T[] {
  if (seed === undefined) return items;
  const random = seededRandom(seed);
  const rest = [...items];
  const out: T[] = [];
  while (rest.length > 0) out.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return out;
}
