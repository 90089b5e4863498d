/** The people of an ordinary day: their own cards of three banks, their habits, and now and then a mishap of theirs. */
import type { Dice } from "../random.ts";
import type { Card } from "./card.ts";
import { makeCard } from "./drawer.ts";
import { CONTACTLESS_FEN } from "./presentation.ts";
import { type Shopper, shopper, type Way } from "./shopper.ts";

/** What may happen to anybody on a good day; the shop's own parts have no part in it. */
export const MISHAPS = ["none", "poor", "pin", "wrong_way", "cancel", "early"] as const;
export type Mishap = (typeof MISHAPS)[number];

export interface Visit {
  readonly shopper: Shopper;
  readonly mishap: Mishap;
}

export interface Crowd {
  next(): Visit;
}

const ISSUERS = ["g1", "g2", "g3"] as const;
/** Chances of each, in the order of their names; the rest has none. */
const CHANCES: readonly (readonly [Mishap, number])[] = [
  ["poor", 0.015],
  ["pin", 0.015],
  ["wrong_way", 0.01],
  ["cancel", 0.008],
  ["early", 0.004],
];

const WISHES: Readonly<Record<Mishap, Partial<Shopper>>> = {
  none: {},
  poor: {},
  pin: { way: "chip", wrongPins: 1 },
  wrong_way: { way: "chip", wrongWay: 1 },
  cancel: { way: "chip", gives: "up" },
  early: { way: "chip", pullsEarly: true },
};

function mishapOf(dice: Dice): Mishap {
  let rest = dice.roll();
  for (const [mishap, chance] of CHANCES) {
    if (rest < chance) return mishap;
    rest -= chance;
  }
  return "none";
}

function wayOf(dice: Dice, card: Card, amountFen: number): Way {
  if (card.chip === "none") return "swipe";
  return amountFen <= CONTACTLESS_FEN && dice.roll() < 0.5 ? "tap" : "chip";
}

/** Some yuan to some hundred: most are small. */
function amountOf(dice: Dice): number {
  return Math.round(500 + 30_000 * dice.roll() ** 3) * 5;
}

/** `people` of them come in turn, by chance; most have chip cards, one in six an old stripe. */
export function createCrowd(dice: Dice, people = 60): Crowd {
  const cards = Array.from({ length: people }, (_, at) => {
    const issuer = ISSUERS[at % ISSUERS.length] ?? "g1";
    const chip = at % 6 === 5 ? "none" : "good";
    return makeCard(`card ${at + 1}`, `p${at + 1}`, { chip, account: { issuer } });
  });
  return {
    next: () => {
      const card = cards[dice.between([0, people - 1])];
      if (!card) throw new Error("there is nobody");
      const mishap = mishapOf(dice);
      const theirs = mishap === "poor" ? { ...card, account: { ...card.account, fundsFen: 100 } } : card;
      const wish = card.chip === "none" && mishap !== "poor" ? {} : WISHES[mishap];
      const amountFen = amountOf(dice);
      const way = wish.way ?? wayOf(dice, card, amountFen);
      return {
        mishap: wish === WISHES[mishap] ? mishap : "none",
        shopper: shopper(theirs, { amountFen, ...wish, way }),
      };
    },
  };
}
