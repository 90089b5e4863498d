/** Counts how payments end, by issuer, and how cards are read, from what the payment application and the reader tell. Bounded. */
import { paysNothing } from "../compare/happening.ts";
import {
  type IssuerPayments,
  mostIssuers,
  type Payments,
  type Reads,
  type ReadWay,
  readWays,
} from "../model/measures.ts";
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

type Counts<Name extends string> = { -readonly [Key in Name]: number };

export interface TillTally {
  see(reading: Reading): void;
  readonly payments: Payments;
  /** Most payments first. */
  issuers(): readonly IssuerPayments[];
  reads(): readonly Reads[];
  /** Another one, from nothing, that knows who is paying. */
  next(): TillTally;
}

/** More issuers than cards of a shop have in an hour; of more the payments are counted, but not whose. */
const mostKept = 64;

/** That nobody knows how it ended is no answer either. */
const ends: ReadonlyMap<Scalar, keyof Payments> = new Map([
  ["approved", "approved"],
  ["declined", "refused"],
  ["timeout", "unanswered"],
  ["unknown", "unanswered"],
  ["aborted", "unsent"],
]);

interface Way {
  readonly way: ReadWay;
  readonly read: Scalar;
  /** Events of no try: nobody came, or the card was taken out. */
  readonly none: readonly Scalar[];
}

const ways: ReadonlyMap<SignalId, Way> = new Map([
  ["reader.icc_event", { way: "chip", read: "atr_ok", none: ["inserted", "removed", "powered"] }],
  ["reader.nfc_event", { way: "contactless", read: "activate_ok", none: ["none"] }],
  ["reader.mag_event", { way: "stripe", read: "ok", none: ["timeout"] }],
]);

/** Who pays, as far as it was said since this payment began. */
interface Payer {
  readonly issuer?: string;
  readonly type?: string;
}

/** Whoever comes next may have another card. */
function payerAfter(payer: Payer, signal: SignalId, value: Scalar): Payer {
  if (signal === "txn.stage") return value === "began" ? {} : payer;
  if (signal === "txn.issuer_group") return { ...payer, issuer: String(value) };
  return signal === "txn.type" ? { ...payer, type: String(value) } : payer;
}

export function createTillTally(paying: Payer = {}): TillTally {
  const payments: Counts<keyof Payments> = { approved: 0, refused: 0, unanswered: 0, unsent: 0 };
  const issuers = new Map<string, Counts<"approved" | "refused">>();
  const reads = new Map<ReadWay, Counts<"ok" | "failed">>();
  let payer = paying;

  function countIssuer(end: "approved" | "refused"): void {
    const { issuer } = payer;
    if (issuer === undefined) return;
    const counts = issuers.get(issuer) ?? { approved: 0, refused: 0 };
    if (issuers.size >= mostKept && !issuers.has(issuer)) return;
    counts[end] += 1;
    issuers.set(issuer, counts);
  }

  function countEnd(outcome: Scalar): void {
    const end = ends.get(outcome);
    if (end === undefined || paysNothing.includes(payer.type ?? "")) return;
    payments[end] += 1;
    if (end === "approved" || end === "refused") countIssuer(end);
  }

  function countRead({ way, read, none }: Way, event: Scalar): void {
    if (none.includes(event)) return;
    const counts = reads.get(way) ?? { ok: 0, failed: 0 };
    counts[event === read ? "ok" : "failed"] += 1;
    reads.set(way, counts);
  }

  return {
    see: ({ signal, value, quality }) => {
      if (value === undefined || quality !== "ok") return;
      const way = ways.get(signal);
      if (way) countRead(way, value);
      else if (signal === "txn.outcome") countEnd(value);
      else payer = payerAfter(payer, signal, value);
    },
    payments,
    next: () => createTillTally(payer),
    issuers: () => {
      const list = [...issuers].map(([issuer, counts]) => ({ issuer, ...counts }));
      const size = ({ approved, refused }: IssuerPayments) => approved + refused;
      return list.toSorted((a, b) => size(b) - size(a)).slice(0, mostIssuers);
    },
    reads: () => readWays.flatMap((way) => ({ way, ...(reads.get(way) ?? { ok: 0, failed: 0 }) })).filter(isTried),
  };
}

const isTried = ({ ok, failed }: Reads): boolean => ok + failed > 0;
