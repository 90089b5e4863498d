/** One trouble of the modem, its card or the network, from health to health, with the real agent; what it made of it is written down. */
import type { Program } from "../../hw-sim/rig/program.ts";
import type { ModemFault } from "../scenarios/modem-faults.ts";
import { knownOf, type Status, statusOf, thoughtOf } from "./agent-view.ts";
import { type ModemPlace, openModemPlace } from "./modem-place.ts";

export interface ModemLife {
  readonly fault: ModemFault;
  /** The expected case, or else the first one that was not foreseen; undefined: none. */
  readonly named: string | undefined;
  /** Seconds from what was done to that case. */
  readonly afterS: number | undefined;
  /** Every fault that a case named, from the beginning to the end. */
  readonly all: readonly string[];
  /** Seconds until no case was left, once it was made good; undefined: not looked at, or it stayed. */
  readonly healedS: number | undefined;
  readonly thought: readonly string[];
  readonly story: string;
}

const usualHealthyS = 20;
const usualLastsS = 60;
const usualHealsS = 90;
/** In life one watches a healthy terminal for ever. */
const mostSilenceS = 90;
const betweenStepsMs = 3_000;
const betweenLooksMs = 500;
/** The agent asks the modem what it has counted. */
const betweenCountsMs = 10_000;
/** After the case, to see whether another one is made of what follows. */
const afterwardsS = 8;
/** The stories are told in virtual time, where nothing ever waits for a processor. */
const slack = 1.5;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks until `isDone` holds, for at most so many seconds; how many it took, undefined when it did not come to that. */
async function lookUntil(look: () => Promise<Status>, isDone: (status: Status) => boolean, limitS: number) {
  const startMs = Date.now();
  for (;;) {
    const passedS = (Date.now() - startMs) / 1_000;
    if (isDone(await look())) return passedS;
    if (passedS > limitS) return undefined;
    await pause(betweenLooksMs);
  }
}

/** Right: the verdict that was expected, in time, nothing else from beginning to end, and over when it is over. */
export function isRightLife({ fault, named, all, healedS }: ModemLife): boolean {
  const { verdict, first, undo = [], heals = usualHealsS } = fault;
  const isClosed = undo.length === 0 || heals === 0 || verdict === undefined || healedS !== undefined;
  return named === verdict && isClosed && all.every((each) => each === verdict || each === first);
}

async function happen({ fault, place, look }: Trial): Promise<Pick<ModemLife, "named" | "afterS">> {
  const { verdict, lasts = usualLastsS, first } = fault;
  await place.set(fault.set);
  const isNews = (each: string) => each !== first;
  const limitS = verdict === undefined ? Math.min(lasts, mostSilenceS) : lasts * slack;
  let named: string | undefined;
  const afterS = await lookUntil(
    look,
    ({ cases }) => {
      const found = cases.map((each) => each.fault).filter(isNews);
      named ??= found[0];
      if (verdict !== undefined && found.includes(verdict)) named = verdict;
      return named === verdict && verdict !== undefined;
    },
    limitS,
  );
  if (afterS !== undefined) await lookUntil(look, () => false, afterwardsS);
  return { named, afterS };
}

async function heal({ fault, place, look }: Trial): Promise<number | undefined> {
  const { undo = [], heals = usualHealsS } = fault;
  for (const step of undo) {
    await place.set(step);
    await pause(betweenStepsMs);
  }
  if (undo.length === 0 || heals === 0) return undefined;
  return lookUntil(look, ({ cases }) => cases.length === 0, heals * slack);
}

export interface ModemLifeSetup {
  readonly seed: number;
  /** The agent from its source when nothing is said. */
  readonly program?: Program;
  /** Seconds before anything is wrong; 20 when nothing is said. */
  readonly healthyS?: number;
}

interface Trial {
  readonly fault: ModemFault;
  readonly place: ModemPlace;
  readonly look: () => Promise<Status>;
}

/** Lives through one trouble. Rejects only when the bench itself fails. */
export async function liveWithModem(fault: ModemFault, setup: ModemLifeSetup): Promise<ModemLife> {
  const { healthyS = usualHealthyS } = setup;
  const place = await openModemPlace({ ...setup, terms: fault.terms ?? {} });
  const all = new Set<string>();
  const beginMs = Date.now();
  const turns: string[] = [];
  let last = "";
  const look = async (): Promise<Status> => {
    const status = await statusOf(place.door);
    for (const { fault: named } of status.cases) all.add(named);
    const open = status.cases.map(({ fault: named, probability }) => `${named} ${probability.toFixed(1)}`).join(", ");
    if (open !== last) turns.push(`${Math.round((Date.now() - beginMs) / 1_000)} s: ${open || "no case"}`);
    last = open;
    return status;
  };
  const trial = { fault, place, look };
  try {
    await pause(healthyS * 1_000);
    await look();
    if (fault.used !== undefined) place.bench.use(fault.used);
    if (fault.used !== undefined) await pause(betweenCountsMs);
    const said = await happen(trial);
    const [status, thought] = [await look(), await thoughtOf(place.door)];
    const healedS = await heal(trial);
    const story = [...turns, ...knownOf(status), ...place.log().slice(-12)].join("\n");
    return { fault, ...said, all: [...all], healedS, thought, story };
  } finally {
    await place.close();
  }
}
