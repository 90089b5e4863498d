/** One terminal: what is wrong with it, how that is known, what it measured. */
import type { CommandView } from "./command.ts";
import type { IncidentView, SeverityRank, TerminalRow } from "./fleet.ts";

/** Of `GET /api/terminals/:tenant/:serial`. */
export interface TerminalView {
  readonly atMs: number;
  readonly row: TerminalRow;
  readonly identity: IdentityView;
  /** Something is wrong, and it cannot tell what: what it thinks of, likeliest first. Null: it is not so. */
  readonly unsure: {
    readonly sinceMs: number;
    readonly candidates: readonly { readonly fault: string; readonly name: string; readonly probability: number }[];
  } | null;
  /** Open, gravest first. */
  readonly verdicts: readonly CaseView[];
  /** Closed, newest first, at most 50. */
  readonly history: readonly CaseView[];
  /** Numbers of reports that have not come, newest boot first. `dropped`: the terminal said that it had to drop them. */
  readonly gaps: readonly {
    readonly boot: string;
    readonly from: number;
    readonly to: number;
    readonly dropped: boolean;
  }[];
  /** At most 20, newest first. */
  readonly commands: readonly CommandView[];
  /** That concern it and are under way, or ended in the last day. */
  readonly incidents: readonly IncidentView[];
  /** Signals of which there are samples, for charts. */
  readonly measured: readonly { readonly signal: string; readonly name: string; readonly unit: string }[];
}

export interface IdentityView {
  readonly boot: string | null;
  readonly bornMs: number | null;
  readonly agentVersion: string | null;
  readonly catalogueHash: string | null;
  /** Signed data, name and version: what is in use, and what was tried after it and given up. */
  readonly pack: { readonly inUse: string | null; readonly givenUp: string | null };
  /** Its configuration is of no use, and it runs with the last good one. */
  readonly hasFallenBack: boolean;
  readonly modem: {
    readonly manufacturer: string | null;
    readonly model: string | null;
    readonly revision: string | null;
  };
  /** What its clock is worth, in words, and how far it was from ours. */
  readonly clock: string | null;
  readonly clockOffMs: number | null;
  readonly data: {
    readonly monthKb: number | null;
    readonly dayKb: number | null;
    readonly budgetKb: number | null;
    /** Of what it sends, in words; null: everything. */
    readonly rung: string | null;
    readonly reason: string | null;
  };
  readonly memoryKb: number | null;
  /** Reports that wait on it, and that it had to drop. */
  readonly waiting: number | null;
  readonly dropped: number | null;
  readonly audit: {
    readonly lines: number | null;
    readonly head: string | null;
    /** Its log of commands is not what it was: in words; null: no doubt. */
    readonly doubt: string | null;
  };
}

export interface CaseView {
  readonly id: number;
  readonly fault: string;
  readonly name: string;
  readonly family: string;
  readonly probability: number;
  readonly severity: SeverityRank;
  readonly severityName: string;
  readonly say: string;
  readonly do: readonly string[];
  readonly doNot: readonly string[];
  /** Who must act. */
  readonly party: readonly { readonly id: string; readonly name: string }[];
  readonly openedMs: number;
  readonly changedMs: number;
  readonly closedMs: number | null;
  /** Since boot: how often. */
  readonly occurrence: number;
  /** Raises in 24 hours; null: not counted. */
  readonly raisesDay: number | null;
  /** Strongest first. */
  readonly evidence: readonly EvidenceView[];
  readonly ruledOut: readonly RuledOutView[];
  readonly snapshot: readonly ReadingView[];
}

export interface EvidenceView {
  readonly id: string;
  readonly text: string;
  /** In nats. */
  readonly weight: number;
  readonly readings: readonly ReadingView[];
}

export interface RuledOutView {
  /** Names of the faults, `、` or `, ` between them. */
  readonly text: string;
  readonly faults: readonly string[];
  readonly because: string;
  readonly readings: readonly ReadingView[];
}

export interface ReadingView {
  readonly signal: string;
  readonly name: string;
  /** Null: could not be had, see `quality`. */
  readonly value: string | number | boolean | null;
  readonly unit: string;
  readonly quality: string;
  /** When the case changed last. Null: not known. */
  readonly ageMs: number | null;
}

/** Of `GET /api/terminals/:tenant/:serial/series`. */
export interface SeriesView {
  readonly fromMs: number;
  readonly toMs: number;
  readonly series: readonly Series[];
}

export interface Series {
  readonly signal: string;
  readonly name: string;
  readonly unit: string;
  /** `[atMs, low, mean, high]`, at most 500, thinned by the server. For counts (`payments.*`, `reads.*`) each is the sum of its span. */
  readonly points: readonly (readonly [number, number, number, number])[];
}
