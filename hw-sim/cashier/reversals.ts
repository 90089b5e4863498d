/** The one sale that the application is not sure of: written down before its answer is awaited, sent before the next sale. */
import type { Message } from "../iso8583/message.ts";
import type { Exchange } from "./exchange.ts";
import type { Tell } from "./fact.ts";
import { type Identity, type ReversalReason, reversalRequest, type SaleRecord } from "./requests.ts";

export interface PendingReversal {
  readonly sale: SaleRecord;
  readonly reason: ReversalReason;
}

export interface Reversals {
  pending(): PendingReversal | undefined;
  keep(sale: SaleRecord, reason: ReversalReason): void;
  /** Sends what is pending; resolves with what became of the last try, `done` also when there was nothing to send. */
  clear(terms: ClearingTerms): Promise<Clearing>;
}

export type Clearing = "done" | "refused" | Exclude<Exchange["kind"], "answered">;

export interface ClearingTerms {
  readonly who: Identity;
  readonly key: Buffer;
  readonly send: (request: Message) => Promise<Exchange>;
}

/** Parameter 23 of UnionPay's terminals: sent again twice. */
const TRIES = 3;
/** Reversed, or nothing there to reverse. */
const DONE = ["00", "25"];

export function createReversals(tell: Tell): Reversals {
  let pending: PendingReversal | undefined;
  const state = (value: "pending" | "sent" | "ok" | "failed") => tell({ signal: "txn.reversal_state", value });
  /** Without a connection there is no use in trying again at once. */
  const attempt = async ({ sale, reason }: PendingReversal, { who, key, send }: ClearingTerms): Promise<Clearing> => {
    let came: Clearing = "refused";
    for (let tries = 0; tries < TRIES; tries += 1) {
      came = clearingOf(await send(reversalRequest(who, sale, { key, reason })));
      if (came === "done" || came === "unsent") return came;
      state("sent");
    }
    return came;
  };
  return {
    pending: () => pending,
    keep: (sale, reason) => {
      pending = { sale, reason };
      state("pending");
    },
    clear: async (terms) => {
      if (!pending) return "done";
      const came = await attempt(pending, terms);
      state(came === "done" ? "ok" : came === "unsent" ? "pending" : "failed");
      if (came === "done") pending = undefined;
      return came;
    },
  };
}

function clearingOf(result: Exchange): Clearing {
  if (result.kind !== "answered") return result.kind;
  return DONE.includes(result.message.fields[39] ?? "") ? "done" : "refused";
}
