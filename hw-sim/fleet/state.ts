/**
 * How one terminal stands in the world at a moment: what has power, which links carry, what answers. Pure physics: it knows
 * what is broken, and nothing of what anybody calls that.
 */
import type { FleetTerminal } from "./population.ts";
import type { Way } from "./shares.ts";
import type { Trouble, TroubleKind } from "./trouble.ts";

/** `cut`: no mains, and no battery left; `switched_off`: somebody went home. */
export type Supply = "mains" | "battery" | "cut" | "switched_off";

export interface Radio {
  readonly registration: "home" | "searching" | "denied";
  /** Why the network refused, 3GPP TS 24.301 annex A. */
  readonly cause?: number;
  /** Undefined: no cell is heard. */
  readonly rsrpDbm?: number;
  readonly sinrDb?: number;
  readonly bearer: boolean;
  readonly usedMb: number;
}

export interface TerminalState {
  readonly supply: Supply;
  /** Undefined where there is no battery. */
  readonly batteryPct: number | undefined;
  readonly caseTempC: number;
  readonly radio: Radio | undefined;
  /** The plug of its cable, or the association with its access point, where it has such a way. */
  readonly shopLink: "up" | "down" | undefined;
  readonly rssiDbm: number | undefined;
  readonly router: "answers" | "silent" | undefined;
  /** By what it sends now; undefined: no link stands. */
  readonly via: Way | undefined;
  /** Of the ways that it has, those by which packets come back. */
  readonly passing: readonly Way[];
  /** Likewise to the vendor's broker. */
  readonly toBroker: readonly Way[];
  readonly host: "answers" | "silent" | "mute" | "refuses" | "unreached";
  readonly handshake: "ok" | "refused";
  /** Whether the programs break off payments. */
  readonly programFails: boolean;
  /** Chance that a chip is not read at a try. */
  readonly chipFails: number;
  /** Round trip to the host, and the host's time to answer a payment. */
  readonly pathMs: number;
  readonly answerMs: number;
  /** Banks that do not answer. */
  readonly banksOut: readonly string[];
}

export interface Standpoint {
  readonly terminal: FleetTerminal;
  /** Those that concern it, and last over this moment or did a moment ago. */
  readonly troubles: readonly Trouble[];
  /** Milliseconds of the fleet's time, and the hour of the day. */
  readonly atMs: number;
  readonly hour: number;
  readonly noise: (atMs: number, stepMs: number) => number;
}

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** A system gives up a way on which nothing comes back after so long. */
const switchMs = 15_000;
/** Batteries of a base station. */
const baseStationHours = 3;
const shakyMs = 45_000;
const goodChip = 0.01;
const wornChip = 0.6;

function find({ troubles, atMs }: Pick<Standpoint, "troubles" | "atMs">, kind: TroubleKind): Trouble | undefined {
  return troubles.find((each) => each.kind === kind && each.fromMs <= atMs && atMs < each.untilMs);
}

/** How long there has been no electricity. */
function darkHours(at: Standpoint): number | undefined {
  const cut = find(at, "power");
  return cut && (at.atMs - cut.fromMs) / hourMs;
}

function supplyOf(at: Standpoint): Supply {
  const { shop, batteryHours } = at.terminal;
  if (shop.darkAtNight && (at.hour < shop.opens - 0.5 || at.hour > shop.closes + 0.5)) return "switched_off";
  const dark = darkHours(at);
  if (dark === undefined) return "mains";
  return dark < batteryHours ? "battery" : "cut";
}

function batteryOf(at: Standpoint): number | undefined {
  const { batteryHours } = at.terminal;
  if (batteryHours === 0) return undefined;
  return Math.max(0, Math.round(100 * (1 - (darkHours(at) ?? 0) / batteryHours)));
}

/** Most go through the month with half of their plan. */
function usedMb(at: Standpoint): number {
  const { planMb } = at.terminal;
  return find(at, "sim")?.how === "used_up" ? planMb : Math.round(planMb * 0.4);
}

/** No cell of its carrier is to be heard. */
function isOutOfRange(at: Standpoint): boolean {
  return find(at, "carrier")?.how === "service" || (darkHours(at) ?? 0) > baseStationHours;
}

/** Why the network refuses it, 3GPP TS 24.301: 17, the network fails; 7, the card's service is stopped. */
function refusalOf(at: Standpoint): Pick<Radio, "registration" | "cause"> | undefined {
  if (find(at, "carrier")?.how === "registration") return { registration: "searching", cause: 17 };
  return find(at, "sim")?.how === "stopped" ? { registration: "denied", cause: 7 } : undefined;
}

function hasBearer(at: Standpoint): boolean {
  return at.terminal.carrier !== undefined && !isOutOfRange(at) && refusalOf(at) === undefined;
}

function radioOf(at: Standpoint): Radio | undefined {
  const { terminal, atMs, noise } = at;
  if (terminal.carrier === undefined) return undefined;
  const usage = { bearer: hasBearer(at), usedMb: usedMb(at) };
  if (isOutOfRange(at)) return { registration: "searching", ...usage };
  // In steps of two, as it is read off bars; it wanders within some decibels.
  const rsrpDbm = terminal.rsrpDbm + 2 * Math.round(2 * noise(atMs, 10 * minuteMs));
  const sinrDb = Math.round(9 + (rsrpDbm + 95) / 3);
  return { registration: "home", ...refusalOf(at), rsrpDbm, sinrDb, ...usage };
}

/** A shop without electricity has no router, whatever its terminals live on. */
function isRouterDark(at: Standpoint): boolean {
  return find(at, "router")?.how === "dark" || darkHours(at) !== undefined;
}

const hasLink = (at: Standpoint, way: Way): boolean => (way === "cellular" ? hasBearer(at) : !isRouterDark(at));

/** A shaky network lets each terminal through for a while, now and then. */
function hasData(at: Standpoint): boolean {
  const trouble = find(at, "carrier")?.how;
  return trouble === undefined || (trouble === "shaky" && at.noise(at.atMs + 55, shakyMs) > 0.1);
}

/** Whether what is sent by this way comes back from the Internet. */
function passes(at: Standpoint, way: Way): boolean {
  if (!hasLink(at, way)) return false;
  if (way === "cellular") return hasData(at) && find(at, "sim") === undefined;
  return find(at, "router") === undefined && find(at, "line") === undefined;
}

/** Cards of the vendor reach its broker by a line of its own, whatever becomes of the carrier's gateway to the Internet. */
function reachesBroker(at: Standpoint, way: Way): boolean {
  if (passes(at, way)) return true;
  const isApart = way === "cellular" && find(at, "carrier")?.how === "gateway" && find(at, "sim") === undefined;
  return isApart && hasBearer(at);
}

/** The first that passes or did a moment ago; where none does, the first with a link. */
function viaOf(at: Standpoint): Way | undefined {
  const { ways } = at.terminal;
  const before = { ...at, atMs: at.atMs - switchMs };
  const chosen = ways.find((way) => hasLink(at, way) && (passes(at, way) || passes(before, way)));
  return chosen ?? ways.find((way) => hasLink(at, way));
}

const hostStates = ["silent", "refuses", "mute"] as const;

function hostOf(at: Standpoint, reached: boolean): TerminalState["host"] {
  if (!reached) return "unreached";
  const trouble = find(at, "host");
  return hostStates.find((how) => how === trouble?.how) ?? "answers";
}

function timesOf(at: Standpoint, via: Way | undefined): Pick<TerminalState, "pathMs" | "answerMs"> {
  const stir = at.noise(at.atMs + 77, 20_000);
  const pathMs = Math.round((via === "cellular" ? 90 : 30) * (1.3 + stir * 0.3));
  const hostMs = find(at, "host")?.how === "slow" ? 14_000 : 650;
  return { pathMs, answerMs: Math.round(2 * pathMs + hostMs * (1.2 + stir * 0.4)) };
}

function shopSide(at: Standpoint): Pick<TerminalState, "shopLink" | "rssiDbm" | "router"> {
  const { ways, rssiDbm } = at.terminal;
  if (!ways.some((way) => way !== "cellular")) return { shopLink: undefined, rssiDbm: undefined, router: undefined };
  const dark = isRouterDark(at);
  const hears = ways.includes("wifi") && !dark;
  return {
    shopLink: dark ? "down" : "up",
    rssiDbm: hears ? rssiDbm + 2 * Math.round(at.noise(at.atMs + 99, 5 * minuteMs)) : undefined,
    router: dark || find(at, "router") ? "silent" : "answers",
  };
}

export function stateAt(at: Standpoint): TerminalState {
  const { terminal, troubles, atMs } = at;
  const via = viaOf(at);
  const passing = terminal.ways.filter((way) => passes(at, way));
  const toBroker = terminal.ways.filter((way) => reachesBroker(at, way));
  const version = find(at, "version")?.how;
  const banks = troubles.filter((each) => each.kind === "issuer" && find({ troubles: [each], atMs }, "issuer"));
  return {
    ...{ supply: supplyOf(at), batteryPct: batteryOf(at), radio: radioOf(at), ...shopSide(at), via, passing, toBroker },
    caseTempC: Math.round(29 + 4 * at.noise(atMs, 30 * minuteMs)),
    host: hostOf(at, via !== undefined && passing.includes(via)),
    handshake: version === "handshake" ? "refused" : "ok",
    programFails: version === "crash",
    chipFails: find(at, "reader") ? wornChip : goodChip,
    ...timesOf(at, via),
    banksOut: banks.map(({ name }) => name),
  };
}
