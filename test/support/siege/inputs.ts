/** What no honest peer says on the local socket: one input at a time, from a seed, by kind. */
import type { Random } from "../../../src/base/random.ts";
import { planted, textForms } from "../card-data/forms.ts";
import { between, cardNumber, digitsOf, pick } from "../card-data/numbers.ts";

export interface Input {
  readonly kind: string;
  readonly bytes: Buffer;
  /** The server must end the connection because of it; nothing behind it is read. */
  readonly isLast: boolean;
}

type Make = (random: Random) => string | Buffer;

const frame = (type: unknown, data?: unknown): string => `${JSON.stringify({ type, data })}\f`;
const events = ["status", "diagnose", "subscribe", "observe", "tell", "alive"].map((name) => `posdiag.${name}`);
const forged = [
  "connect",
  "error",
  "close",
  "start",
  "data",
  "disconnect",
  "socket.disconnected",
  "destroy",
  "message",
  "*",
];
const inherited = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__", "_events_"];

/** The text of a number that JSON takes and nobody means. */
const numbers = [
  "1e309",
  "-1e309",
  "1e-400",
  "99999999999999999999999",
  "-0",
  "0.1e1",
  "1E+2",
  "123456789012",
  "4294967296",
];

const junk = (random: Random): Buffer =>
  Buffer.concat([
    Buffer.from(Array.from({ length: between(random, 1, 60) }, () => between(random, 0x0d, 0xff))),
    Buffer.from("\f"),
  ]);

export const kinds: Readonly<Record<string, Make>> = {
  "broken JSON": (random) =>
    `${pick(random, ['{"type":', '{"type":"posdiag.status",}', "{'type':1}", "[", '{"a":"', "\u0001"])}\f`,
  "no object": (random) => `${pick(random, ["null", "5", '"x"', "[]", "true", "", " ", "[[]]"])}\f`,
  "no type": (random) =>
    `${pick(random, ["{}", '{"type":123}', '{"type":null}', '{"type":{"toString":1}}', '{"type":[]}'])}\f`,
  "forged event": (random) => frame(pick(random, forged), { id: 1, message: "x" }),
  "name of everything's prototype": (random) => frame(pick(random, inherited), {}),
  "forged answer": (random) =>
    frame(pick(random, ["posdiag.answer", "posdiag.diagnosis", "posdiag.refusal"]), { request: 1 }),
  "unknown field": (random) => frame(pick(random, events), { request: 1, [`x${digitsOf(random, 4)}`]: 1 }),
  "data of another sort": (random) => frame(pick(random, events), pick(random, [[1], "text", 5, true, null])),
  "own __proto__": () => '{"type":"posdiag.diagnose","data":{"__proto__":{"lang":"en"},"constructor":1}}\f',
  "names twice": (random) =>
    `{"type":"posdiag.alive","type":"posdiag.observe","data":{"signal":"${cardNumber(random)}","signal":"txn.rc","value":"51"}}\f`,
  "deep brackets": (random) => {
    const depth = random() < 0.1 ? between(random, 1_000, 15_000) : between(random, 9, 1_000);
    const [open, close] = pick(random, [
      ["[", "]"],
      ['{"a":', "}"],
    ]);
    const text = `{"type":"posdiag.status","data":${open?.repeat(depth)}${open === "[" ? "" : "1"}${close?.repeat(depth)}}\f`;
    return text.length < 60_000 ? text : "{\f";
  },
  "long text": (random) =>
    frame("posdiag.observe", {
      signal: "txn.rc",
      value: "y".repeat(random() < 0.1 ? between(random, 8_000, 60_000) : between(random, 1_100, 4_000)),
    }),
  "many fields": (random) =>
    frame(
      "posdiag.tell",
      Object.fromEntries(Array.from({ length: between(random, 33, 900) }, (_, at) => [`k${at}`, at])),
    ),
  "half a character": () => '{"type":"posdiag.observe","data":{"signal":"txn.rc","value":"\\ud800"}}\f',
  "no UTF-8": (random) =>
    Buffer.concat([
      Buffer.from('{"type":"posdiag.observe","data":{"signal":"'),
      Buffer.from([0xff, 0xc0, 0xaf, between(random, 0x80, 0xff)]),
      Buffer.from('"}}\f'),
    ]),
  "zero bytes": (random) => `${"\0".repeat(between(random, 1, 40))}{"type":"posdiag.status\0"}\f`,
  "great numbers": (random) => `{"type":"posdiag.status","data":{"request":${pick(random, numbers)}}}\f`,
  "form feed inside": () => '{"type":"posdiag.observe","data":{"signal":"txn.rc","value":"5\f1"}}\f',
  "an id that is no text": (random) =>
    frame("posdiag.observe", { id: pick<unknown>(random, [{ toString: 1 }, [1], { a: { b: 1 } }]), signal: 1 }),
  "an unknown signal": (random) =>
    frame("posdiag.observe", { signal: pick(random, ["txn.pan", "__proto__", "", "txn"]), value: 1 }),
  "a value that does not fit": (random) =>
    frame("posdiag.observe", { signal: "txn.rc", value: pick(random, ["123", 51, true, "", "\u0000\u0000"]) }),
  "card data": (random) =>
    frame("posdiag.observe", { signal: "txn.rc", value: planted(random, pick(random, Object.values(textForms))) }),
  noise: (random) => junk(random),
};

/** Behind these nothing more is read. */
const endings: Readonly<Record<string, Make>> = {
  "a frame of 64 KB and more": (random) => frame("posdiag.status", { x: "z".repeat(between(random, 65_536, 200_000)) }),
  "no end at all": (random) => "x".repeat(between(random, 66_000, 400_000)),
};

/** Clean messages, as a peer sends that wants to be taken for a good one. */
const clean: Make = (random) => frame("posdiag.alive", { request: between(random, 1, 99) });

const all = Object.entries(kinds);

export function hostileInput(random: Random): Input {
  const [kind, make] = pick(random, all);
  return { kind, bytes: Buffer.from(make(random)), isLast: false };
}

/** What one connection says: so many inputs, now and then one that must end it; seldom a clean word first. */
export function hostileBatch(random: Random, length: number): readonly Input[] {
  const batch = Array.from({ length }, () => hostileInput(random));
  if (random() < 0.06) batch.unshift({ kind: "a clean word", bytes: Buffer.from(clean(random)), isLast: false });
  if (random() < 0.03) {
    const [kind, make] = pick(random, Object.entries(endings));
    batch.push({ kind, bytes: Buffer.from(make(random)), isLast: true });
  }
  return batch;
}
