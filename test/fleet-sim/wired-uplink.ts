/** The real uplink of one simulated terminal, and its retained states. */
import type { FleetTerminal } from "../../hw-sim/fleet/population.ts";
import type { Reporter } from "../../src/agent/reporter.ts";
import type { Clock } from "../../src/base/clock.ts";
import { silentLog } from "../../src/base/log.ts";
import type { Random } from "../../src/base/random.ts";
import type { Outbox } from "../../src/outbox/outbox.ts";
import { encodeAlive, encodeBirth, encodeFaultSet } from "../../src/report/encode.ts";
import type { Moment } from "../../src/report/moment.ts";
import { createUplink, type Uplink } from "../../src/uplink/uplink.ts";
import type { Ear } from "./ear.ts";
import { identityOf } from "./identity.ts";
import type { FleetSite } from "./site.ts";

export interface UplinkNeeds {
  readonly terminal: FleetTerminal;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly reporter: Reporter;
  readonly random: Random;
  /** Undefined where nothing of support is taken. */
  readonly ear: Ear | undefined;
}

export function wireUplink(site: FleetSite, { terminal, clock, outbox, reporter, random, ear }: UplinkNeeds): Uplink {
  const now = (): Moment => ({ wallMs: clock.wallMs(), monoMs: clock.monoMs(), clock: "ntp" });
  const identity = identityOf(site, terminal);
  return createUplink({
    ...{ outbox, clock, random, log: silentLog },
    options: { ...site.uplink, tenant: site.tenant, serial: terminal.serial },
    isMoney: (fault) => site.catalogue.faults[fault]?.rank === "first",
    ...{ onCommand: ear?.receive, onHint: ear?.receiveHint },
    birth: () => encodeBirth({ ...outbox.position(), terminal: identity, audit: ear?.auditHead() }, now()),
    alive: (online, session) => encodeAlive({ online, session, boot: outbox.position().boot }, now()),
    faultSet: () => encodeFaultSet(reporter.faultSet(), now()),
  });
}
