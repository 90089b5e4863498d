/** What the cashier can be sent for, one thing at a time. */
import type { Payer } from "../acquirer/payer.ts";
import { macOf } from "../iso8583/mac.ts";
import type { Message } from "../iso8583/message.ts";
import { skewSeconds } from "../iso8583/time-fields.ts";
import { openWorkingKeys } from "../iso8583/working-keys.ts";
import type { Exchange, Line } from "./exchange.ts";
import type { Tell } from "./fact.ts";
import {
  type EntryMode,
  type Identity,
  managementRequest,
  type SaleKind,
  type SaleRecord,
  saleRequest,
  settlementRequest,
  signInRequest,
} from "./requests.ts";
import { createReversals, type PendingReversal, type Reversals } from "./reversals.ts";

/** posdiag's names. `unknown`: something came back that cannot be believed; nobody knows before it is reversed. */
export type Outcome = "approved" | "declined" | "timeout" | "aborted" | "unknown";

export interface Customer {
  /** An opaque name for who issued the card. */
  readonly group?: string;
  readonly amountFen?: number;
  /** A sale when nothing is said. */
  readonly kind?: SaleKind;
  readonly entry?: EntryMode;
  /** The bench's alias of the account that pays; without one only the issuer is asked. */
  readonly account?: string;
  readonly pin?: Payer["pin"];
}

export interface ErrandSetup {
  readonly line: Line;
  readonly masterKey: Buffer;
  readonly tell: Tell;
  readonly now: () => Date;
  readonly who: Pick<Identity, "terminal" | "merchant">;
}

const LAYOUT = "003";
const FIRST_BATCH = "000001";
/** The MAC that the terminal sent was wrong, to the host: its keys are no longer those of the host. */
const MAC_REFUSED = "A0";
/** Processing request 3: sign in again. */
const SIGN_IN_AGAIN = 3;
const LAST_TRACE = 999_999;
/** Sub-fields of field 48 are digits throughout; nobody compares them here. */
const NO_TOTALS = digits(0, 62);

/** An errand ends as the last thing that was sent for it did, also where that was a reversal and the sale never left. */
const FAILURES = { unsent: "aborted", unanswered: "timeout", garbled: "unknown", refused: "declined" } as const;

export class Errands {
  readonly #setup: ErrandSetup;
  readonly #reversals: Reversals;
  #who: Identity;
  #key: Buffer | undefined;
  #trace = 0;

  constructor(setup: ErrandSetup) {
    this.#setup = setup;
    this.#reversals = createReversals(setup.tell);
    this.#who = { ...setup.who, batch: FIRST_BATCH };
  }

  pending(): PendingReversal | undefined {
    return this.#reversals.pending();
  }

  async signIn(): Promise<Outcome> {
    const { masterKey, tell } = this.#setup;
    const result = await this.#send(signInRequest(this.#who, this.#nextTrace(), LAYOUT));
    if (result.kind !== "answered") return failure(result);
    const { 39: code = "", 60: terms = "", 62: keys = "" } = result.message.fields;
    tell({ signal: "host.signin_rc", value: code });
    if (code !== "00") return "declined";
    const opened = openWorkingKeys(LAYOUT, masterKey, keys);
    if (opened.kind === "wrong_check") tell({ signal: "key.master_key_present", value: false });
    if (opened.kind !== "ok") return "unknown";
    this.#key = opened.mac;
    this.#who = { ...this.#who, batch: terms.slice(2, 8) };
    return "approved";
  }

  /** Signs in and reverses first where it has to. */
  async sell({ group = "g1", amountFen = 100, ...how }: Customer): Promise<Outcome> {
    const { kind = "sale", entry = "manual", account, pin = "none" } = how;
    this.#setup.tell({ signal: "txn.issuer_group", value: group });
    const hindrance = await this.#hindrance();
    if (hindrance) return hindrance;
    const key = this.#key;
    // A reversal's answer may have asked for a sign-in.
    if (!key) return "aborted";
    const payer = { issuer: group, pin, ...(account !== undefined && { account }) };
    const numbers = { trace: this.#nextTrace(), batch: this.#who.batch, amount: digits(amountFen, 12) };
    const sale = { ...numbers, payer, kind, entry };
    const result = await this.#send(saleRequest(this.#who, sale, key));
    if (result.kind === "answered") return this.#judge(result.message, sale, key);
    if (result.kind === "unanswered") this.#reversals.keep(sale, "98");
    if (result.kind === "garbled") this.#reversals.keep(sale, "06");
    return failure(result);
  }

  async settle(): Promise<Outcome> {
    const result = await this.#send(settlementRequest(this.#who, this.#nextTrace(), NO_TOTALS));
    if (result.kind !== "answered") return failure(result);
    // Some hosts answer without a code, and mean yes.
    if ((result.message.fields[39] ?? "00") !== "00") return "declined";
    // The next batch begins with a sign-in.
    this.#key = undefined;
    return "approved";
  }

  async echo(): Promise<Outcome> {
    const result = await this.#send(managementRequest(this.#who, "301"));
    if (result.kind !== "answered") return failure(result);
    return result.message.fields[39] === "00" ? "approved" : "declined";
  }

  /** What a sale fails of before it begins. */
  async #hindrance(): Promise<Outcome | undefined> {
    const signedIn = this.#key ? "approved" : await this.signIn();
    const [who, key] = [this.#who, this.#key];
    if (signedIn !== "approved" || !key) return signedIn;
    const cleared = await this.#reversals.clear({ who, key, send: (request) => this.#send(request) });
    return cleared === "done" ? undefined : FAILURES[cleared];
  }

  async #send(request: Message): Promise<Exchange> {
    const { line, tell, now } = this.#setup;
    const result = await line(request);
    for (const fact of result.facts) tell(fact);
    if (result.kind !== "answered") return result;
    const { fields } = result.message;
    const skew = skewSeconds(fields, now());
    if (skew !== undefined) tell({ signal: "clock.skew_s", value: skew });
    if (result.asks === SIGN_IN_AGAIN || fields[39] === MAC_REFUSED) this.#key = undefined;
    return result;
  }

  #judge(answer: Message, sale: SaleRecord, key: Buffer): Outcome {
    const { tell } = this.#setup;
    const { 39: code, 64: mac } = answer.fields;
    if (code === undefined) {
      this.#reversals.keep(sale, "06");
      return "unknown";
    }
    // UnionPay's terminals check the MAC of approvals only: a refusal moves no money.
    if (code === "00" && mac !== macOf(key, answer)) {
      tell({ signal: "key.mac_verify", value: "fail" });
      this.#reversals.keep(sale, "A0");
      return "unknown";
    }
    if (code === "00") tell({ signal: "key.mac_verify", value: "ok" });
    tell({ signal: "txn.rc", value: code });
    return code === "00" ? "approved" : "declined";
  }

  #nextTrace(): string {
    this.#trace = (this.#trace % LAST_TRACE) + 1;
    return digits(this.#trace, 6);
  }
}

function failure({ kind }: Exclude<Exchange, { kind: "answered" }>): Outcome {
  return FAILURES[kind];
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
