/** A verdict ⇄ 28 characters: version, what it says, seal, check characters. */
import { findCardData } from "../card-data/find.ts";
import { bitsEach, grouped, lettersOf } from "./alphabet.ts";
import { checkCount, withChecks } from "./check-characters.ts";
import { type Content, contentBits, packed, unpacked, version } from "./content.ts";
import { type Sealer, sealBits, sealOf, veil } from "./seal.ts";
import { signatureOf } from "./signature.ts";

const versionBits = 3;
const symbolCount = (versionBits + contentBits + sealBits) / bitsEach;
/** Characters of a code, dashes not counted. */
export const codeLength = symbolCount + checkCount;

/** In front of the code in a QR code; capitals, so that it fits the alphanumeric mode (ISO/IEC 18004, 7.4.4). */
export const uriHead = "POSDIAG:";
/** Between a code and its signature. */
export const uriPoint = ".";

export interface Code {
  /** `7K2M-9QXD-…`: to read out, to show, to print. */
  readonly text: string;
  /** What a QR code holds: the same, and the signature behind a point where the terminal has a key for it. */
  readonly uri: string;
}

function symbolsOfNumber(number: bigint): readonly number[] {
  return Array.from({ length: symbolCount }, (_, at) =>
    Number((number >> BigInt((symbolCount - 1 - at) * bitsEach)) & 31n),
  );
}

function signed(letters: string, minutes: number, { signingKey, terminal }: Sealer): string {
  return signingKey ? `${letters}${uriPoint}${signatureOf({ letters, minutes, terminal }, signingKey)}` : letters;
}

function encoded(content: Content, sealer: Sealer): Code {
  const bits = packed(content);
  const seal = sealOf({ version, bits, minutes: content.minutes }, sealer);
  const body = ((bits ^ veil(seal, contentBits)) << BigInt(sealBits)) | seal;
  const word = withChecks(symbolsOfNumber((BigInt(version) << BigInt(contentBits + sealBits)) | body));
  return { text: grouped(word), uri: uriHead + signed(lettersOf(word), content.minutes, sealer) };
}

const mayPass = ({ text, uri }: Code): boolean =>
  findCardData(text) === undefined && findCardData(uri) === undefined && !/\d{12}/.test(uri);

/** Some codes in a hundred thousand look like card data; a minute earlier nothing of it is the same. */
const mostTries = 16;

export function makeCode(content: Content, sealer: Sealer): Code {
  for (let earlier = 0; earlier < mostTries; earlier += 1) {
    const minutes = Math.abs(content.minutes - earlier);
    const code = encoded({ ...content, minutes }, sealer);
    if (mayPass(code)) return code;
  }
  throw new Error("no code passes the card-data guard");
}

export interface Opened {
  readonly version: number;
  /** Of version 1; its minutes are the lowest bits of them. */
  readonly content: Content;
  readonly bits: bigint;
  readonly seal: bigint;
}

/** A word that is right → what it says, whoever sealed it. */
export function openCode(word: readonly number[]): Opened {
  const number = word.slice(0, symbolCount).reduce((sum, symbol) => (sum << BigInt(bitsEach)) | BigInt(symbol), 0n);
  const seal = number & ((1n << BigInt(sealBits)) - 1n);
  const veiled = (number >> BigInt(sealBits)) & ((1n << BigInt(contentBits)) - 1n);
  const bits = veiled ^ veil(seal, contentBits);
  return { version: Number(number >> BigInt(contentBits + sealBits)), content: unpacked(bits), bits, seal };
}
