/** Cards and readers: whose fault it is that a card is not read. */
import { all, comes, type Guest, type Row, some } from "./story.ts";

const often = [0, 2, 4, 6, 8, 10, 12, 14];
/** A stripe that nobody can read is given up in the end. */
const cancels = ["operator.cancelled_or_timeout", "operator.wrong_procedure"];
const everybodyInserts = all({ way: "chip" });
/** Old cards without a chip, every second customer. */
const swipes: Guest = (nth, ordinary) => {
  if (!often.includes(nth)) return ordinary;
  const { card } = ordinary;
  return { ...ordinary, way: "swipe", card: { ...card, chip: "none", account: { ...card.account, chip: false } } };
};

const wornStripe = comes("worn_stripe", { way: "swipe" }, [2, 3, 4]);
/** Again and again, and other stripes before and after it: now and then it is read at once. */
const worn: Guest = (nth, ordinary) => wornStripe(nth, swipes(nth, ordinary));

export const readerRows: readonly Row[] = [
  {
    trouble: {
      name: "contacts in the slot dirty",
      shop: { slot: "dirty" },
      guests: everybodyInserts,
      fault: "reader.icc_dirty",
      also: ["card.inserted_wrong"],
      within: 5,
    },
    nearMiss: {
      name: "one card with dirty contacts, wiped",
      guests: comes("dirty_chip", { wipes: true }),
      fault: "card.chip_dirty",
      also: ["card.inserted_wrong"],
    },
  },
  {
    trouble: {
      name: "slot dead",
      shop: { slot: "dead" },
      guests: everybodyInserts,
      fault: "reader.icc_fault",
      within: 3,
    },
    nearMiss: {
      name: "one card with a dead chip",
      guests: comes("dead_chip"),
      fault: "card.chip_damaged",
      also: ["card.inserted_wrong"],
    },
  },
  {
    trouble: {
      name: "slot dead, cards are held near as ever",
      shop: { slot: "dead" },
      fault: "reader.icc_fault",
      within: 8,
    },
    nearMiss: {
      name: "two cards with dead chips in an hour",
      guests: comes("dead_chip", {}, [0, 9]),
      fault: "card.chip_damaged",
    },
  },
  {
    trouble: {
      // Once, and read at the second try, is everyday life.
      name: "cards the wrong way round, one after the other",
      guests: some({ way: "chip", wrongWay: 1 }, [0, 1]),
      fault: "card.inserted_wrong",
      within: 2,
    },
    nearMiss: {
      name: "one card with a worn chip",
      // Half of the times it is read at once.
      guests: comes("worn_chip", {}, [0, 2, 3, 5, 6, 8]),
      fault: "card.chip_damaged",
      also: ["card.chip_dirty", "card.inserted_wrong", "card.poor_quality"],
      within: 3,
    },
  },
  {
    trouble: {
      name: "head for stripes dirty",
      shop: { head: "dirty" },
      guests: swipes,
      fault: "reader.mag_dirty",
      also: cancels,
      within: 9,
    },
    nearMiss: {
      name: "one worn stripe",
      guests: worn,
      fault: "card.mag_damaged",
      also: ["card.poor_quality", ...cancels],
      within: 3,
    },
  },
  {
    trouble: {
      name: "head for stripes dead",
      shop: { head: "dead" },
      guests: swipes,
      fault: "reader.mag_fault",
      also: cancels,
      within: 5,
    },
    nearMiss: {
      name: "one demagnetised card",
      guests: comes("demagnetised", { way: "swipe" }),
      fault: "card.demagnetized",
      also: cancels,
    },
  },
  {
    trouble: {
      name: "antenna dead",
      shop: { antenna: "dead" },
      guests: all({ way: "tap", amountFen: 2_000 }),
      fault: "reader.nfc_fault",
      within: 3,
    },
    nearMiss: {
      name: "one card without an antenna",
      guests: comes("no_antenna", { way: "tap", amountFen: 2_000 }),
      fault: undefined,
    },
  },
  {
    trouble: {
      // One moment of it, and the next read is good: everyday life.
      name: "two cards held near together, again and again",
      guests: some({ way: "tap", amountFen: 2_000, cardsTogether: 2 }, [0, 1]),
      fault: "card.collision",
      within: 2,
    },
    nearMiss: {
      name: "over the limit of cards held near",
      guests: comes("good", { way: "tap", amountFen: 180_000 }),
      fault: "limit.contactless_amount",
    },
  },
  {
    trouble: {
      name: "card pulled out early",
      guests: some({ way: "chip", pullsEarly: true }),
      fault: "card.removed_early",
    },
    nearMiss: {
      name: "customer gives up at the PIN",
      guests: some({ way: "chip", gives: "up" }),
      fault: "operator.cancelled_or_timeout",
    },
  },
  {
    trouble: {
      name: "chip cards swiped by a new clerk",
      guests: some({ way: "swipe" }, [0, 2, 4]),
      fault: "operator.swiped_chip_card",
    },
    nearMiss: {
      name: "a chip fails, its stripe is refused",
      guests: comes("dead_chip", {}, [0]),
      fault: "card.chip_damaged",
      also: ["card.inserted_wrong"],
    },
  },
  {
    trouble: {
      name: "a motor beside the terminal",
      shop: { emi: true },
      fault: "env.emi",
      within: 4,
      also: ["card.inserted_wrong"],
    },
    nearMiss: {
      name: "contacts in the slot dirty, cards held near as ever",
      shop: { slot: "dirty" },
      fault: "reader.icc_dirty",
      within: 10,
      also: ["card.inserted_wrong"],
    },
  },
  {
    trouble: { name: "application on the chip blocked", guests: comes("blocked_chip"), fault: "card.chip_locked" },
    nearMiss: { name: "card of a scheme that is not taken", guests: comes("foreign"), fault: "card.app_not_supported" },
  },
  {
    trouble: {
      name: "stripe too short",
      guests: comes("short_stripe", { way: "swipe" }),
      fault: "card.mag_data_missing",
      also: cancels,
    },
    nearMiss: {
      name: "one stripe that wants a second swipe",
      guests: comes("stripe_only", { way: "swipe" }),
      fault: undefined,
    },
  },
];
