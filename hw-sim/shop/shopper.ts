/** Who comes to the counter: a card, a way to pay, a sum, and hands and a memory that are not perfect. */
import type { SaleKind } from "../cashier/requests.ts";
import type { Card } from "./card.ts";

export const WAYS = ["chip", "tap", "swipe"] as const;
export type Way = (typeof WAYS)[number];

export interface Shopper {
  readonly card: Card;
  readonly way: Way;
  readonly amountFen: number;
  readonly kind: SaleKind;
  /** Puts the card in the wrong way round the first so many times. */
  readonly wrongWay: number;
  /** Pulls the card before it is done. */
  readonly pullsEarly: boolean;
  /** Cards that come near the antenna together, the first so many times. */
  readonly cardsTogether: number;
  /** Types a wrong PIN the first so many times. */
  readonly wrongPins: number;
  /** Leaves, or lets the time run out, when asked for the PIN. */
  readonly gives: "pin" | "up" | "nothing";
  /** The chip is wiped before it is tried a third time. */
  readonly wipes: boolean;
  /** Whether the clerk rings it up again when no slip came. */
  readonly chargedTwice: boolean;
}

export function shopper(card: Card, wish: Partial<Shopper> = {}): Shopper {
  return {
    ...{ card, way: "chip", amountFen: 8_800, kind: "sale" },
    ...{
      wrongWay: 0,
      pullsEarly: false,
      cardsTogether: 1,
      wrongPins: 0,
      gives: "pin",
      wipes: false,
      chargedTwice: false,
    },
    ...wish,
  };
}
