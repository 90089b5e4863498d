/**
 * When to think. News is thought about at once but not more than five times a second; while something is about to open
 * or close, once a second; otherwise now and then, because evidence ages. Says how eagerly the probes should look.
 */
import type { Clock } from "../base/clock.ts";
import { createNap } from "../base/nap.ts";
import type { CaseEvent, Diagnosis } from "../model/case.ts";
import type { Reading } from "../model/reading.ts";
import type { Pace } from "../probes/probe.ts";
import type { Thinker, Thought } from "../think.ts";

const leastGapMs = 200;
const unsettledMs = 1_000;
const settledMs = 30_000;
/** How long a failed payment, or a new suspicion, keeps the probes looking. */
const troubleMs = 120_000;

export interface BrainOptions {
  readonly thinker: Thinker;
  readonly clock: Clock;
  /** Every Reading that comes in, for those who remember. */
  onReadings?(readings: readonly Reading[]): void;
  /** Whenever something was thought, before its cases are told. */
  onThought?(thought: Thought): void;
  onCases(events: readonly CaseEvent[]): void;
  /** The first verdict has another fault than before, or none. */
  onTurn(diagnosis: Diagnosis): void;
  onPace(pace: Pace): void;
}

export interface Brain {
  see(readings: readonly Reading[]): void;
  diagnosis(): Diagnosis;
  /** Thinks at once about what is known now. */
  consider(): void;
  run(stop: AbortSignal): Promise<void>;
}

/** Outcomes after which a healthy path is no longer taken for granted. */
function isTrouble({ signal, value }: Reading): boolean {
  return signal === "txn.outcome" && (value === "timeout" || value === "aborted" || value === "unknown");
}

/** Whether a reading says something else than the one before it. */
function isNews(reading: Reading, thinker: Thinker): boolean {
  const before = thinker.book.of(reading.signal).at(-1);
  return before === undefined || before.value !== reading.value || before.quality !== reading.quality;
}

export function createBrain(options: BrainOptions): Brain {
  const { thinker, clock, onReadings, onThought, onCases, onTurn, onPace } = options;
  const nap = createNap(clock);
  let troubledUntilMs = Number.NEGATIVE_INFINITY;
  let diagnosis = thinker.think(clock.monoMs()).diagnosis;

  function turn(now: Diagnosis): void {
    const turned = now.verdicts[0]?.fault !== diagnosis.verdicts[0]?.fault || now.unknown !== diagnosis.unknown;
    diagnosis = now;
    if (turned && now.verdicts.length > 0) troubledUntilMs = clock.monoMs() + troubleMs;
    if (turned) onTurn(now);
  }

  function pace(): Pace {
    const busy = thinker.cases.unsettled() || thinker.cases.pressing();
    return busy || clock.monoMs() < troubledUntilMs ? "quick" : "slow";
  }

  function consider(): void {
    const thought = thinker.think(clock.monoMs());
    turn(thought.diagnosis);
    onThought?.(thought);
    if (thought.events.length > 0) onCases(thought.events);
    onPace(pace());
  }

  return {
    consider,
    see: (readings) => {
      const news = readings.some((reading) => isNews(reading, thinker));
      if (readings.some(isTrouble)) troubledUntilMs = clock.monoMs() + troubleMs;
      thinker.see(readings);
      onReadings?.(readings);
      if (news || thinker.cases.unsettled()) nap.wake();
    },
    diagnosis: () => diagnosis,
    run: async (stop) => {
      while (!stop.aborted) {
        consider();
        await clock.sleep(leastGapMs, stop);
        await nap.sleep(thinker.cases.unsettled() ? unsettledMs : settledMs, stop);
      }
    },
  };
}
