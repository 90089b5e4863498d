/** Contents, sealers and codes for tests of the last resort. */
import { type Random, seededRandom } from "../../src/base/random.ts";
import { symbolsOf } from "../../src/last-resort/alphabet.ts";
import { type Code, makeCode } from "../../src/last-resort/code.ts";
import { type Content, mostFaults, mostSigns } from "../../src/last-resort/content.ts";
import { type Sealer, terminalHint } from "../../src/last-resort/seal.ts";

export const terminal = { tenant: "acme", serial: "PX7-00042" };
export const other = { tenant: "acme", serial: "PX7-00043" };
export const key = new Uint8Array(32).fill(1);
export const sealer: Sealer = { terminal, key };

/** 2026-11-27T08:00Z, and the same as minutes of a code. */
export const nowMs = Date.UTC(2026, 10, 27, 8);
export const nowMinutes = (nowMs - Date.UTC(2026, 0, 1)) / 60_000;

export const content: Content = {
  ...{ isKnown: true, fault: 3, chance: 6, evidence: [1, 200, 17], age: 4 },
  ...{ minutes: nowMinutes - 7, clock: 1, boot: 11, terminal: terminalHint(terminal) },
};

export const seeded = (seed: number): Random => seededRandom(seed);
export const upTo = (random: Random, limit: number): number => Math.floor(random() * limit);

export function anyContent(random: Random): Content {
  const evidence = Array.from({ length: upTo(random, 4) }, () => 1 + upTo(random, mostSigns));
  return {
    ...{ isKnown: random() < 0.8, fault: upTo(random, mostFaults + 1), chance: upTo(random, 8), evidence },
    ...{
      age: upTo(random, 16),
      minutes: upTo(random, 10 * 2 ** 20),
      clock: 1 + upTo(random, 4),
      boot: upTo(random, 16),
    },
    terminal: terminalHint(terminal),
  };
}

/** A code's characters as numbers. */
export function wordOf({ text }: Code): readonly number[] {
  const written = symbolsOf(text);
  if (written.kind !== "symbols") throw new Error(text);
  return written.symbols;
}

export const anyWord = (random: Random): readonly number[] => wordOf(makeCode(anyContent(random), sealer));
