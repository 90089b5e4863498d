/** What the way to the broker costs, and what is sent for it. */

/** `session`: connecting, TLS, pings, and what comes down. `states`: retained. The others are classes of records. */
export const useKinds = ["session", "states", "fault", "reply", "state", "metric", "history"] as const;
export type UseKind = (typeof useKinds)[number];

/** Bytes. */
export interface Tally {
  readonly up: number;
  readonly down: number;
}

export type Uses = Readonly<Partial<Record<UseKind, Tally>>>;

/** `full`; `events`: no measurements, no history but faults and replies; `snapshot`: the states and faults, once a day. */
export const dataRungs = ["full", "events", "snapshot"] as const;
export type DataRung = (typeof dataRungs)[number];
/** Why it is on that rung. */
export type DataReason = "none" | "month" | "configured";

export interface Standing {
  readonly rung: DataRung;
  readonly reason: DataReason;
}

/** All bytes of IP packets, headers reckoned, both ways. */
export interface DataUse extends Standing {
  readonly monthBytes: number;
  readonly dayBytes: number;
  /** Of a month; 0: none. */
  readonly budgetBytes: number;
  /** Of the month. */
  readonly uses: Uses;
}

/** How the agent itself is, and what it costs. */
export interface Heartbeat {
  readonly uptimeS: number;
  readonly rssKb: number;
  /** Records in the outbox. */
  readonly waiting: number;
  /** Dropped or lost since the agent started. */
  readonly dropped: number;
  readonly keepaliveS: number;
  readonly data: DataUse;
  /** Newest link of the command log's chain; absent while there is none. */
  readonly audit?: { readonly head: string; readonly count: number } | undefined;
}
