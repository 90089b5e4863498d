/** One row of `npm run bench -- scenarios`: what is done to the simulator, and the verdict in which the real agent must end. */

export const sides = ["modem", "network", "terminal"] as const;
export type Side = (typeof sides)[number];

/** What the real agent made of it. */
export interface Lived {
  /** The cause that it named; undefined: none. */
  readonly named: string | undefined;
  /** Seconds from what was done. */
  readonly afterS: number | undefined;
  /** Whatever else was named, from the beginning to the end, rightly or not. */
  readonly others: readonly string[];
  readonly right: boolean;
  /** For who has to find out why. */
  readonly story: string;
}

export interface Scenario {
  readonly side: Side;
  readonly name: string;
  /** Undefined: all is well, and nothing may be named. */
  readonly verdict: string | undefined;
  /** Rejects only when the bench itself fails. */
  live(): Promise<Lived>;
}
