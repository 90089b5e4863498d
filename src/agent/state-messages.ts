/** The retained states of the terminal, as bytes: who it is, that it is there, and which cases are open. */
import { catalogue } from "../faults/index.ts";
import type { FaultSet, TerminalIdentity } from "../model/record.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { ModemStatus } from "../probes/modem-status.ts";
import { encodeAlive, encodeBirth, encodeFaultSet } from "../report/encode.ts";
import type { Moment } from "../report/moment.ts";
import { clockQuality, hashOf } from "./identity.ts";
import type { Site } from "./site.ts";

const catalogueHash = hashOf(catalogue);

export function identityOf({ config, version }: Site, modem: ModemStatus): TerminalIdentity {
  const { manufacturer = "", model = "", revision = "" } = modem;
  return {
    tenant: config["terminal.tenant"],
    serial: config["terminal.serial"],
    agentVersion: version,
    catalogueHash,
    modem: { manufacturer, model, revision },
  };
}

export interface StateSources {
  readonly outbox: Outbox;
  modemStatus(): ModemStatus;
  faultSet(): FaultSet;
}

export interface StateMessages {
  birth(): Uint8Array;
  alive(online: boolean, session: number): Uint8Array;
  faultSet(): Uint8Array;
}

export function createStateMessages(site: Site, sources: StateSources): StateMessages {
  const { clock } = site;
  const now = (): Moment => {
    const wallMs = clock.wallMs();
    return { wallMs, monoMs: clock.monoMs(), clock: clockQuality(wallMs) };
  };
  return {
    birth: () =>
      encodeBirth({ ...sources.outbox.position(), terminal: identityOf(site, sources.modemStatus()) }, now()),
    alive: (online, session) => encodeAlive({ online, session, boot: sources.outbox.position().boot }, now()),
    faultSet: () => encodeFaultSet(sources.faultSet(), now()),
  };
}
