/** What support heard → what the terminal said, or what is wrong with what was heard. */
import type { KeyObject } from "node:crypto";
import { grouped, lettersOf, symbolsOf } from "./alphabet.ts";
import { isRight, type Mistake, missingIn, mistakeIn, pairsIn, surplusIn } from "./check-characters.ts";
import { codeLength, type Opened, openCode, uriHead, uriPoint } from "./code.ts";
import { type Content, possibleMinutes, version, wallMsOf } from "./content.ts";
import { openKey, type Sealer, sealOf, type Terminal, terminalHint } from "./seal.ts";
import { isSigned } from "./signature.ts";

/**
 * `authentic`: sealed with a key that support holds. `open`: the terminal has no key, and anybody can make such a code. `refused`:
 * no key that was tried fits; it is altered, forged, or another terminal's. `unchecked`: there was no key to try.
 */
export type Authenticity = "authentic" | "open" | "refused" | "unchecked";

export type Heard =
  | {
      readonly kind: "told";
      /** As the terminal has it, whatever was heard. */
      readonly text: string;
      /** Its minutes are whole. */
      readonly content: Content;
      readonly authenticity: Authenticity;
      /** Of which it is certain or said; undefined while nobody knows. */
      readonly terminal: Terminal | undefined;
      readonly mistake: Mistake | undefined;
    }
  /** No single slip explains it. */
  | { readonly kind: "misread" }
  | { readonly kind: "stranger"; readonly character: string; readonly at: number }
  | { readonly kind: "length"; readonly count: number }
  /** A later version of the program made it. */
  | { readonly kind: "version"; readonly version: number };

export interface Ring {
  /** Keys of terminals. */
  readonly keys: readonly Sealer[];
  /** Public keys, for the signatures of QR codes. */
  readonly publicKeys?: readonly PublicKey[];
  /** Of which terminal the code is said to be. */
  readonly said: Terminal | undefined;
  readonly nowMs: number;
}

export interface PublicKey {
  readonly key: KeyObject;
  /** Of which it may be. */
  readonly terminals: readonly Terminal[];
}

/** What was heard, and the signature that came with it. */
interface Message extends Ring {
  readonly signature: readonly number[] | undefined;
}

interface Proof {
  readonly authenticity: Authenticity;
  readonly terminal: Terminal | undefined;
  readonly minutes: number | undefined;
}

function minutesSealed({ version: made, bits, seal, content }: Opened, sealer: Sealer): number | undefined {
  if (terminalHint(sealer.terminal) !== content.terminal) return undefined;
  const possible = possibleMinutes(content.minutes, content.clock);
  return possible.find((minutes) => sealOf({ version: made, bits, minutes }, sealer) === seal);
}

function signedBy(
  word: readonly number[],
  { content }: Opened,
  { signature, publicKeys = [] }: Message,
): Proof | undefined {
  if (!signature) return undefined;
  const letters = lettersOf(word);
  for (const { key, terminals } of publicKeys) {
    for (const terminal of terminals.filter((each) => terminalHint(each) === content.terminal)) {
      const possible = possibleMinutes(content.minutes, content.clock);
      const minutes = possible.find((each) => isSigned({ letters, minutes: each, terminal }, signature, key));
      if (minutes !== undefined) return { authenticity: "authentic", terminal, minutes };
    }
  }
  return undefined;
}

function prove(opened: Opened, { keys, said, publicKeys = [], signature }: Message): Proof {
  for (const sealer of keys) {
    const minutes = minutesSealed(opened, sealer);
    if (minutes !== undefined) return { authenticity: "authentic", terminal: sealer.terminal, minutes };
  }
  // A signature that fits no key is worse than none.
  const isForged = signature !== undefined && publicKeys.length > 0;
  const minutes = isForged ? undefined : said && minutesSealed(opened, { key: openKey, terminal: said });
  if (minutes !== undefined) return { authenticity: "open", terminal: said, minutes };
  return { authenticity: isForged || keys.length > 0 ? "refused" : "unchecked", terminal: said, minutes: undefined };
}

const dayMs = 86_400_000;

/** Without a seal that fits: the newest time that is not to come. */
function likeliestMinutes({ minutes, clock }: Content, nowMs: number): number {
  const past = possibleMinutes(minutes, clock).filter((each) => clock === 0 || wallMsOf(each) <= nowMs + dayMs);
  return past.at(-1) ?? minutes;
}

function told(word: readonly number[], mistake: Mistake | undefined, ring: Message): Heard {
  const opened = openCode(word);
  if (opened.version !== version) return { kind: "version", version: opened.version };
  const { minutes, ...proof } = signedBy(word, opened, ring) ?? prove(opened, ring);
  const content = { ...opened.content, minutes: minutes ?? likeliestMinutes(opened.content, ring.nowMs) };
  return { kind: "told", text: grouped(word), content, ...proof, mistake };
}

/** Two wrong characters leave a dozen words, of which only a seal tells the right one. */
function pairTold(word: readonly number[], ring: Message): Heard {
  if (ring.keys.length === 0) return { kind: "misread" };
  const fits = pairsIn(word).filter((pair) => prove(openCode(pair.word), ring).authenticity === "authentic");
  const [pair] = fits;
  return pair && fits.length === 1 ? told(pair.word, pair, ring) : { kind: "misread" };
}

/** A version that only a repair has brought about is no version. */
function repaired(mistake: Mistake, ring: Message): Heard {
  const heard = told(mistake.word, mistake, ring);
  return heard.kind === "version" ? { kind: "misread" } : heard;
}

function mistold(word: readonly number[], ring: Message): Heard {
  const mistake = mistakeIn(word);
  return mistake ? repaired(mistake, ring) : pairTold(word, ring);
}

const finders: Readonly<Record<number, (word: readonly number[]) => Mistake | undefined>> = {
  [codeLength - 1]: missingIn,
  [codeLength + 1]: surplusIn,
};

interface Parts {
  readonly code: string;
  readonly signature: readonly number[] | undefined;
}

/** A code as it is spoken, or out of a QR code with its head and perhaps a signature. */
function partsOf(text: string): Parts {
  const plain = text.normalize("NFKC").trim();
  if (!plain.toUpperCase().startsWith(uriHead)) return { code: plain, signature: undefined };
  const [code = "", behind] = plain.slice(uriHead.length).split(uriPoint);
  const written = behind === undefined ? undefined : symbolsOf(behind);
  return { code, signature: written?.kind === "symbols" ? written.symbols : undefined };
}

export function hear(text: string, terms: Ring): Heard {
  const { code, signature } = partsOf(text);
  const ring: Message = { ...terms, signature };
  const written = symbolsOf(code);
  if (written.kind === "stranger") return written;
  const { symbols } = written;
  if (symbols.length === codeLength) return isRight(symbols) ? told(symbols, undefined, ring) : mistold(symbols, ring);
  const mistake = finders[symbols.length]?.(symbols);
  return mistake ? repaired(mistake, ring) : { kind: "length", count: symbols.length };
}
