/**
 * Lines, fields and replies under inputs nobody meant. What must hold: nothing throws, a line is never longer than the
 * reader allows, and what is called a measurement is one.
 */

import { transcriptFacts } from "../../src/at/facts/index.ts";
import { fieldsOf, prefixOf } from "../../src/at/fields.ts";
import { trafficParsers } from "../../src/at/parse/counters.ts";
import { temperatureParsers, voltageParsers } from "../../src/at/parse/health.ts";
import { radioParsers } from "../../src/at/parse/quality.ts";
import { parseUrc } from "../../src/at/urc.ts";
import { seededRandom } from "../../src/base/random.ts";
import { LineReader } from "../../src/modem/line-reader.ts";
import { bent, pick, randomBytes } from "./bend.ts";
import { loadSamples, type Sample } from "./corpus.ts";

export interface Fuzzed {
  readonly inputs: number;
  /** Of the inputs, the replies. */
  readonly replies: number;
  readonly lines: number;
  /** Numbers that came out of parsers. */
  readonly numbers: number;
}

const longestLine = 4_096;
const parsers = [radioParsers, temperatureParsers, voltageParsers, trafficParsers].flatMap((table) =>
  Object.values<(info: readonly string[]) => unknown>(table),
);
/** Outside of these no sensor and no radio is. */
const limits: Readonly<Record<string, readonly [number, number]>> = { _dbm: [-160, 0], _db: [-60, 60] };

const everything = [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;

class AtFuzz {
  readonly #random;
  readonly #samples = loadSamples();
  readonly #reader = new LineReader();
  #replies = 0;
  #lines = 0;
  #numbers = 0;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.#reader.on("data", (line: string) => this.#onLine(line));
  }

  get counts(): Omit<Fuzzed, "inputs"> {
    return { replies: this.#replies, lines: this.#lines, numbers: this.#numbers };
  }

  /** One input: bytes for the reader, or a bent reply for everything behind it. */
  step(): void {
    if (pick(this.#random, 3) === 0) this.#reader.write(randomBytes(this.#random));
    else this.reply(bent(this.#samples, this.#random));
  }

  reply({ command, reply }: Sample): void {
    this.#replies += 1;
    this.#check(transcriptFacts({ command, context: command === null ? "urc" : "read", reply }));
    const info = reply.split(/[\r\n]+/).filter((line) => line !== "");
    this.#lines += info.length;
    for (const line of info) parseUrc(line);
    const parse = parsers[pick(this.#random, parsers.length)];
    if (parse) this.#check({ value: parse(info) });
  }

  #onLine(line: string): void {
    this.#lines += 1;
    if (line.length > longestLine) throw new Error(`a line of ${line.length} characters`);
    parseUrc(line);
    fieldsOf(line, prefixOf(line) ?? "");
  }

  #check(facts: object): void {
    for (const [key, value] of Object.entries(facts)) {
      if (typeof value === "object" && value !== null) this.#check(value);
      if (typeof value !== "number") continue;
      this.#numbers += 1;
      const [, [least, most]] = Object.entries(limits).find(([end]) => key.endsWith(end)) ?? ["", everything];
      if (!(value >= least && value <= most)) throw new Error(`${key} is ${value}`);
    }
  }
}

/** Every reply once, as it was recorded: what the bent ones are compared with. */
export function readStraight(): Fuzzed {
  const fuzz = new AtFuzz(1);
  const samples = loadSamples();
  for (const sample of samples) fuzz.reply(sample);
  return { inputs: samples.length, ...fuzz.counts };
}

/** Runs so many inputs; throws with the input's number when something does not hold. */
export function fuzzAt(seed: number, inputs: number): Fuzzed {
  const fuzz = new AtFuzz(seed);
  for (let done = 0; done < inputs; done += 1) {
    try {
      fuzz.step();
    } catch (error) {
      throw new Error(`seed ${seed}, input ${done}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }
  return { inputs, ...fuzz.counts };
}
