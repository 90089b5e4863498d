/**
 * The world of a fleet: a population of terminals, its day, and the troubles that somebody lets loose in it. Pure and seeded:
 * whoever asks at the same times after the same troubles sees the same again. Nothing here knows of posdiag.
 */
import { noiseOf } from "./fleet/noise.ts";
import { createPopulation, type FleetTerminal, type Population } from "./fleet/population.ts";
import { stateAt, type TerminalState } from "./fleet/state.ts";
import { createTill, type Till } from "./fleet/till.ts";
import { concerns, type Trouble } from "./fleet/trouble.ts";
import { troubleText } from "./fleet/trouble-text.ts";

export interface FleetTerms {
  readonly seed: number;
  readonly terminals: number;
  /** Hour of the day at the fleet's time 0. */
  readonly startHour: number;
}

export interface FleetWorld {
  readonly population: Population;
  /** Those that have not ended, and those to come. */
  troubles(nowMs: number): readonly Trouble[];
  begin(trouble: Trouble, nowMs: number): void;
  /** Ends what fits: kind and name, and region and manner where they are given. Returns how many. */
  end(which: Pick<Trouble, "kind" | "name" | "region">, nowMs: number): number;
  stateOf(terminal: FleetTerminal, atMs: number): TerminalState;
  /** Its customers from this time on. */
  tillOf(terminal: FleetTerminal, fromMs: number): Till;
  hourAt(atMs: number): number;
}

const hourMs = 3_600_000;
/** What is over so long makes no difference any more. */
const forgottenMs = 60_000;
const mostTroubles = 256;

export function createFleetWorld({ seed, terminals, startHour }: FleetTerms): FleetWorld {
  const population = createPopulation(seed, terminals);
  const noises = population.terminals.map(({ serial }) => noiseOf(seed, serial));
  let troubles: readonly Trouble[] = [];
  /** Worked out anew when the list of troubles changes. */
  let concerning: (readonly Trouble[] | undefined)[] = [];

  const change = (next: readonly Trouble[]): void => {
    troubles = next;
    concerning = [];
  };
  const of = (terminal: FleetTerminal): readonly Trouble[] => {
    const known = concerning[terminal.index] ?? troubles.filter((trouble) => concerns(trouble, terminal));
    concerning[terminal.index] = known;
    return known;
  };
  const hourAt = (atMs: number): number => (startHour + atMs / hourMs) % 24;

  return {
    population,
    hourAt,
    troubles: (nowMs) => troubles.filter(({ untilMs }) => untilMs > nowMs),
    begin: (trouble, nowMs) => {
      const alive = troubles.filter(({ untilMs }) => untilMs + forgottenMs > nowMs);
      if (alive.length >= mostTroubles) throw new Error(`more than ${mostTroubles} troubles: ${troubleText(trouble)}`);
      change([...alive, trouble]);
    },
    end: (which, nowMs) => {
      const fits = (each: Trouble): boolean =>
        each.kind === which.kind && each.name === which.name && each.region === which.region && each.untilMs > nowMs;
      const ended = troubles.filter(fits).length;
      change(troubles.map((each) => (fits(each) ? { ...each, untilMs: nowMs } : each)));
      return ended;
    },
    stateOf: (terminal, atMs) => {
      const noise = noises[terminal.index];
      if (!noise) throw new Error(`${terminal.serial} is none of this fleet`);
      return stateAt({ terminal, troubles: of(terminal), atMs, hour: hourAt(atMs), noise });
    },
    tillOf: (terminal, fromMs) => createTill({ seed, terminal, fromMs, hourAt }),
  };
}
