/**
 * Who makes room. A connection has proved itself when it has said something that was taken. Those that have not wait in a
 * room of their own, from which a newcomer pushes the one that has been silent for longest; so peers that only sit there
 * keep nobody out, and cannot push out anybody who does his work.
 */

/** Connections that have not yet said anything clean, beside `ipc.max_peers` that have. */
export const waitingPlaces = 32;

/** A client with a subscription says `alive` every 20 s. */
const quietMs = 30_000;

export interface Occupant {
  /** Monotonic milliseconds: when it came, and when it last said something that was taken. */
  readonly bornMs: number;
  heardMs: number;
  /** Its messages that were taken, and those that were not. */
  clean: number;
  refused: number;
  /** It has been told to go and is only still to read the last answer. */
  leaving: boolean;
}

export function isProved({ clean, leaving }: Occupant): boolean {
  return clean > 0 && !leaving;
}

/** For a newcomer: who of those that have not proved themselves; the first that came. */
export function whoWaitsLongest<P extends Occupant>(peers: Iterable<P>): P | undefined {
  const waiting = [...peers].filter((peer) => !isProved(peer));
  return waiting.find(({ leaving }) => leaving) ?? least(waiting, ({ bornMs }) => bornMs);
}

/**
 * For one that has just proved itself while all places are taken: who says more that is refused than what is taken, the
 * worst first; else who was not heard for half a minute. Undefined when all do their work: then there is no place.
 */
export function whoGivesWay<P extends Occupant>(peers: Iterable<P>, nowMs: number): P | undefined {
  const proved = [...peers].filter(isProved);
  const bad = proved.filter(({ clean, refused }) => refused > clean);
  const quiet = proved.filter(({ heardMs }) => nowMs - heardMs > quietMs);
  return least(bad, ({ refused }) => -refused) ?? least(quiet, ({ heardMs }) => heardMs);
}

function least<P>(peers: readonly P[], of: (peer: P) => number): P | undefined {
  let found: P | undefined;
  for (const peer of peers) if (found === undefined || of(peer) < of(found)) found = peer;
  return found;
}
