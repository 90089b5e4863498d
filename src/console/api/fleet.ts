/** The fleet: counts, lists of terminals, incidents. */

/** 4 to 1; 0: nothing is open. */
export type SeverityRank = 0 | 1 | 2 | 3 | 4;

export type SeverityName = "none" | "warning" | "minor" | "major" | "critical";

export interface FleetView {
  readonly atMs: number;
  readonly totals: {
    readonly terminals: number;
    readonly online: number;
    /** With an open case of any severity. */
    readonly failing: number;
    readonly critical: number;
    /** Offline, and nothing was heard of them for a day. */
    readonly silent: number;
  };
  /** Terminals by their gravest open case. */
  readonly bySeverity: Readonly<Record<SeverityName, number>>;
  /** Most first, at most 20. */
  readonly topFaults: readonly FaultCount[];
  /** Most failing first, at most 50 each. */
  readonly groups: Readonly<Record<GroupName, readonly GroupCount[]>>;
  /** Terminals by the family of their gravest open case, most first. */
  readonly families: readonly { readonly family: string; readonly name: string; readonly open: number }[];
  /** The same by value of a group, for the map of causes: of the values that are above, where there are any. */
  readonly causes: Readonly<Record<GroupName, readonly CauseCount[]>>;
  /** Those under way, then those that ended in the last day. */
  readonly incidents: readonly IncidentView[];
  readonly collector: {
    /** Since anything was stored last; null: nothing ever was. */
    readonly lagMs: number | null;
    /** Terminals heard of in the last minute. */
    readonly perMinute: number;
    /** Messages that could not be read, as far as collectors told; null: they told nothing. */
    readonly unreadable: number | null;
    readonly database: "postgres" | "sqlite";
  };
}

export type GroupName = "carrier" | "region" | "acquirer" | "version" | "shop";

export interface FaultCount {
  readonly fault: string;
  readonly name: string;
  readonly family: string;
  readonly severity: SeverityRank;
  /** Terminals whose gravest case it is. */
  readonly open: number;
  /** Of them. */
  readonly online: number;
}

export interface GroupCount {
  /** Empty: not known. */
  readonly value: string;
  readonly terminals: number;
  readonly failing: number;
  readonly topFault: string | null;
  readonly topFaultName: string | null;
}

export interface CauseCount {
  readonly value: string;
  readonly family: string;
  readonly open: number;
}

/** Of `GET /api/terminals`. */
export interface TerminalsView {
  /** At most 50. */
  readonly rows: readonly TerminalRow[];
  /** Goes into `cursor` for those that follow; absent: these are the last. */
  readonly next?: string;
  /** Of all that fit. `capped`: there are more than it says. */
  readonly total?: number;
  readonly capped?: boolean;
}

/** `worst`: gravest first, then changed last. `changed`: changed last first. `serial`: by serial number. `seen`: away for longest first, then those that are there. */
export type TerminalSort = "worst" | "changed" | "serial" | "seen";

export type TerminalState = "all" | "failing" | "offline" | "ok";

export interface TerminalRow {
  readonly tenant: string;
  readonly serial: string;
  readonly shop: string | null;
  readonly region: string | null;
  readonly acquirer: string | null;
  readonly carrier: string | null;
  readonly version: string | null;
  readonly online: boolean;
  readonly seenMs: number;
  readonly severity: SeverityRank;
  readonly fault: string | null;
  readonly faultName: string | null;
  readonly probability: number | null;
  readonly openCases: number;
  readonly changedMs: number;
}

export interface IncidentView {
  readonly id: string;
  readonly tenant: string;
  readonly fault: string;
  readonly name: string;
  /** One sentence. */
  readonly text: string;
  /** What they have in common. */
  readonly concerns: Readonly<Partial<Record<GroupName | "issuer", string>>>;
  readonly beganMs: number;
  readonly updatedMs: number;
  readonly endedMs: number | null;
  readonly affected: number;
  readonly total: number;
  /** 0..1. */
  readonly confidence: number;
  /** Restarts and updates of these terminals had better wait; why, in words. Null: they need not. */
  readonly hold: string | null;
}

/** Of `GET /api/incidents/:id`. */
export interface IncidentDetailView extends IncidentView {
  /** At most 200. */
  readonly terminals: readonly TerminalRow[];
  readonly hints: readonly {
    readonly id: string;
    readonly issuedMs: number;
    readonly untilMs: number;
    readonly sent: number;
    readonly confidence: number;
    readonly figures: readonly { readonly signal: string; readonly name: string; readonly value: string | number }[];
  }[];
}

/** Of `GET /api/incidents`. */
export interface IncidentsView {
  readonly incidents: readonly IncidentView[];
}
