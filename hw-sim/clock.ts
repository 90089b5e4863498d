/** Time as the simulator sees it: real on the bench, virtual in tests. */
export interface SimClock {
  /** Milliseconds since the clock was made. */
  nowMs(): number;
  /** Runs `act` after `ms`; the returned function calls it off. */
  after(ms: number, act: () => void): () => void;
}

/** What somebody still means to do: a clock of one's own that can be cleared as a whole. */
export type Agenda = SimClock & { clear(): void };

/** Real time, `pace` times as fast. */
export function createRealClock(pace: number): SimClock {
  const start = performance.now();
  return {
    nowMs: () => Math.round((performance.now() - start) * pace),
    after: (ms, act) => {
      const timer = setTimeout(act, ms / pace);
      return () => clearTimeout(timer);
    },
  };
}

export function createAgenda(clock: SimClock): Agenda {
  const planned = new Set<() => void>();
  return {
    nowMs: () => clock.nowMs(),
    after: (ms, act) => {
      const callOff = clock.after(ms, () => {
        planned.delete(callOff);
        act();
      });
      planned.add(callOff);
      return () => {
        planned.delete(callOff);
        callOff();
      };
    },
    clear: () => {
      for (const callOff of planned) callOff();
      planned.clear();
    },
  };
}
