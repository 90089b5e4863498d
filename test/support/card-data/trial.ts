/** Sends planted card data and harmless things through every way, and counts what leaves and what is refused for nothing. */
import { type Random, seededRandom } from "../../../src/base/random.ts";
import { planted, textForms, valueForms } from "./forms.ts";
import { lines, message, texts } from "./harmless.ts";
import { pick } from "./numbers.ts";
import { createWays, type Way, type Ways, wayNames, waysOfValues } from "./ways.ts";

export interface Count {
  /** How many were sent, by way. */
  readonly sent: Record<Way, number>;
  /** Planted ones that left, or harmless ones that did not. */
  readonly wrong: Record<Way, number>;
  /** The first few of those. */
  readonly examples: string[];
}

const none = (): Record<Way, number> => ({ door: 0, log: 0, record: 0, state: 0, answer: 0 });
const emptyCount = (): Count => ({ sent: none(), wrong: none(), examples: [] });

function note(count: Count, way: Way, { wrong, what }: { readonly wrong: boolean; readonly what: string }): void {
  count.sent[way] += 1;
  if (!wrong) return;
  count.wrong[way] += 1;
  if (count.examples.length < 10) count.examples.push(`${way}: ${what}`);
}

const digit = /\p{Nd}/gu;

/** Whether a text came out: all of it, or ten characters in a row of which eight are digits. */
export function carries(output: string | undefined, text: string): boolean {
  if (output === undefined) return false;
  if (output.includes(text)) return true;
  for (let at = 0; at + 10 <= text.length; at += 1) {
    const piece = text.slice(at, at + 10);
    if ((piece.match(digit)?.length ?? 0) >= 8 && output.includes(piece)) return true;
  }
  return false;
}

/** Two numbers side by side in the agent's own answers are two measured values; at the door and in the log they are not. */
const onlyThere: Readonly<Record<string, readonly Way[]>> = { "two number fields": ["door", "log"] };

function plantOne(random: Random, ways: Ways, count: Count): void {
  const isText = random() < 0.6;
  const [name, form] = pick(random, Object.entries(isText ? textForms : valueForms));
  const known = textForms[name];
  const value = known === undefined ? form(random) : planted(random, known);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  for (const way of isText ? wayNames : (onlyThere[name] ?? waysOfValues)) {
    const output = ways.send(way, value);
    const left = way === "door" ? output !== undefined : carries(output, text);
    note(count, way, { wrong: left, what: `${name}: ${text}` });
  }
}

export function plant(seed: number, times: number): Count {
  const [random, ways, count] = [seededRandom(seed), createWays(), emptyCount()];
  for (let time = 0; time < times; time += 1) plantOne(random, ways, count);
  return count;
}

/** Harmless: messages at the door; lines and texts in the log; texts in records, states and answers. */
export function pass(seed: number, times: number): Count {
  const [random, ways, count] = [seededRandom(seed), createWays(), emptyCount()];
  for (let time = 0; time < times; time += 1) {
    const said = message(random);
    note(count, "door", { wrong: ways.send("door", said.data) === undefined, what: JSON.stringify(said) });
    const line = time % 2 === 0 ? pick(random, lines)(random) : { said: pick(random, texts)(random) };
    note(count, "log", {
      wrong: ways.send("log", line)?.includes("log.withheld") !== false,
      what: JSON.stringify(line),
    });
    const text = pick(random, texts)(random);
    const before = ways.guard.refused();
    ways.send("state", text);
    ways.send("answer", text);
    const after = ways.guard.refused();
    note(count, "state", { wrong: after.state > before.state, what: text });
    note(count, "answer", { wrong: after.answer > before.answer, what: text });
    const isIdentifier = /^[!-~]{1,64}$/.test(text) && !/\d{12}/.test(text);
    if (isIdentifier) note(count, "record", { wrong: ways.send("record", text) === undefined, what: text });
  }
  return count;
}
