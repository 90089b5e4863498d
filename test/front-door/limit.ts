/** One test or hook with a time limit, its end told to the front door. */
import { assertionCount } from "./assert.ts";
import { describe, send } from "./events.ts";

/** A test or hook; a promise is awaited, what it resolves to does not matter. */
export type Step = () => unknown;

async function inTime(step: Step, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`timed out after ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([step(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a test. Its failure is told, not thrown: uvu would try to print it, and dies of what is not an Error. */
export async function runTest(where: string, step: Step, limitMs: number): Promise<void> {
  send({ kind: "start", where, limitMs });
  const before = assertionCount();
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    await inTime(step, limitMs);
    if (assertionCount() === before) throw new Error("made no assertion");
    send({ kind: "pass", where, ms: took() });
  } catch (error) {
    send({ kind: "fail", where, ms: took(), failure: describe(error) });
  }
}

export interface HookRole {
  readonly name: string;
  /** What comes after it makes no sense when it failed. */
  readonly stops: boolean;
}

/** Runs a hook. That it failed is told as a failure of the file, because uvu passes over it in silence. */
export async function runHook(hook: HookRole, step: Step, limitMs: number): Promise<void> {
  send({ kind: "start", where: hook.name, limitMs });
  try {
    await inTime(step, limitMs);
  } catch (error) {
    const failure = describe(error);
    send({ kind: "problem", failure: { ...failure, message: `${hook.name} failed: ${failure.message}` } });
    if (hook.stops) throw new Error(`${hook.name} failed`);
  }
}
