/** Fields that hold card data by their name, whatever the check digit says. */
import type { CardDataKind } from "./kind.ts";
import { neverTags } from "./tags.ts";

interface Named {
  readonly kind: CardDataKind;
  /** What the value looks like, without blanks; a field that says "ok" or "none" tells nothing. */
  readonly value: RegExp;
}

const number: Named = { kind: "pan", value: /^[\d-]{12,23}[fF]?$/ };
const code: Named = { kind: "cvv", value: /^\d{3,4}$/ };
const block: Named = { kind: "pin", value: /^(?:\d{4,12}|[0-9a-fA-F]{16})$/ };
const onlyBlock: Named = { kind: "pin", value: /^[0-9a-fA-F]{16}$/ };
const stripe: Named = { kind: "track", value: /^(?=.*\d{4}).{8,}$/ };
const date: Named = { kind: "emv", value: /^(?:\d{4}|\d{6}|\d\d[/-]\d\d(?:\d\d)?)$/ };
const person: Named = { kind: "emv", value: /^\p{L}[\p{L} ./-]{2,}$/u };

/** By the last part of the name, in small letters and digits only. */
const names: ReadonlyMap<string, Named> = new Map<string, Named>([
  ...["pan", "cardno", "cardnum", "cardnumber", "primaryaccountnumber", "field2", "de2"].map(
    (n) => [n, number] as const,
  ),
  ...["cvv", "cvv2", "cvc", "cvc2", "cvn", "cvn2", "csc", "securitycode"].map((n) => [n, code] as const),
  ...["pin", "pinblock", "pindata", "encryptedpin"].map((n) => [n, block] as const),
  ...["52", "field52", "f52", "de52", "bit52", "df52"].map((n) => [n, onlyBlock] as const),
  ...["track1", "track2", "track3", "field35", "field36", "field45", "de35", "de36", "de45"].map(
    (n) => [n, stripe] as const,
  ),
  ...["expiry", "expirydate", "expdate", "expirationdate", "field14", "de14"].map((n) => [n, date] as const),
  ...["cardholder", "cardholdername"].map((n) => [n, person] as const),
]);

/** As it stands in a text: `name=value`, `name: value`, `"name":"value"`. */
const pairs = /([A-Za-z0-9_. -]{1,24})["']?\s?[=:]\s{0,2}["']?(?=([^"',;&{}[\]()<>\n]{3,80}))/g;

interface Meaning {
  readonly named: Named | undefined;
  /** A tag of the never-list. */
  readonly tag: string | undefined;
}

const nothing: Meaning = { named: undefined, tag: undefined };
/** Messages have few names, and always the same. */
const mostRemembered = 1_000;
const remembered = new Map<string, Meaning>();

function meaningOf(name: string): Meaning {
  const before = remembered.get(name);
  if (before !== undefined) return before;
  const last = name.slice(name.lastIndexOf(".") + 1);
  const tag = last.replace(/^(?:tag|emv)?[ _-]?(?:0x)?/i, "").toUpperCase();
  const named = names.get(last.replace(/[^A-Za-z0-9]/g, "").toLowerCase());
  const isTag = tag.length <= 4 && Object.hasOwn(neverTags, tag);
  const meaning = named || isTag ? { named, tag: isTag ? tag : undefined } : nothing;
  if (remembered.size >= mostRemembered) remembered.clear();
  if (name.length <= 64) remembered.set(name, meaning);
  return meaning;
}

/** What a field is by its name, if its value can be that. */
export function findNamed(name: string, value: string): CardDataKind | undefined {
  const { named, tag } = meaningOf(name);
  if (named === undefined && tag === undefined) return undefined;
  const bare = value.trim();
  if (bare.length < 3) return undefined;
  if (named?.value.test(named === person ? bare : bare.replace(/\s/g, ""))) return named.kind;
  return tag === undefined ? undefined : byTag(tag, bare);
}

/** The value of a tag, in hexadecimal digits; a cardholder's name also as it is. */
function byTag(tag: string, value: string): CardDataKind | undefined {
  const never = neverTags[tag];
  if (never === undefined) return undefined;
  if (!/^[0-9A-Fa-f\s]+$/.test(value)) return tag === "5F20" && person.value.test(value) ? "emv" : undefined;
  const bytes = value.replace(/\s/g, "").length / 2;
  return bytes >= never.lengths[0] && bytes <= never.lengths[1] ? never.kind : undefined;
}

export function findNamedIn(text: string): CardDataKind | undefined {
  if (!/[=:]/.test(text)) return undefined;
  for (const [, name = "", value = ""] of text.matchAll(pairs)) {
    const lastWord = name.trim().split(" ").at(-1) ?? "";
    const kind = findNamed(name.trim(), value) ?? findNamed(lastWord, value.split(" ")[0] ?? "");
    if (kind !== undefined) return kind;
  }
  return undefined;
}
