/** A drawer full of cards to sell with: one of each sort, by name. */
import { type Account, GOOD_ACCOUNT } from "../acquirer/account.ts";
import type { Card } from "./card.ts";

type Sort = Partial<Omit<Card, "account" | "name">> & { readonly account?: Partial<Account> };

export function makeCard(name: string, alias: string, { account, ...sort }: Sort = {}): Card {
  const hasChip = sort.chip !== "none";
  const kept = { ...GOOD_ACCOUNT, alias, issuer: "g1", chip: hasChip, ...account };
  const thing = {
    chip: "good",
    stripe: "good",
    contactless: hasChip ? "good" : "none",
    daysLeft: 900,
    daysOld: 600,
  } as const;
  return { name, ...thing, ...sort, account: kept };
}

const SORTS = {
  good: {},
  other_bank: { account: { issuer: "g2" } },
  third_bank: { account: { issuer: "g3" } },
  stripe_only: { chip: "none" },
  no_antenna: { contactless: "none" },
  worn_chip: { chip: "worn" },
  dirty_chip: { chip: "dirty" },
  dead_chip: { chip: "dead" },
  blocked_chip: { chip: "blocked" },
  spoilt_chip: { chip: "spoilt" },
  foreign: { chip: "foreign" },
  worn_stripe: { chip: "none", stripe: "worn" },
  demagnetised: { chip: "none", stripe: "demagnetised" },
  short_stripe: { chip: "none", stripe: "short" },
  expired: { daysLeft: -40, account: { expired: true } },
  expires_soon: { daysLeft: 12 },
  poor: { account: { fundsFen: 500 } },
  frozen: { account: { state: "frozen" } },
  restricted: { account: { state: "restricted" } },
  dormant: { account: { state: "dormant" } },
  not_activated: { account: { state: "not_activated" } },
  lost: { account: { state: "lost" } },
  closed: { account: { state: "closed" } },
  refused: { account: { state: "refused" } },
  not_permitted: { account: { state: "not_permitted" } },
  suspected: { account: { state: "suspected" } },
  small_limit: { account: { singleFen: 50_000 } },
  twice_a_day: { account: { perDay: 2 } },
  new_product: { account: { product: "new" } },
} as const satisfies Readonly<Record<string, Sort>>;

export type CardName = keyof typeof SORTS;
export const CARD_NAMES = Object.keys(SORTS);

/** The whole drawer; aliases count up from `k1` with this letter in front. */
export function fillDrawer(letter = "k"): ReadonlyMap<string, Card> {
  return new Map(Object.entries(SORTS).map(([name, sort], at) => [name, makeCard(name, `${letter}${at + 1}`, sort)]));
}

/** One card of a sort, under an alias of its own. */
export function takeCard(name: CardName, alias: string): Card {
  return makeCard(name, alias, SORTS[name]);
}
