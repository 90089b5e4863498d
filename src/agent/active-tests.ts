/**
 * An active diagnosis: the best test that the terminal can make by itself, then the best one in the light of that, until it is
 * settled, nothing more is worth its cost, or enough was done. Each goes through the governor; what that refuses is told.
 */
import type { Clock } from "../base/clock.ts";
import type { Diagnosis } from "../model/case.ts";
import type { DeviceTests, TestOutcome } from "./device-tests.ts";

/** What the design aims at is five; somebody waits before the screen (diagnosis 5: at most 8 tests, 30 s). */
const mostTests = 8;
const longestMs = 30_000;

export interface ActiveTestOptions {
  readonly tests: DeviceTests;
  readonly clock: Clock;
  readonly stop: AbortSignal;
  /** Thinks about what is known now, and gives the diagnosis of it. */
  consider(): Diagnosis;
  /** A look at everything, where no test stands out because nothing is known to be wrong. */
  lookAround(): Promise<void>;
}

export type OnTest = (test: string, outcome: TestOutcome) => void;

/** Resolves to what was tried. */
export async function runActiveTests(options: ActiveTestOptions, onTest: OnTest): Promise<readonly string[]> {
  const { tests, clock, stop } = options;
  const untilMs = clock.monoMs() + longestMs;
  const tried: string[] = [];
  const best = ({ nextTests }: Diagnosis) =>
    nextTests.find(({ test }) => tests.has(test) && !tried.includes(test))?.test;
  if (best(options.consider()) === undefined) await options.lookAround();
  while (tried.length < mostTests && clock.monoMs() < untilMs && !stop.aborted) {
    const test = best(options.consider());
    if (test === undefined) break;
    tried.push(test);
    onTest(test, await tests.make(test));
  }
  options.consider();
  return tried;
}
