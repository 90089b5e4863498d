/** Inputs nobody meant: bytes at random, and transcripts bent in the ways in which serial lines and firmware bend them. */
import type { Random } from "../../src/base/random.ts";
import type { Sample } from "./corpus.ts";

const inserts = [
  ",",
  '"',
  "(",
  ")",
  ":",
  "\r",
  "\n",
  "\r\n",
  "+",
  "-",
  "0",
  "FFFF",
  "-32768",
  "255",
  "\u0000",
  "\u00ff",
  "\x1b",
  ">",
];
const longest = 96;

export function pick(random: Random, count: number): number {
  return Math.floor(random() * count);
}

function chosen<T>(random: Random, items: readonly T[]): T | undefined {
  return items[pick(random, items.length)];
}

export function randomBytes(random: Random): Buffer {
  return Buffer.from(Array.from({ length: 1 + pick(random, longest) }, () => pick(random, 256)));
}

function bentOnce(text: string, random: Random): string {
  const at = pick(random, text.length + 1);
  switch (pick(random, 6)) {
    case 0: // something is added
      return text.slice(0, at) + (chosen(random, inserts) ?? "") + text.slice(at);
    case 1: // some bytes are lost
      return text.slice(0, at) + text.slice(at + 1 + pick(random, 4));
    case 2: // a byte is another
      return text.slice(0, at) + String.fromCharCode(pick(random, 256)) + text.slice(at + 1);
    case 3: // the end is missing
      return text.slice(0, at);
    case 4: // a part comes twice
      return text.slice(0, at) + text.slice(Math.max(0, at - 8));
    default: // a number is another
      return text.replace(/\d+/, () => String(pick(random, 2) === 0 ? -pick(random, 40_000) : pick(random, 2 ** 40)));
  }
}

/** A reply bent up to four times, in answer to its own command or to another's. */
export function bent(samples: readonly Sample[], random: Random): Sample {
  const sample = chosen(random, samples) ?? { command: null, reply: "" };
  let { reply } = sample;
  for (let times = pick(random, 5); times > 0; times -= 1) reply = bentOnce(reply, random);
  const command = pick(random, 8) === 0 ? (chosen(random, samples)?.command ?? null) : sample.command;
  return { command, reply };
}
