/** The retained states of the terminal, as bytes: who it is, that it is there, and which cases are open. */
import type { CardDataGuard } from "../card-data/guard.ts";
import type { Case } from "../model/case.ts";
import type { AuditHead } from "../model/command.ts";
import type { DataUse } from "../model/data-use.ts";
import type { PackView } from "../model/pack-view.ts";
import type { ClockQuality, FaultSet, Place, TerminalIdentity } from "../model/record.ts";
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

type Identified = Pick<Site, "config" | "version" | "cardData" | "start">;

const configured = ["shop", "region", "acquirer"] as const;

/** Where it stands, as far as that is known; what may be card data is not said. */
function placeOf({ config, cardData }: Identified, carrier: string | undefined): { readonly place?: Place } {
  const said = [
    ...configured.map((name) => [name, config[`terminal.${name}`]] as const),
    ["carrier", carrier] as const,
  ];
  const known = said.filter(([, text]) => text !== undefined && cardData.passes("state", text));
  return known.length === 0 ? {} : { place: Object.fromEntries(known) };
}

export interface Known {
  /** Of the catalogue as this terminal uses it. */
  readonly catalogueHash: string;
  /** Undefined where no signed data is taken. */
  readonly data: PackView | undefined;
}

/** What is in use, and what was tried and is not. */
function standingOf({ start }: Identified, { data }: Known): Partial<TerminalIdentity> {
  return {
    ...(data?.in_force && { dataPack: data.in_force }),
    ...(data?.newer_given_up && { dataGivenUp: data.newer_given_up }),
    ...(start?.view().source === "last_good" && { configFellBack: true }),
  };
}

export function identityOf(site: Identified, modem: ModemStatus, known: Known): TerminalIdentity {
  const { config, version, cardData } = site;
  return {
    tenant: config["terminal.tenant"],
    serial: config["terminal.serial"],
    agentVersion: version,
    catalogueHash: known.catalogueHash,
    modem: namesOf(modem, cardData),
    ...placeOf(site, modem.carrier),
    ...standingOf(site, known),
  };
}

/** What is sent of a case but numbers. */
function wordsOf({ verdict }: Case): readonly string[] {
  return [verdict.fault, ...verdict.evidence.map(({ id }) => id)];
}

export interface StateSources {
  known(): Known;
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
          terminal: identityOf(site, sources.modemStatus(), sources.known()),
        },
        now(),
      ),
    alive: (online, session) => encodeAlive({ online, session, boot: sources.outbox.position().boot }, now()),
    faultSet: () => {
      const set = sources.faultSet();
      const cases = set.cases.filter((open) => site.cardData.passes("state", wordsOf(open)));
      const candidates = set.unsure?.candidates.filter(({ fault }) => site.cardData.passes("state", fault)) ?? [];
      return encodeFaultSet({ ...set, cases, unsure: set.unsure && { ...set.unsure, candidates } }, now());
    },
  };
}
