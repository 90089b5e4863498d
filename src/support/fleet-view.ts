/** A terminal as vendor support sees it, whether a broker tells of it or a database: what is open on it, and where it stands. */
import type { Rival, Support } from "../model/case.ts";
import type { Place } from "../model/record.ts";
import { undecidedSeverity } from "../model/unlisted.ts";
import type { Received } from "../report/received.ts";
import type { TerminalName } from "../uplink/topics.ts";

/** One fault of it. Times are milliseconds since 1970; undefined: its clock was not set. */
export interface FleetFault {
  readonly fault: string;
  readonly severity: string;
  readonly probability: number;
  readonly openedMs: number | undefined;
}

export interface FleetTerminal extends TerminalName {
  /** Undefined: nobody has said. */
  readonly online: boolean | undefined;
  /** When anything was heard of it last. */
  readonly seenMs: number | undefined;
  readonly version: string | undefined;
  readonly place: Place;
  /** Gravest first. */
  readonly open: readonly FleetFault[];
  /** It cannot choose between causes; absent: it does not say so. */
  readonly unsure?: FleetDoubt | undefined;
}

export interface FleetDoubt {
  /** Undefined: its clock was not set. */
  readonly sinceMs: number | undefined;
  /** Likeliest first. */
  readonly candidates: readonly Rival[];
}

/** With all that was told of it. */
export interface FleetCase extends FleetFault {
  readonly id: number;
  readonly changedMs: number | undefined;
  /** Since the terminal started. */
  readonly occurrence: number;
  readonly party: readonly string[];
  readonly evidence: readonly Received<Support>[];
}

/** Each part that is given must fit. */
export interface FleetFilter extends FleetParts {
  readonly state?: FleetState | undefined;
}

type FleetParts = { readonly [Name in keyof TerminalName | keyof Place | "fault" | "version"]?: string | undefined };

/** `failing`: something is open, or wrong without a name. `ok`: it is there, and nothing is. */
export const fleetStates = ["all", "failing", "offline", "ok"] as const;
type FleetState = (typeof fleetStates)[number];

/** Gravest first, as they are stored: 4 is critical. */
const ranks: Readonly<Record<string, number>> = { critical: 4, major: 3, minor: 2, warning: 1 };

/** 0: nothing is open. A word of a newer terminal counts as the least. */
export function severityRank(severity: string | undefined): number {
  return severity === undefined ? 0 : (ranks[severity] ?? 1);
}

export function severityWord(rank: number): string {
  return Object.keys(ranks).find((word) => ranks[word] === rank) ?? `unknown_${rank}`;
}

/** Gravest first, then surest. */
export function byWeight(one: FleetFault, other: FleetFault): number {
  return severityRank(other.severity) - severityRank(one.severity) || other.probability - one.probability;
}

function isInState({ online, open, unsure }: FleetTerminal, state: FleetState): boolean {
  const isFailing = open.length > 0 || unsure !== undefined;
  if (state === "failing") return isFailing;
  if (state === "offline") return online === false;
  return state === "all" || (online === true && !isFailing);
}

export function fits(terminal: FleetTerminal, filter: FleetFilter): boolean {
  const { state = "all", fault, tenant, serial, version, ...place } = filter;
  const places = Object.entries(place).every(([name, value]) => {
    return value === undefined || Object.entries(terminal.place).some(([own, text]) => own === name && text === value);
  });
  return (
    places &&
    (tenant === undefined || terminal.tenant === tenant) &&
    (serial === undefined || terminal.serial === serial) &&
    (version === undefined || terminal.version === version) &&
    (fault === undefined || terminal.open.some((each) => each.fault === fault)) &&
    isInState(terminal, state)
  );
}

/** Of the gravest of its faults. Undefined: nothing is wrong. */
export function severityOf({ open, unsure }: FleetTerminal): string | undefined {
  return open[0]?.severity ?? (unsure && undecidedSeverity);
}

/** Gravest first, then by name. */
export function byGravity(one: FleetTerminal, other: FleetTerminal): number {
  const rank = (terminal: FleetTerminal) => severityRank(severityOf(terminal));
  return rank(other) - rank(one) || compare(one.tenant, other.tenant) || compare(one.serial, other.serial);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
