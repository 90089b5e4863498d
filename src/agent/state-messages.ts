/** The retained states of the terminal, as bytes: who it is, that it is there, and which cases are open. */
import type { CardDataGuard } from "../card-data/guard.ts";
import type { Case } from "../model/case.ts";
import type { AuditHead } from "../model/command.ts";
import type { DataUse } from "../model/data-use.ts";
import type { ClockQuality, FaultSet, TerminalIdentity } from "../model/record.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { ModemStatus } from "../probes/modem-status.ts";
import { encodeAlive, encodeBirth, encodeFaultSet } from "../report/encode.ts";
import type { Moment } from "../report/moment.ts";
import type { Site } from "./site.ts";

type ModemNames = TerminalIdentity["modem"];

/** What the modem says of itself, or nothing when it says what may be card data. */
export function namesOf(
  modem: { readonly [Key in keyof ModemNames]?: string | undefined },
  cardData: CardDataGuard,
): ModemNames {
  const { manufacturer = "", model = "", revision = "" } = modem;
  const names = { manufacturer, model, revision };
  return cardData.passes("state", names) ? names : { manufacturer: "", model: "", revision: "" };
}

/** `catalogueHash`: of the catalogue as this terminal uses it. */
export function identityOf(
  { config, version, cardData }: Site,
  modem: ModemStatus,
  catalogueHash: string,
): TerminalIdentity {
  return {
    tenant: config["terminal.tenant"],
    serial: config["terminal.serial"],
    agentVersion: version,
    catalogueHash,
    modem: namesOf(modem, cardData),
  };
}

/** What is sent of a case but numbers. */
function wordsOf({ verdict }: Case): readonly string[] {
  return [verdict.fault, ...verdict.evidence.map(({ id }) => id)];
}

export interface StateSources {
  readonly catalogueHash: string;
  readonly outbox: Outbox;
  clockQuality(): ClockQuality;
  modemStatus(): ModemStatus;
  faultSet(): FaultSet;
  /** What the way to the broker has cost; undefined while there is none. */
  dataUse(): DataUse | undefined;
  /** Of the audit log of commands; undefined while it is empty, and where none are taken. */
  auditHead(): AuditHead | undefined;
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
    return { wallMs, monoMs: clock.monoMs(), clock: sources.clockQuality() };
  };
  return {
    birth: () =>
      encodeBirth(
        {
          ...{ ...sources.outbox.position(), data: sources.dataUse(), audit: sources.auditHead() },
          terminal: identityOf(site, sources.modemStatus(), sources.catalogueHash),
        },
        now(),
      ),
    alive: (online, session) => encodeAlive({ online, session, boot: sources.outbox.position().boot }, now()),
    faultSet: () => {
      const set = sources.faultSet();
      const cases = set.cases.filter((open) => site.cardData.passes("state", wordsOf(open)));
      return encodeFaultSet({ ...set, cases }, now());
    },
  };
}
