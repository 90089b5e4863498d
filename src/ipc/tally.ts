/** What the local socket took, refused and ended. */
import type { IpcCounters } from "../model/view.ts";
import type { Refusal } from "./messages.ts";

/**
 * Why the server ended a connection or did not take one. `too_many`: all places are taken by peers that do their work;
 * `evicted`: it made room for another.
 */
export type Cut = "too_large" | "too_many" | "evicted" | "idle" | "slow_reader" | "flood" | "socket_error";

export interface Tally {
  accept(): void;
  refuse(kind: Refusal): void;
  cut(reason: Cut): void;
  counters(peers: number): IpcCounters;
}

export function createTally(): Tally {
  let accepted = 0;
  const refused: Partial<Record<Refusal, number>> = {};
  const cut: Partial<Record<Cut, number>> = {};
  return {
    accept: () => {
      accepted += 1;
    },
    refuse: (kind) => {
      refused[kind] = (refused[kind] ?? 0) + 1;
    },
    cut: (reason) => {
      cut[reason] = (cut[reason] ?? 0) + 1;
    },
    counters: (peers) => ({ peers, accepted, refused: { ...refused }, cut: { ...cut } }),
  };
}
