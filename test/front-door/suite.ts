/**
 * uvu's suite for tests that the front door (test/run.ts) starts. Under the hood it is uvu; on top it has a time limit a
 * test, a count of assertions, and a result for everything that uvu passes over: hooks that throw, `.only`, `.run()` forgotten.
 */
import "./defer.ts";
import { suite as uvuSuite } from "uvu";
import { send } from "./events.ts";
import { runHook, runTest, type Step } from "./limit.ts";
import { missingPrograms } from "./needs.ts";
import { enrol, problem, shuffled } from "./session.ts";

export { assert } from "./assert.ts";

export interface SuiteOptions {
  /** How long each test and hook may take, milliseconds. */
  readonly timeoutMs?: number;
  /** Programs on PATH without which the suite is skipped. */
  readonly needs?: readonly string[];
}

export interface Hook {
  (step: Step): void;
  each(step: Step): void;
}

export interface TestSuite {
  (name: string, step: Step): void;
  only(name: string, step: Step): void;
  skip(name: string, step?: Step): void;
  readonly before: Hook;
  readonly after: Hook;
  /** Without it nothing of the suite runs; the front door fails a file that forgets it. */
  run(): void;
}

type HookKind = "before" | "after" | "before.each" | "after.each";

const defaultLimitMs = 20_000;

export function suite(name: string, options: SuiteOptions = {}): TestSuite {
  const limitMs = options.timeoutMs ?? defaultLimitMs;
  const inner = uvuSuite(); // without a name, which uvu would print
  const tests: Array<{ readonly name: string; readonly step: Step }> = [];
  const state = enrol(name);
  const where = (test: string) => `${name} › ${test}`;
  const add = (test: string, step: Step) => {
    tests.push({ name: test, step });
    state.declared += 1;
  };
  const run = () => {
    state.started = true;
    if (state.declared + state.marked === 0) problem(`suite "${name}" has no tests`);
    const reason = missingPrograms(options.needs ?? []);
    if (reason) {
      for (const test of tests.splice(0)) send({ kind: "skip", where: where(test.name), reason });
      state.ended = state.declared;
      return;
    }
    for (const test of shuffled(tests.splice(0))) {
      inner(test.name, async () => {
        await runTest(where(test.name), test.step, limitMs);
        state.ended += 1;
      });
    }
    inner.run();
  };
  const hook = (kind: HookKind, step: Step) => () =>
    runHook({ name: `${kind} hook of "${name}"`, stops: kind.startsWith("before") }, step, limitMs);
  const only = (test: string, step: Step) => {
    problem(`.only left in: "${test}"`);
    add(test, step);
  };
  const skip = (test: string) => {
    state.marked += 1;
    send({ kind: "skip", where: where(test), reason: "marked .skip in the file" });
  };
  const before = Object.assign((step: Step) => inner.before(hook("before", step)), {
    each: (step: Step) => inner.before.each(hook("before.each", step)),
  });
  const after = Object.assign((step: Step) => inner.after(hook("after", step)), {
    each: (step: Step) => inner.after.each(hook("after.each", step)),
  });
  return Object.assign(add, { only, skip, before, after, run });
}
