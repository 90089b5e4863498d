/**
 * How often troubles begin among the terminals of one cell, by the quarter of the day: shops close at night, and who did not know
 * that would call every evening an outage. What is old counts less with every day; today is not past, or trouble would excuse itself.
 */
const quarters = 96;
const quarterMs = 900_000;
const hourMs = 3_600_000;
/** What a quarter keeps of what it knew a day before. */
const keptADay = 0.8;
/** Before anything is known: a terminal's trouble begins so often an hour, believed like so many hours of one terminal. */
const usualPerHour = 0.02;
const usualHours = 15;

export interface Past {
  /** So many troubles have begun; fewer where it has turned out that they were part of an incident. */
  began(count: number, atMs: number): void;
  /** So many terminals could have had one, for so long. */
  stoodBy(terminals: number, spanMs: number, atMs: number): void;
  /** Troubles an hour and terminal at this time of the day; the most of the quarters around it, for habits are not punctual. */
  perHour(atMs: number): number;
}

const dayOf = (atMs: number): number => Math.floor(atMs / (quarters * quarterMs));
const quarterOf = (atMs: number): number => Math.floor(atMs / quarterMs) % quarters;

interface Sums {
  begun: number;
  hours: number;
}

interface Quarter {
  readonly past: Sums;
  readonly today: Sums;
  day: number;
}

function createQuarter(day: number): Quarter {
  return { past: { begun: 0, hours: 0 }, today: { begun: 0, hours: 0 }, day };
}

function turn(quarter: Quarter, day: number): Quarter {
  const { past, today } = quarter;
  if (day <= quarter.day) return quarter;
  const kept = keptADay ** (day - quarter.day);
  for (const of of ["begun", "hours"] as const) {
    past[of] = (past[of] + today[of]) * kept;
    today[of] = 0;
  }
  quarter.day = day;
  return quarter;
}

export function createPast(): Past {
  const all: Quarter[] = [];

  function open(atMs: number): Quarter {
    const at = quarterOf(atMs);
    const quarter = all[at] ?? createQuarter(dayOf(atMs));
    all[at] = quarter;
    return turn(quarter, dayOf(atMs));
  }

  function rate(atMs: number): number {
    const { begun, hours } = open(atMs).past;
    return (begun + usualHours * usualPerHour) / (hours + usualHours);
  }

  return {
    began: (count, atMs) => {
      const { today } = open(atMs);
      today.begun = Math.max(0, today.begun + count);
    },
    stoodBy: (terminals, spanMs, atMs) => {
      open(atMs).today.hours += (terminals * spanMs) / hourMs;
    },
    perHour: (atMs) => Math.max(rate(atMs - quarterMs), rate(atMs), rate(atMs + quarterMs)),
  };
}
