/**
 * How a fleet comes back to brokers that take so many connections a second: every terminal with the agent's own back-off, second by second. A terminal
 * that is not taken within its connect timeout waits again, longer. It is reckoned, not lived: no sockets, so a million takes seconds.
 */
import { type Backoff, createBackoff } from "../../../src/base/backoff.ts";
import { seededRandom } from "../../../src/base/random.ts";

export interface Return {
  readonly terminals: number;
  /** How long nobody takes connections. */
  readonly awayS: number;
  /** Connections that all brokers together take in a second. */
  readonly perSecond: number;
  readonly seed: number;
}

export interface Returned {
  /** Seconds from when the brokers are back until half, nine tenths and all are. */
  readonly halfS: number;
  readonly mostS: number;
  readonly allS: number;
  /** Attempts in the fullest second, also while nobody is there. */
  readonly peak: number;
  /** Of one terminal until it is back, on average. */
  readonly attempts: number;
}

/** As src/uplink/trying.ts (networkWait) and src/uplink/link.ts (connectTimeoutMs) have them. */
const wait = { floorMs: 1_000, firstMs: 8_000, limitMs: 300_000 };
const timeoutS = 15;
/** Nothing here takes a day. */
const mostS = 86_400;

interface Asking {
  readonly at: number;
  readonly sinceS: number;
}

class Fleet {
  readonly #due = new Map<number, number[]>();
  readonly #backoffs: readonly Backoff[];
  attempts = 0;

  constructor({ terminals, seed }: Return) {
    const random = seededRandom(seed);
    this.#backoffs = Array.from({ length: terminals }, () => createBackoff(wait, random));
    for (let at = 0; at < terminals; at += 1) this.wait(at, 0);
  }

  wait(at: number, nowS: number): void {
    const dueS = nowS + Math.ceil((this.#backoffs[at]?.next() ?? 0) / 1_000);
    const others = this.#due.get(dueS);
    if (others) others.push(at);
    else this.#due.set(dueS, [at]);
  }

  /** Who tries in this second. */
  take(nowS: number): readonly number[] {
    const due = this.#due.get(nowS) ?? [];
    this.#due.delete(nowS);
    this.attempts += due.length;
    return due;
  }
}

/** What the brokers take of those who ask: first come, first served, and whoever waits too long goes away. */
class Door {
  #queue: Asking[] = [];
  readonly #perSecond: number;
  back = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Who goes away in this second. */
  open(arrivals: readonly number[], nowS: number): readonly number[] {
    for (const at of arrivals) this.#queue.push({ at, sinceS: nowS });
    const taken = Math.min(this.#perSecond, this.#queue.length);
    this.back += taken;
    const rest = this.#queue.slice(taken);
    const isLate = ({ sinceS }: Asking) => nowS - sinceS >= timeoutS;
    this.#queue = rest.filter((asking) => !isLate(asking));
    return rest.filter(isLate).map(({ at }) => at);
  }
}

/** @throws RangeError when they are not all back within a day */
export function comeBack(options: Return): Returned {
  const { terminals, awayS, perSecond } = options;
  const [fleet, door] = [new Fleet(options), new Door(perSecond)];
  /** Terminals that are back, by seconds since the brokers are. */
  const curve: number[] = [];
  let peak = 0;
  for (let nowS = 1; nowS < mostS && door.back < terminals; nowS += 1) {
    const due = fleet.take(nowS);
    peak = Math.max(peak, due.length);
    const sentAway = nowS <= awayS ? due : door.open(due, nowS);
    for (const at of sentAway) fleet.wait(at, nowS);
    if (nowS > awayS) curve.push(door.back);
  }
  if (door.back < terminals)
    throw new RangeError(`${perSecond} connections a second do not bring ${terminals} terminals back within a day`);
  const when = (share: number) => 1 + curve.findIndex((back) => back >= share * terminals);
  return { halfS: when(0.5), mostS: when(0.9), allS: when(1), peak, attempts: fleet.attempts / terminals };
}
