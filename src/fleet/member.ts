/** What the mind knows of a terminal, and what it is told of it. Who tells has put times on one clock: milliseconds since 1970. */
import type { Concern } from "../model/hint.ts";
import type { IssuerPayments, Payments } from "../model/measures.ts";

/** A terminal, and what it may have in common with others. */
export interface Member extends Concern {
  readonly id: number;
  readonly tenant: string;
}

export interface PaymentsTold {
  readonly kind: "payments";
  readonly payments: Payments;
  readonly issuers: readonly IssuerPayments[];
  readonly atMs: number;
}

export type Told =
  | { readonly kind: "presence"; readonly online: boolean; readonly atMs: number }
  | { readonly kind: "opened" | "closed"; readonly fault: string; readonly atMs: number }
  /** All its open cases, from a place where they are kept; `atMs`: when the last of them was opened. */
  | { readonly kind: "standing"; readonly faults: readonly string[]; readonly atMs: number }
  | PaymentsTold;

/** A terminal has a handful of open cases; of more it is not believed. */
export const mostOpenFaults = 32;
