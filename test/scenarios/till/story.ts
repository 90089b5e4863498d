/** What is done to a shop and to whom that comes, and the verdict that must come of it: this one, beside its near miss. */
import { type Account, GOOD_ACCOUNT } from "../../../hw-sim/acquirer/account.ts";
import type { Circumstances } from "../../../hw-sim/acquirer/circumstances.ts";
import { type CardName, takeCard } from "../../../hw-sim/shop/drawer.ts";
import { type Shopper, shopper } from "../../../hw-sim/shop/shopper.ts";
import type { ShopState } from "../../../hw-sim/shop/state.ts";

/** Who comes as the n-th since it began, 0 for the first; `ordinary` would have come anyhow. */
export type Guest = (nth: number, ordinary: Shopper) => Shopper;

export interface Story {
  readonly name: string;
  /** How the shop was all day before it began. */
  readonly was?: Partial<ShopState>;
  readonly shop?: Partial<ShopState>;
  readonly bank?: Partial<Circumstances>;
  readonly guests?: Guest;
  /** Customers after whom the shop's parts are right again, and it is still looked at; when nothing is said, all of them. */
  readonly lasts?: number;
  /** A new shop: nothing was ever sold before. */
  readonly isNew?: true;
  /** Slips are printed again after the repair. */
  readonly reprints?: true;
  /** Undefined: nothing may be named. */
  readonly fault: string | undefined;
  /** What may be named beside it, because it is true as well. */
  readonly also?: readonly string[];
  /** Payments in the trouble after which it must have been named first; 1 when nothing is said. */
  readonly within?: number;
}

export interface Row {
  readonly trouble: Story;
  readonly nearMiss: Story;
}

/** One sort of card comes at these places, in the same hands; otherwise it is an ordinary day. */
export function comes(sort: CardName, wish: Partial<Shopper> = {}, at: readonly number[] = [0]): Guest {
  const card = takeCard(sort, `special-${sort}`.replaceAll("_", "").slice(0, 12));
  return (nth, ordinary) => (at.includes(nth) ? shopper(card, wish) : ordinary);
}

/** The same person on a good day, and with a chip on the card where it is to be used. */
function composed({ card, ...rest }: Shopper, wish: Partial<Shopper>): Shopper {
  const needsChip = (wish.way ?? rest.way) !== "swipe" || card.chip !== "none";
  const { account } = card;
  const alias = needsChip && card.chip === "none" ? `${account.alias}c` : account.alias;
  const paying = { ...account, alias, chip: needsChip, fundsFen: GOOD_ACCOUNT.fundsFen };
  const whole = needsChip ? ({ chip: "good", contactless: "good" } as const) : {};
  const { way, amountFen, kind } = rest;
  return shopper({ ...card, ...whole, account: paying }, { way, amountFen, kind, ...wish });
}

/** At these places, different people with cards of one issuer. */
export function holdersOf(issuer: Account["issuer"], at: readonly number[]): Guest {
  return (nth, ordinary) => {
    if (!at.includes(nth)) return ordinary;
    const { card, ...rest } = composed(ordinary, {});
    const account = { ...card.account, issuer, alias: `${card.account.alias}${issuer}` };
    return { ...rest, card: { ...card, account } };
  };
}

/** Everybody does so. */
export function all(wish: Partial<Shopper>): Guest {
  return (_, ordinary) => composed(ordinary, wish);
}

/** Ordinary people do so, at these places. */
export function some(wish: Partial<Shopper>, at: readonly number[] = [0]): Guest {
  return (nth, ordinary) => (at.includes(nth) ? composed(ordinary, wish) : ordinary);
}
