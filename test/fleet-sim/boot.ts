/** One terminal from its boot to its end: what there is of it runs until its power goes, or somebody switches it off. */

import type { Reading } from "../../src/model/reading.ts";
import { type Assembled, assemble, type Identity } from "./assembly.ts";
import { beat, keepAccounts, tellMeasures } from "./chores.ts";
import type { Gate } from "./gate.ts";
import { identityOf } from "./identity.ts";
import type { FleetSite } from "./site.ts";

export interface Boot extends Pick<Assembled, "clock" | "outbox" | "thinker" | "brain" | "uplink" | "pace"> {
  see(readings: readonly Reading[]): void;
  /** Ends it. Where the gate was closed before, nobody is told. */
  end(): Promise<void>;
}

/** Rejects when its folder cannot be used. */
export async function boot(site: FleetSite, identity: Identity, gate: Gate): Promise<Boot> {
  const parts = await assemble(site, identity);
  const { clock, outbox, thinker, alarms, reporter, brain, uplink, network, pace } = parts;
  const stop = new AbortController();
  await reporter.append("state", { kind: "started", terminal: identityOf(site, identity.terminal) });
  const running = [
    brain.run(stop.signal),
    network.run(stop.signal),
    gate.within(() => uplink.run(stop.signal)),
    alarms.run(stop.signal, (notices) => reporter.tell(notices)),
    keepAccounts(parts, stop.signal),
    beat(site, parts, stop.signal),
    tellMeasures(site, parts, stop.signal),
    parts.ear?.run(stop.signal),
  ];
  return {
    ...{ clock, outbox, thinker, brain, uplink, pace, see: brain.see },
    end: async () => {
      stop.abort();
      await Promise.all(running);
      await reporter.settled();
      await outbox.close();
    },
  };
}
