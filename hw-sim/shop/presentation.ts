/**
 * How a card comes to be read, as payment applications in China do it: near the antenna twice, then into the slot three
 * times, then through the stripe reader, with the flag that the chip failed (field 60.5).
 */
import type { EntryMode } from "../cashier/requests.ts";
import type { Card } from "./card.ts";
import type { Counter } from "./counter.ts";
import { insert, type Read, select, swipe, type Try, tap } from "./reader.ts";
import type { Shopper } from "./shopper.ts";

export type Presented =
  | { readonly kind: "read"; readonly entry: EntryMode }
  | { readonly kind: "unread"; readonly hindrance: string };

const TAPS = 2;
const INSERTIONS = 3;
const SWIPES = 3;
/** From here on a card held near is asked to be put in (a limit of the terminal, in fen). */
export const CONTACTLESS_FEN = 100_000;
/** What a reader takes from prompt to result. */
const HAND_MS = 2_500;

export async function present(shopper: Shopper, counter: Counter): Promise<Presented> {
  switch (shopper.way) {
    case "tap":
      return presentNear(shopper, counter);
    case "chip":
      return presentChip(shopper, counter);
    case "swipe":
      return presentStripe(shopper, counter, "mag");
  }
}

const chanceAt = ({ state, dice }: Counter) => ({ state: state(), dice });

/** A card, and how it is held out to the terminal. */
interface Held {
  readonly card: Card;
  readonly entry: EntryMode;
}

/** Tells of a try. A card that was not read has no number to know it by, and so no name. */
function tellTry({ telling, read }: Try, { card, entry }: Held, { statement, aliases }: Counter): void {
  const isRead = read !== "failed" && read !== "nothing" && read !== "collision";
  const who = { "txn.card_ref": aliases(card), "txn.issuer_group": card.account.issuer, "txn.entry_mode": entry };
  statement.say(isRead ? { ...who, ...telling } : telling);
}

async function presentNear(shopper: Shopper, counter: Counter): Promise<Presented> {
  const { card, amountFen, cardsTogether } = shopper;
  for (let tries = 0; tries < TAPS; tries += 1) {
    await counter.pass(HAND_MS);
    const hand = { wrongWay: false, cards: tries === 0 ? cardsTogether : 1 };
    const came = tap(card, hand, chanceAt(counter));
    if (came.read === "ok" && amountFen > CONTACTLESS_FEN) {
      const telling = { ...came.telling, "reader.contactless_outcome": "tryAnotherInterface" };
      tellTry({ telling, read: "other_interface" }, { card, entry: "nfc" }, counter);
      return { kind: "unread", hindrance: "over_contactless_limit" };
    }
    const telling =
      came.read === "ok" ? { ...came.telling, "reader.contactless_outcome": "onlineRequest" } : came.telling;
    tellTry({ ...came, telling }, { card, entry: "nfc" }, counter);
    if (came.read === "ok") return { kind: "read", entry: "nfc" };
  }
  return card.chip === "none" ? presentStripe(shopper, counter, "mag") : presentChip(shopper, counter);
}

async function presentChip(shopper: Shopper, counter: Counter): Promise<Presented> {
  const { statement, cardNow } = counter;
  for (let tries = 0; tries < INSERTIONS; tries += 1) {
    if (tries === INSERTIONS - 1 && shopper.wipes) counter.wipe(shopper.card);
    await counter.pass(HAND_MS);
    statement.say({ "reader.icc_event": "inserted" });
    await counter.pass(1_000);
    const card = cardNow(shopper.card);
    const powered = insert(card, { wrongWay: tries < shopper.wrongWay, cards: 1 }, chanceAt(counter));
    tellTry(powered, { card, entry: "icc" }, counter);
    if (powered.read === "ok") return judge(card, counter);
    await counter.pass(1_500);
    statement.say({ "reader.icc_event": "removed" });
  }
  return presentStripe(shopper, counter, "fallback");
}

const HINDRANCES: Readonly<Partial<Record<Read, string>>> = {
  blocked: "card_blocked",
  no_application: "no_application",
};

/** The chip was powered: whether it can be paid with. */
async function judge(card: Card, { pass, statement, state }: Counter): Promise<Presented> {
  await pass(800);
  const selected = select(card, state());
  statement.say(selected.telling);
  const hindrance = HINDRANCES[selected.read];
  if (hindrance !== undefined) return { kind: "unread", hindrance };
  return { kind: "read", entry: "icc" };
}

async function presentStripe(shopper: Shopper, counter: Counter, entry: "mag" | "fallback"): Promise<Presented> {
  for (let tries = 0; tries < SWIPES; tries += 1) {
    await counter.pass(HAND_MS);
    const swiped = swipe(shopper.card, chanceAt(counter));
    // What is on the stripe says whether there is a chip.
    const chip = {
      "txn.chip_on_card": shopper.card.account.chip,
      "txn.last_ic_failed_flag": entry === "fallback" ? "2" : "1",
    };
    const telling = swiped.read === "ok" ? { ...swiped.telling, ...chip } : swiped.telling;
    tellTry({ ...swiped, telling }, { card: shopper.card, entry }, counter);
    if (swiped.read === "ok") return { kind: "read", entry };
  }
  return { kind: "unread", hindrance: entry === "fallback" ? "chip_failed" : "cancelled" };
}
