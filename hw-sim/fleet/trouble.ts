/**
 * What can befall a fleet, as things of the world: a network whose data is dead, a region without electricity, a router that
 * hangs. Which terminals it concerns follows from who they are.
 */
import type { FleetTerminal, Population } from "./population.ts";
import { acquirers, carriers, issuers, namesOf, regions, versions } from "./shares.ts";

/** Of each kind the ways in which it can be, the usual one first. */
export const troubleKinds = {
  /**
   * A mobile network: no data under full bars; the same, but the line that the vendor has laid to it holds; data now and
   * then; no signal at all; or it refuses whoever comes.
   */
  carrier: ["data", "gateway", "shaky", "service", "registration"],
  /** No electricity, in a region or a shop. */
  power: ["cut"],
  /** Providers of fixed lines, of a region or a shop. */
  line: ["dead"],
  /** A shop's router. */
  router: ["hung", "dark"],
  /** An acquirer's host: nothing comes back; it refuses; it takes connections and answers nothing; it answers late. */
  host: ["silent", "refuses", "mute", "slow"],
  /** A bank does not answer the acquirers. */
  issuer: ["out"],
  /** A version of the programs breaks off payments, or is refused its handshake. */
  version: ["crash", "handshake"],
  /** One terminal's card: its volume is used up, or it was switched off. */
  sim: ["used_up", "stopped"],
  /** One terminal's chip slot. */
  reader: ["worn"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type TroubleKind = keyof typeof troubleKinds;

export interface Trouble {
  readonly kind: TroubleKind;
  /** Of the carrier, region, shop, acquirer, bank, version or terminal. */
  readonly name: string;
  /** Only there; only for carriers. */
  readonly region?: string | undefined;
  readonly how: string;
  /** Milliseconds of the fleet's time. */
  readonly fromMs: number;
  readonly untilMs: number;
}

export function isTroubleKind(word: string): word is TroubleKind {
  return Object.hasOwn(troubleKinds, word);
}

type Judge = (name: string, terminal: FleetTerminal) => boolean;

const inPlace: Judge = (name, { shop }) => name === shop.region || name === shop.id;
const ofTerminal: Judge = (name, { serial }) => name === serial;
const judges: Readonly<Record<TroubleKind, Judge>> = {
  carrier: (name, { carrier }) => name === carrier,
  power: inPlace,
  line: inPlace,
  router: (name, { shop }) => name === shop.id,
  host: (name, { shop }) => name === shop.acquirer,
  /** Its cards come to every till. */
  issuer: () => true,
  version: (name, { version }) => name === version,
  sim: ofTerminal,
  reader: ofTerminal,
};

export function concerns({ kind, name, region }: Trouble, terminal: FleetTerminal): boolean {
  return judges[kind](name, terminal) && (region === undefined || region === terminal.shop.region);
}

/** Whom a kind of trouble can meet. */
export function subjectsOf(kind: TroubleKind, { shops, terminals }: Population): readonly string[] {
  const ids = shops.map(({ id }) => id);
  const serials = terminals.map(({ serial }) => serial);
  const withCard = terminals.flatMap(({ serial, carrier }) => (carrier === undefined ? [] : [serial]));
  const places = [...namesOf(regions), ...ids];
  const subjects: Readonly<Record<TroubleKind, readonly string[]>> = {
    ...{ carrier: namesOf(carriers), host: namesOf(acquirers), issuer: namesOf(issuers), version: namesOf(versions) },
    ...{ power: places, line: places, router: ids, sim: withCard, reader: serials },
  };
  return subjects[kind];
}
