/** Whether anything can leave the terminal at all, from what the links last said. What they do not say is not held against them. */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";

export interface LinkState {
  see(reading: Reading): void;
  isDead(): boolean;
}

/** Any of these is enough. */
const deadly: Readonly<Partial<Record<SignalId, unknown>>> = {
  "lan.link_carrier": "down",
  "lan.wifi_link": "down",
  "net.ip_assigned": false,
  "net.usable_ifaces": 0,
};

export function createLinkState(): LinkState {
  const dead = new Set<SignalId>();
  return {
    see: ({ signal, value }) => {
      if (!(signal in deadly)) return;
      if (value === deadly[signal]) dead.add(signal);
      else dead.delete(signal);
    },
    isDead: () => dead.size > 0,
  };
}
