/** One payment as it goes: began, card read, sent, answered, ended. Each message says whose it is and stands for itself. */
import type { Facts, ValueIn } from "./facts.ts";

/** Hands over what happened. A function is called at once, and may throw. */
export type Say = (facts: Facts | (() => Facts)) => void;

export interface TransactionStart {
  readonly type: ValueIn<"txn.type">;
  /** In fen, the hundredth part of a yuan. */
  readonly amountFen?: number;
}

/** What is known of the card. Nothing that is printed or stored on it has a place here. */
export interface CardFacts {
  /** Alias, `createAliases` makes it. */
  readonly ref?: string | undefined;
  /** Alias of the issuer: a letter, then at most 15 letters, digits, `_` or `-`, no 7 digits in a row. */
  readonly issuer?: string | undefined;
  readonly entry?: ValueIn<"txn.entry_mode">;
  /** The service code of a swiped card begins with 2 or 6. */
  readonly chipOnCard?: boolean;
  /** Compared by the application. */
  readonly expiry?: ValueIn<"txn.expiry">;
  /** Sub-field 60.5 of this transaction. */
  readonly lastChipFailed?: ValueIn<"txn.last_ic_failed_flag">;
}

export interface TransactionEnd {
  /** Why the application itself ended or refused it. */
  readonly hindrance?: ValueIn<"txn.hindrance">;
  readonly receiptPrinted?: boolean;
  readonly reversal?: ValueIn<"txn.reversal_state">;
}

export interface Transaction {
  /** The card was read, or is read in another way now. */
  card(card: CardFacts): void;
  /** The request has left for the host. */
  sent(): void;
  /** The host answered: field 39, and after how many milliseconds. */
  answered(code: string, tookMs?: number): void;
  /** Once, whatever the end was. Until then the agent takes it that a payment runs, and keeps still. */
  ended(outcome: ValueIn<"txn.outcome">, end?: TransactionEnd): void;
  /** The slip came out, or did not, after the end. */
  receipt(printed: boolean): void;
}

export function beginTransaction(say: Say, start: TransactionStart): Transaction {
  let context: Facts = {};
  const tell = (make: () => Facts) => say(() => ({ ...context, ...make() }));
  tell(() => {
    context = { "txn.type": start.type, "txn.amount_fen": start.amountFen };
    return { ...context, "txn.running": true, "txn.stage": "began" };
  });
  return {
    card: (card) =>
      tell(() => {
        const { ref, issuer, entry } = card;
        context = { ...context, "txn.card_ref": ref, "txn.issuer_group": issuer, "txn.entry_mode": entry };
        return {
          ...context,
          "txn.chip_on_card": card.chipOnCard,
          "txn.expiry": card.expiry,
          "txn.last_ic_failed_flag": card.lastChipFailed,
        };
      }),
    sent: () => tell(() => ({ "txn.stage": "sent" })),
    answered: (code, tookMs) => tell(() => ({ "txn.stage": "answered", "txn.rc": code, "host.resp_ms": tookMs })),
    ended: (outcome, end) =>
      tell(() => ({
        "txn.running": false,
        "txn.stage": "ended",
        "txn.outcome": outcome,
        // Said each time: what hindered an earlier payment must not be taken for what hindered this one.
        "txn.hindrance": end?.hindrance ?? "none",
        "txn.receipt_printed": end?.receiptPrinted,
        "txn.reversal_state": end?.reversal,
      })),
    receipt: (printed) => tell(() => ({ "txn.receipt_printed": printed })),
  };
}
