/** What the agent costs, as it is told on the local socket. */

/** What the way to the broker has cost, in bytes on the wire, and what is still sent. */
export interface DataUseView {
  readonly month_bytes: number;
  readonly day_bytes: number;
  /** Of a month; 0: none. */
  readonly budget_bytes: number;
  readonly rung: "full" | "events" | "snapshot";
  /** Why it is on that rung: `none`, `month`, `configured`. */
  readonly reason: string;
  /** Of the month, by what it was for: both directions. */
  readonly uses: Readonly<Record<string, number>>;
}
