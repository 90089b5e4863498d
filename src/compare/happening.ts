/**
 * What happened at the counter, in order: readings of one instant belong together, and who is paying, how and how much
 * holds until it is said anew or another payment begins. Bounded; the oldest happenings go first.
 */
import type { Reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";

/** Who pays and how. What was not said is undefined. */
export interface Payer {
  card?: string;
  issuer?: string;
  entry?: string;
  type?: string;
  amountFen?: number;
}

const saidSignals = [
  "txn.rc",
  "txn.rc_text",
  "txn.outcome",
  "txn.hindrance",
  "txn.expiry",
  "txn.chip_on_card",
  "txn.last_ic_failed_flag",
  "txn.receipt_printed",
  "txn.reversal_state",
  "txn.daily_count_same_card",
  "txn.minutes_since_same_card",
  "reader.icc_event",
  "reader.icc_sw",
  "reader.nfc_event",
  "reader.contactless_outcome",
  "reader.mag_event",
  "reader.tvr_bits",
  "printer.job",
] as const satisfies readonly SignalId[];
/** Said at an instant; how the card was read holds on as well, and is asked for as said anew. */
export type SaidSignal = (typeof saidSignals)[number] | "txn.entry_mode";

/** Kinds of transaction that nobody pays by. */
export const paysNothing: readonly string[] = ["signin", "settle", "query"];

export interface Happening {
  /** Monotonic milliseconds. */
  readonly atMs: number;
  /** Counts payments up. */
  readonly payment: number;
  readonly payer: Readonly<Payer>;
  said(signal: SaidSignal): Scalar | undefined;
}

export interface Journal {
  /** Takes note of a reading; whether it belongs here. In order of time. */
  hear(reading: Reading): boolean;
  /** Oldest first. */
  readonly happenings: readonly Happening[];
}

/** An answer so long after a payment was given up is another payment's. */
const lateMs = 30_000;
/** About a day of a busy shop; a payment has some five instants. */
const mostHappenings = 1_024;

interface Entry extends Happening {
  readonly payer: Payer;
  readonly values: Map<SaidSignal, Scalar>;
}

const isSaid = (signal: string): signal is SaidSignal => saidSignals.some((known) => known === signal);

const payerFields: ReadonlyMap<SignalId, "card" | "issuer" | "entry" | "type"> = new Map([
  ["txn.card_ref", "card"],
  ["txn.issuer_group", "issuer"],
  ["txn.entry_mode", "entry"],
  ["txn.type", "type"],
]);

const waySignals: readonly SignalId[] = ["net.dns_resolve", "net.tcp_host", "host.tls", "line.dial_result"];

export function createJournal(): Journal {
  return new ShopJournal();
}

class ShopJournal implements Journal {
  readonly happenings: Entry[] = [];
  #payment = 0;
  #running = false;
  #beganMs = Number.NEGATIVE_INFINITY;
  /** Of the payment under way; broken off is not answered. */
  #answeredMs: number | undefined;
  /** When it was given up without an answer. */
  #openMs: number | undefined;
  /** What the payment under way has said already; the same again is another payment. */
  #said = new Set<string>();

  hear({ signal, value, atMs }: Reading): boolean {
    if (value === undefined) return false;
    if (signal === "txn.stage" || signal === "txn.running") return this.#stage(value, atMs);
    if (isSaid(signal)) return this.#note(signal, value, atMs);
    if (waySignals.includes(signal)) return this.#way(value, atMs);
    return this.#context(signal, value, atMs);
  }

  #isAnswered(): boolean {
    return this.#said.has("txn.rc") || this.#said.has("txn.outcome");
  }

  #begin(): void {
    this.#payment += 1;
    this.#said = new Set();
    this.#answeredMs = undefined;
    this.#openMs = undefined;
  }

  #at(atMs: number): Entry {
    const last = this.happenings.at(-1);
    if (last?.atMs === atMs && last.payment === this.#payment) return last;
    const values = new Map<SaidSignal, Scalar>();
    const payer = { ...last?.payer };
    const entry: Entry = { atMs, payment: this.#payment, payer, values, said: (signal) => values.get(signal) };
    this.happenings.push(entry);
    if (this.happenings.length > mostHappenings) this.happenings.shift();
    return entry;
  }

  /** Whether this end is of another payment than the one under way. */
  #isNext(signal: SaidSignal, atMs: number): boolean {
    if (signal !== "txn.rc" && signal !== "txn.outcome") return false;
    const isLate = signal === "txn.rc" && this.#openMs !== undefined && atMs - this.#openMs > lateMs;
    return isLate || this.#said.has(signal);
  }

  /** Remembers how the payment under way ended. */
  #end(signal: SaidSignal, value: Scalar, atMs: number): void {
    if (signal === "txn.outcome" && (value === "unknown" || value === "timeout")) this.#openMs = atMs;
    if (signal === "txn.rc" || (signal === "txn.outcome" && value !== "aborted")) this.#answeredMs = atMs;
  }

  #note(signal: SaidSignal, value: Scalar, atMs: number): true {
    if (this.#isNext(signal, atMs)) this.#begin();
    this.#end(signal, value, atMs);
    this.#said.add(signal);
    const { values } = this.#at(atMs);
    // Of a swipe that is told both ways the stripe that was read is no guess.
    if (value !== "no_data" || values.get(signal) !== "ok") values.set(signal, value);
    return true;
  }

  /** Whoever comes next may be somebody else. That a payment runs is said again to an agent that was away. */
  #stage(value: Scalar, atMs: number): true {
    const begins = value === "began" || (value === true && !this.#running);
    if (typeof value === "boolean") this.#running = value;
    if (!begins || this.#beganMs === atMs) return true;
    this.#beganMs = atMs;
    this.#begin();
    const { payer } = this.#at(atMs);
    for (const field of payerFields.values()) delete payer[field];
    delete payer.amountFen;
    return true;
  }

  /** Nothing of ours goes over the network while a payment runs, so it is the application whose connection fails. */
  #way(value: Scalar, atMs: number): boolean {
    return this.#running && value !== "ok" && this.#note("txn.hindrance", "send_failed", atMs);
  }

  #context(signal: SignalId, value: Scalar, atMs: number): boolean {
    if (signal === "txn.amount_fen" && typeof value === "number") return this.#amount(value, atMs);
    const field = payerFields.get(signal);
    if (!field || typeof value !== "string") return false;
    if (field === "card") this.#card(value, atMs);
    if (field === "entry" && value === "qr") this.#byCode(atMs);
    const entry = this.#at(atMs);
    entry.payer[field] = value;
    if (field === "entry") entry.values.set("txn.entry_mode", value);
    return true;
  }

  /** After an answer it is another payment's; the client library says the same one again as it ends. */
  #amount(amountFen: number, atMs: number): true {
    const isAgain = this.#beganMs > Number.NEGATIVE_INFINITY && this.happenings.at(-1)?.payer.amountFen === amountFen;
    const isOver = this.#answeredMs !== undefined && this.#answeredMs < atMs;
    if (isOver && !isAgain) this.#begin();
    this.#at(atMs).payer.amountFen = amountFen;
    return true;
  }

  /** Who shows a code has no card, and after an answer is another customer. */
  #byCode(atMs: number): void {
    if (this.#answeredMs !== undefined && this.#answeredMs < atMs) {
      this.#begin();
      delete this.#at(atMs).payer.amountFen;
    }
    const { payer } = this.#at(atMs);
    delete payer.card;
    delete payer.issuer;
  }

  /** Another card, or one after an answer, is another payment; one that is known at last was it all the time. */
  #card(card: string, atMs: number): void {
    const { payer: now } = this.#at(atMs);
    // Whoever presents a card wants more than the sign-in before it.
    if (now.type !== undefined && paysNothing.includes(now.type)) delete now.type;
    const before = now.card;
    if (before !== card && (before !== undefined || this.#isAnswered())) this.#begin();
    else if (before === undefined) {
      for (const { payment, payer } of this.happenings) if (payment === this.#payment) payer.card = card;
    }
  }
}
