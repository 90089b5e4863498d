/** An incident: one trouble that many terminals have in common. What is told of it, and what the mind keeps while it lasts. */
import type { Dimension, Scope } from "./scope.ts";
import type { Slot } from "./slot.ts";
import type { Look } from "./trouble.ts";

export interface Incident {
  /** The same from its beginning to its end. */
  readonly id: string;
  readonly tenant: string;
  /** What all have in common; nothing: it is the whole fleet, and our own broker is the first to look at. */
  readonly scope: Scope;
  /** What it speaks for: a fault of the catalogue, or an unlisted one. */
  readonly fault: string;
  readonly beganMs: number;
  readonly updatedMs: number;
  readonly endedMs?: number;
  /** The incident that it turned out to be a part of. */
  readonly partOf?: string;
  /** Fail now, failed at the worst, and could fail. */
  readonly affected: number;
  readonly peak: number;
  readonly total: number;
  readonly confidence: number;
  /** Of those in scope, and of their peers. Percent. */
  readonly failPct: number;
  readonly peersFailPct?: number;
  /** Terminals that fail now. */
  readonly members: readonly number[];
  /** Restarts and updates are better held for these. */
  readonly hold?: { readonly version: string };
}

/** An incident under way, as the mind keeps it. */
export interface Life {
  readonly id: string;
  dimension: Dimension;
  scope: Scope;
  look: Look;
  fault: string;
  beganMs: number;
  confidence: number;
  peak: number;
  readonly members: Set<Slot>;
  /** Since when so few are left that it may be over. */
  lowSinceMs: number | undefined;
  /** As it was told last. */
  toldAffected: number;
  toldMs: number;
}
