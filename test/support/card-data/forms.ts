/** The ways in which card data gets into a text or a message: each makes a value from a seed. */
import type { Random } from "../../../src/base/random.ts";
import { between, brands, cardNumber, digitsOf, pick, wrongNumber } from "./numbers.ts";

export type Form = (random: Random) => unknown;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const ascii = (text: string): string => hex(Buffer.from(text, "latin1"));
const pairs = (nibbles: string): readonly string[] => nibbles.match(/../g) ?? [];
const anyCase = (random: Random, text: string): string => (random() < 0.5 ? text.toUpperCase() : text.toLowerCase());

const separators = [" ", "-", ".", "/", "_", "\u00a0", "\u200b", "\u2009", "\u2010", "\u2013", "\ufeff", "\t"] as const;
const rows = ["--", "  ", " - ", "- ", "\u200b\u200b", ". ", "//", "__", " / "] as const;

/** In fours, in a brand's groups, or each digit on its own. */
function grouped(random: Random, by: string): string {
  const number = cardNumber(random);
  const size = pick(random, [4, 4, 4, 1, 5, 6]);
  return (number.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join(by);
}

const otherDigits = [0xff10, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1d7ce, 0x1d7f6] as const;

function inScript(number: string, zero: number): string {
  return [...number].map((digit) => String.fromCodePoint(zero + Number(digit))).join("");
}

/** Packed, with F where a digit is missing (EMV 4.3 book 3, format cn). */
const packed = (number: string): string => (number.length % 2 === 0 ? number : `${number}F`);

const expiry = (random: Random): string =>
  `${between(random, 24, 35)}${String(between(random, 1, 12)).padStart(2, "0")}`;

const track2 = (random: Random, by: string): string => {
  const number = random() < 0.3 ? wrongNumber(random) : cardNumber(random);
  return `${number}${by}${expiry(random)}${digitsOf(random, 3)}${digitsOf(random, between(random, 0, 8))}`;
};

const track1 = (random: Random): string =>
  `%B${random() < 0.3 ? wrongNumber(random) : cardNumber(random)}^${pick(random, ["LI/LEI", "DOE/JOHN", " /"])}^${expiry(random)}201${digitsOf(random, 6)}`;

const tlv = (tag: string, value: string): string => tag + (value.length / 2).toString(16).padStart(2, "0") + value;
const evened = (nibbles: string): string => (nibbles.length % 2 === 0 ? nibbles : `${nibbles}F`);

const around = ["", "card ", "PAN=", "read [", "x", "令牌", 'req":"', "+CME ERROR: "] as const;

/** Cut anywhere, no piece but the last shorter than four. */
function cut(random: Random, pieces: number): readonly string[] {
  const number = cardNumber(random);
  if (pieces === 2) {
    const at = between(random, 4, number.length - 4);
    return [number.slice(0, at), number.slice(at)];
  }
  return number.match(/.{1,4}/g) ?? [];
}

const numeric = (pieces: readonly string[]): readonly string[] | undefined =>
  pieces.some((piece) => piece.startsWith("0")) ? undefined : pieces;

function cutNumbers(random: Random): readonly number[] {
  for (;;) {
    const pieces = numeric(cut(random, 2));
    if (pieces) return pieces.map(Number);
  }
}

/** What is a text by itself; `planted` sets it among others. */
const texts = {
  plain: (random) => cardNumber(random),
  "in a longer run": (random) =>
    `${digitsOf(random, between(random, 7, 12))}${cardNumber(random, pick(random, brands.slice(0, -1)))}`,
  "with a separator": (random) => grouped(random, pick(random, separators)),
  "with several separators": (random) => grouped(random, pick(random, rows)),
  "in another script": (random) => inScript(cardNumber(random), pick(random, otherDigits)),
  "in another script, grouped": (random) =>
    (inScript(cardNumber(random), 0xff10).match(/.{1,4}/g) ?? []).join(pick(random, ["　", "－", " "])),
  "packed in pairs": (random) =>
    anyCase(random, pairs(packed(cardNumber(random))).join(pick(random, [" ", ":", ",", "-"]))),
  "packed, 0x": (random) =>
    pairs(packed(cardNumber(random)))
      .map((pair) => `0x${pair}`)
      .join(pick(random, [",", ", ", " "])),
  "packed, \\x": (random) =>
    pairs(packed(cardNumber(random)))
      .map((pair) => `\\x${pair}`)
      .join(""),
  "packed in one word": (random) => anyCase(random, `${packed(cardNumber(random))}FF`),
  "characters in hexadecimal": (random) => anyCase(random, ascii(cardNumber(random))),
  "characters in hexadecimal, in pairs": (random) =>
    pairs(ascii(cardNumber(random))).join(pick(random, [" ", ":", ", "])),
  "UTF-16 in hexadecimal": (random) => hex(Buffer.from(cardNumber(random), "utf16le")),
  "track 1": track1,
  "track 2": (random) => track2(random, "="),
  "track 2 with D": (random) => track2(random, pick(random, ["D", "d"])),
  "track 2 in hexadecimal": (random) => ascii(track2(random, "=")),
  base64: (random) => Buffer.from(`pan ${cardNumber(random)}`).toString(pick(random, ["base64", "base64url"])),
  "base64, only the number": (random) => Buffer.from(cardNumber(random)).toString("base64"),
  "base64, packed": (random) => Buffer.from(evened(packed(cardNumber(random))), "hex").toString("base64"),
  "base64 of a track": (random) => Buffer.from(track2(random, "=")).toString("base64"),
  "tag 5A": (random) => anyCase(random, `9F2701805A08${cardNumber(random, { name: "", first: "62", lengths: [16] })}`),
  "tag 57": (random) => tlv("57", evened(track2(random, "D"))),
  "tag 5F24": (random) => `9F3602001A${tlv("5F24", `${expiry(random)}28`)}`,
  "tag 5F20": (random) => tlv("5F20", ascii(pick(random, ["LI/LEI LEI", "DOE/JOHN", "WANG/F"]))),
  "tag 99": (random) => tlv("99", hex(Buffer.from(digitsOf(random, 8)))),
  "tag 9F1F": (random) => tlv("9F1F", ascii(digitsOf(random, 12))),
  "tag 9F20": (random) => tlv("9F20", evened(digitsOf(random, 12))),
  "tag 9F6B": (random) => tlv("9F6B", evened(track2(random, "D"))),
  "tag 56": (random) => tlv("56", ascii(track1(random).slice(1))),
  "CVV by name": (random) =>
    `${pick(random, ["cvv", "CVV2", "cvc", "CVN2"])}${pick(random, ["=", ": ", '="'])}${digitsOf(random, 3)}`,
  "PIN block by name": (random) => `pinblock=${hex(Buffer.from(digitsOf(random, 8)))}`,
  "a JSON text": (random) => JSON.stringify({ note: { of: [cardNumber(random)] } }),
} satisfies Record<string, (random: Random) => string>;

/** What is a message or a part of one. */
const values = {
  "a number": (random) => Number(cardNumber(random, { name: "", first: "62", lengths: [16] })),
  "a field's name": (random) => ({ [cardNumber(random)]: 1 }),
  "two text fields": (random) => Object.fromEntries(cut(random, 2).map((piece, at) => [`f${at}`, piece])),
  "text fields in fours": (random) => Object.fromEntries(cut(random, 4).map((piece, at) => [`${"abcde"[at]}`, piece])),
  "text at the edges": (random) => {
    const [first = "", second = ""] = cut(random, 2);
    return { a: `no ${first}`, b: `${second} end` };
  },
  "a list in fours": (random) => ({ list: cut(random, 4) }),
  "a list of numbers": (random) => ({ list: cutNumbers(random) }),
  "two number fields": (random) => {
    const [first, second] = cutNumbers(random);
    return { x: first, y: second };
  },
  "single digits": (random) => ({ list: [...cardNumber(random)].map(Number) }),
  "single digits, texts": (random) => ({ list: [...cardNumber(random)] }),
  "a list of bytes": (random) => ({ list: [...Buffer.from(cardNumber(random))] }),
  "a list of packed bytes": (random) => ({ list: [...Buffer.from(evened(packed(cardNumber(random))), "hex")] }),
  "a buffer in JSON": (random) => ({ raw: Buffer.from(`PAN ${cardNumber(random)}`).toJSON() }),
  "a typed array in JSON": (random) => ({ raw: { ...Uint8Array.from(Buffer.from(cardNumber(random))) } }),
  "deep inside": (random) => ({ a: { b: [{ c: { d: cardNumber(random) } }] } }),
  "field 52": (random) => ({ "52": hex(Buffer.from(digitsOf(random, 8))) }),
  "a tag as a name": (random) => ({ [pick(random, ["5A", "5a"])]: packed(cardNumber(random)) }),
  "tag 57 as a name": (random) => ({ "57": evened(track2(random, "D")) }),
  "tag 5F24 as a name": (random) => ({ "5F24": `${expiry(random)}28` }),
  "CVV as a field": (random) => ({ cvv: digitsOf(random, 3) }),
} satisfies Record<string, Form>;

export const textForms: Readonly<Record<string, (random: Random) => string>> = texts;
export const valueForms: Readonly<Record<string, Form>> = values;

/** A text form, set among what may stand around it. */
export function planted(random: Random, form: (random: Random) => string): string {
  const text = form(random);
  const isName = /^[A-Za-z]/.test(text);
  const before = pick(random, around);
  const glue = isName || /^[0-9A-Fa-f]{12,}/.test(text) ? " " : "";
  const safe = /[A-Za-z]$/.test(before) ? `${before} ` : before;
  return `${safe}${safe === "" ? "" : glue}${text}${pick(random, ["", '"', " ok", "]"])}`;
}
