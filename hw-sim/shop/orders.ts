/** What can be typed at the counter, as JSON or in words: one line in; one order, one sentence, or undefined: not for us. */
import type { SaleKind } from "../cashier/requests.ts";
import { isWhole, oneOf, onlyKeys, words } from "../value-check.ts";
import { CARD_NAMES, fillDrawer } from "./drawer.ts";
import { SHOP_FIELDS, type ShopChange } from "./fields.ts";
import { type Shopper, shopper, WAYS } from "./shopper.ts";

export type ShopOrder =
  | { readonly kind: "sell"; readonly shopper: Shopper }
  | { readonly kind: "reprint" }
  | { readonly kind: "cards" }
  | { readonly kind: "change"; readonly change: ShopChange }
  | { readonly kind: "bad"; readonly error: string };

export const SELL_WORDS = `sell [CARD] [${WAYS.join("|")}] [FEN], pulls_early, wipes, charged_twice; or {"sell":{"card","way","fen","kind","wrong_pins","wrong_way","cards_together","pulls_early","wipes","gives","charged_twice"}}`;

const KINDS: readonly SaleKind[] = ["sale", "preauth", "refund"];
const LONGEST_SUM = 9_999_999_999;
const SEVERAL = [0, 9] as const;

type Wish = Partial<Shopper>;
type Readers = Readonly<
  Record<string, { readonly allowed: string; readonly read: (value: unknown) => Wish | undefined }>
>;

const given = <T>(value: T | undefined, make: (value: T) => Wish): Wish | undefined =>
  value === undefined ? undefined : make(value);
const flag = (value: unknown) => oneOf([true, false] as const, value);
const count = (value: unknown) => (isWhole(value, SEVERAL) ? value : undefined);

const READERS: Readers = {
  card: { allowed: words(CARD_NAMES), read: (v) => given(fillDrawer().get(String(v)), (card) => ({ card })) },
  way: { allowed: words(WAYS), read: (v) => given(oneOf(WAYS, v), (way) => ({ way })) },
  fen: {
    allowed: `1 to ${LONGEST_SUM}`,
    read: (v) => (isWhole(v, [1, LONGEST_SUM]) ? { amountFen: v } : undefined),
  },
  kind: { allowed: words(KINDS), read: (v) => given(oneOf(KINDS, v), (kind) => ({ kind })) },
  wrong_pins: { allowed: "0 to 9", read: (v) => given(count(v), (wrongPins) => ({ wrongPins })) },
  wrong_way: { allowed: "0 to 9", read: (v) => given(count(v), (wrongWay) => ({ wrongWay })) },
  cards_together: { allowed: "0 to 9", read: (v) => given(count(v), (cardsTogether) => ({ cardsTogether })) },
  pulls_early: { allowed: "true, false", read: (v) => given(flag(v), (pullsEarly) => ({ pullsEarly })) },
  wipes: { allowed: "true, false", read: (v) => given(flag(v), (wipes) => ({ wipes })) },
  charged_twice: { allowed: "true, false", read: (v) => given(flag(v), (chargedTwice) => ({ chargedTwice })) },
  gives: {
    allowed: '"pin", "up", "nothing"',
    read: (v) => given(oneOf(["pin", "up", "nothing"] as const, v), (gives) => ({ gives })),
  },
};

const bad = (error: string): ShopOrder => ({ kind: "bad", error });

/** A sale as it is asked for; what is not said is a good card, put in, for 88 yuan. */
export function readSale(input: unknown): ShopOrder {
  const found = onlyKeys(input, Object.keys(READERS));
  if (!found) return bad(`"sell" takes ${words(Object.keys(READERS))}`);
  const wishes: Wish[] = [];
  for (const [key, value] of found) {
    const wish = READERS[key]?.read(value);
    if (!wish) return bad(`"${key}" cannot be ${JSON.stringify(value)}; allowed: ${READERS[key]?.allowed ?? ""}`);
    wishes.push(wish);
  }
  const all = Object.assign({}, ...wishes) satisfies Wish;
  const card = all.card ?? fillDrawer().get("good");
  return card ? { kind: "sell", shopper: shopper(card, all) } : bad("the drawer is empty");
}

const FLAGS: readonly string[] = ["pulls_early", "wipes", "charged_twice"];

/** Words of a sale in any order: a number is the sum, in fen. */
function saleOf(given: readonly string[]): ShopOrder {
  const parts = given.map((word) => {
    if (/^\d+$/.test(word)) return ["fen", Number(word)] as const;
    if (FLAGS.includes(word)) return [word, true] as const;
    return [WAYS.some((way) => way === word) ? "way" : "card", word] as const;
  });
  return readSale(Object.fromEntries(parts));
}

export function readChange(name: string, value: unknown): ShopOrder | undefined {
  const field = SHOP_FIELDS.find((known) => known.name === name);
  if (!field) return undefined;
  const change = field.read(value);
  return change
    ? { kind: "change", change }
    : bad(`"${name}" cannot be ${JSON.stringify(value)}; allowed: ${field.allowed}`);
}

/** All of them or none; undefined when the first is none of ours. */
function readChanges(entries: readonly (readonly [string, unknown])[]): ShopOrder | undefined {
  let all: ShopChange = {};
  for (const [name, value] of entries) {
    const order = readChange(name, value);
    if (order?.kind !== "change") return order;
    const { shop, bank } = order.change;
    all = { shop: { ...all.shop, ...shop }, bank: { ...all.bank, ...bank } };
  }
  return entries.length > 0 ? { kind: "change", change: all } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A bare word such as `dirty`.
    return text;
  }
}

/** One key of a JSON line that may be for the counter. */
function fromJson(text: string): ShopOrder | undefined {
  const input = parsed(text);
  const found = onlyKeys(input, ["sell", "reprint", "cards"]);
  if (found?.has("sell")) return readSale(found.get("sell"));
  if (found?.get("reprint") === true) return { kind: "reprint" };
  if (found?.get("cards") === true) return { kind: "cards" };
  const set = onlyKeys(input, ["set"])?.get("set");
  return typeof set === "object" && set !== null ? readChanges(Object.entries(set)) : undefined;
}

export function readOrder(line: string): ShopOrder | undefined {
  const text = line.trim();
  if (text.startsWith("{")) return fromJson(text);
  const [word = "", ...rest] = text.split(/\s+/);
  if (word === "sell") return saleOf(rest);
  if (rest.length === 0 && (word === "reprint" || word === "cards")) return { kind: word };
  return rest.length === 0 ? undefined : readChange(word, parsed(rest.join(" ")));
}
