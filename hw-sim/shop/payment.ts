/** One payment from the amount to the slip, and what the application says of it to posdiag. */
import type { EntryMode } from "../cashier/requests.ts";
import { expiryOf, verificationOf } from "./card.ts";
import type { Counter } from "./counter.ts";
import { obstacle } from "./obstacle.ts";
import { enterPin } from "./pin-entry.ts";
import { present } from "./presentation.ts";
import type { Ended } from "./prompts.ts";
import type { Shopper } from "./shopper.ts";
import { print, printerState } from "./slip-printer.ts";

/** From here on a card held near needs a PIN, in fen. */
const NO_PIN_FEN = 100_000;
const PRINT_MS = 2_000;

export async function pay(shopper: Shopper, wrongPin: boolean, counter: Counter): Promise<Ended> {
  const { statement, pass } = counter;
  statement.begin();
  statement.say({
    ...{ "txn.running": true, "txn.stage": "began", "txn.type": shopper.kind, "txn.amount_fen": shopper.amountFen },
  });
  await pass(3_000);
  const ended = await attempt(shopper, wrongPin, counter);
  await pass(1_000);
  if (statement.said("reader.icc_event") === "atr_ok") statement.add({ signal: "reader.icc_event", value: "removed" });
  statement.say({ "txn.running": false });
  return ended;
}

async function attempt(shopper: Shopper, wrongPin: boolean, counter: Counter): Promise<Ended> {
  const blocked = obstacle(counter);
  if (blocked) return end(blocked, counter);
  const presented = await present(shopper, counter);
  if (presented.kind === "unread") return end(presented.hindrance, counter);
  const outdated = datesAllow(shopper, presented.entry, counter);
  if (outdated) return end(outdated, counter);
  const asksPin = presented.entry !== "nfc" || shopper.amountFen > NO_PIN_FEN;
  const refused = asksPin ? await enterPin(shopper, counter) : undefined;
  if (refused) return end(refused, counter);
  if (shopper.pullsEarly && presented.entry === "icc") return pullOut(counter);
  return sendAndPrint(
    shopper,
    { entry: presented.entry, pin: asksPin ? (wrongPin ? "wrong" : "right") : "none" },
    counter,
  );
}

/** The kernel ends what is expired or not valid yet by the terminal's clock. Stripes are left to the host. */
function datesAllow({ card }: Shopper, entry: EntryMode, { state, statement }: Counter): string | undefined {
  const ahead = state().clock_ahead_days;
  const expiry = expiryOf(card, ahead);
  statement.say({ "txn.expiry": expiry });
  if (entry !== "icc" && entry !== "nfc") return undefined;
  const bits = verificationOf(card, ahead);
  if (bits !== undefined && entry === "nfc") statement.say({ "reader.tvr_bits": bits });
  if (expiry === "expired") return "card_expired";
  return bits?.includes("B2b6") ? "not_yet_valid" : undefined;
}

/** posdiag knows no word for a card that is not valid yet: the chip's bits say it. */
const UNSPOKEN: readonly string[] = ["not_yet_valid"];

function end(hindrance: string, { statement }: Counter): Ended {
  const said = UNSPOKEN.includes(hindrance) ? {} : { "txn.hindrance": hindrance };
  statement.say({ ...said, "txn.stage": "ended", "txn.outcome": "aborted" });
  return { outcome: "aborted", hindrance };
}

async function pullOut(counter: Counter): Promise<Ended> {
  await counter.pass(500);
  counter.statement.say({ "reader.icc_event": "removed" });
  return end("card_removed", counter);
}

interface How {
  readonly entry: EntryMode;
  readonly pin: "right" | "wrong" | "none";
}

async function sendAndPrint(shopper: Shopper, how: How, counter: Counter): Promise<Ended> {
  const { statement, errands, state } = counter;
  const { account } = shopper.card;
  statement.say({ "txn.stage": "sent" });
  const sale = {
    kind: shopper.kind,
    amountFen: shopper.amountFen,
    group: account.issuer,
    account: account.alias,
    ...how,
  };
  const outcome = await errands.sell(sale);
  const garbled = outcome === "approved" && state().app === "answers_garbled";
  if (garbled) statement.add({ signal: "txn.hindrance", value: "answer_invalid" });
  statement.say({ "txn.stage": "ended", "txn.outcome": outcome });
  const rc = statement.said("txn.rc");
  const ended = { outcome, ...(typeof rc === "string" && { rc }) };
  return outcome === "approved" ? printSlip(ended, counter) : ended;
}

async function printSlip(ended: Ended, { statement, pass, state }: Counter): Promise<Ended> {
  const before = printerState(state());
  if (before === "ok" || before === "paper_low") statement.say({ "printer.busy": true });
  await pass(PRINT_MS);
  const job = print(state());
  const now = printerState(state());
  const isOut = job === "printed";
  statement.say({ "printer.busy": false, "printer.state": now, "printer.job": job, "txn.receipt_printed": isOut });
  return isOut ? ended : { ...ended, printer: now };
}
