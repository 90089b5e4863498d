import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { grouped } from "../../src/last-resort/alphabet.ts";
import { withChecks } from "../../src/last-resort/check-characters.ts";
import { makeCode } from "../../src/last-resort/code.ts";
import { period } from "../../src/last-resort/content.ts";
import { type Heard, hear } from "../../src/last-resort/reading.ts";
import { openKey } from "../../src/last-resort/seal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { anyContent, content, key, nowMinutes, nowMs, other, sealer, seeded, terminal, upTo, wordOf } from "./bench.ts";

const test = suite("codes as they are heard", { timeoutMs: 60_000 });
const ring = { keys: [sealer], said: undefined, nowMs };
const none = { keys: [], said: undefined, nowMs };
const code = makeCode(content, sealer);
const word = wordOf(code);

function told(heard: Heard): Extract<Heard, { kind: "told" }> {
  if (heard.kind !== "told") throw new Error(JSON.stringify(heard));
  return heard;
}

test("a code is read as it was made, and by whom", () => {
  const heard = told(hear(code.text, ring));
  assert.equal(
    [heard.authenticity, heard.terminal, heard.content, heard.mistake],
    ["authentic", terminal, content, undefined],
  );
});

test("capitals, spaces, dashes, full-width characters, O, I, L, U and the head of the QR code do not matter", () => {
  const typed = code.text.toLowerCase().replaceAll("-", "  ").replaceAll("0", "o").replaceAll("v", "u");
  const full = code.text.replace(/[0-9A-Z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
  const ones = [code.text.replaceAll("1", "l"), code.text.replaceAll("1", "I")];
  for (const text of [typed, full, ...ones, code.uri, code.uri.toLowerCase(), ` ${code.text}\n`]) {
    assert.is(told(hear(text, ring)).text, code.text, text);
  }
});

test("without a key nothing is claimed; with the wrong one it is refused", () => {
  assert.equal(
    [told(hear(code.text, none)).authenticity, told(hear(code.text, none)).terminal],
    ["unchecked", undefined],
  );
  const wrongKey = { terminal, key: new Uint8Array(32).fill(2) };
  assert.is(told(hear(code.text, { ...ring, keys: [wrongKey] })).authenticity, "refused");
  assert.is(told(hear(code.text, { ...ring, keys: [{ terminal: other, key }] })).authenticity, "refused");
});

test("of a thousand keys the right one is found, and says which terminal it is", () => {
  const keys = Array.from({ length: 1_000 }, (_, at) => ({
    terminal: { tenant: "acme", serial: `PX7-${10_000 + at}` },
    key: new Uint8Array(32).fill(at % 251),
  }));
  const heard = told(hear(code.text, { ...ring, keys: [...keys, sealer] }));
  assert.equal([heard.authenticity, heard.terminal], ["authentic", terminal]);
});

test("a terminal without a key proves nothing, even when it is the one that it is said to be", () => {
  const open = makeCode(content, { terminal, key: openKey });
  assert.is(told(hear(open.text, { ...none, said: terminal })).authenticity, "open");
  assert.is(told(hear(open.text, { ...ring, said: terminal })).authenticity, "open");
  assert.is(told(hear(open.text, { ...none, said: other })).authenticity, "unchecked");
  assert.is(told(hear(open.text, ring)).authenticity, "refused");
});

test("whatever is changed so that the check characters fit again is refused: 20,000 forgeries", () => {
  const random = seeded(7);
  for (let round = 0; round < 20_000; round += 1) {
    const body = word.slice(0, 25);
    const changes = 1 + upTo(random, 4);
    // The first character holds the version.
    const forged = Array.from({ length: changes }).reduce<readonly number[]>(
      (changed) => changed.with(1 + upTo(random, 24), upTo(random, 32)),
      body,
    );
    if (forged.join() === body.join()) continue;
    assert.is(told(hear(grouped(withChecks(forged)), ring)).authenticity, "refused");
  }
});

test("one wrong character, and two that changed places, are named and put right", () => {
  const wrong = told(hear(grouped(word.with(9, (word[9] ?? 0) ^ 5)), ring));
  assert.equal([wrong.mistake?.kind, wrong.mistake?.places, wrong.text], ["wrong", [9], code.text]);
  assert.is(wrong.authenticity, "authentic");
  const at = word.findIndex((symbol, place) => symbol !== word[place + 1]);
  const swapped = word.with(at, word[at + 1] ?? 0).with(at + 1, word[at] ?? 0);
  assert.equal(told(hear(grouped(swapped), none)).mistake?.kind, "swapped");
});

test("two wrong characters are put right where a key tells the one repair from the others", () => {
  const heard = grouped(word.with(4, (word[4] ?? 0) ^ 9).with(20, (word[20] ?? 0) ^ 3));
  assert.equal(hear(heard, none), { kind: "misread" });
  const right = told(hear(heard, ring));
  assert.equal([right.text, right.authenticity, right.mistake?.places], [code.text, "authentic", [4, 20]]);
});

test("a character too few or too many is told; other lengths and strangers too", () => {
  assert.is(told(hear(grouped(word.toSpliced(5, 1)), ring)).mistake?.kind, "missing");
  assert.is(told(hear(grouped(word.toSpliced(5, 0, 30)), ring)).mistake?.kind, "surplus");
  assert.equal(hear("", ring), { kind: "length", count: 0 });
  assert.equal(hear(code.text.slice(0, 19), ring), { kind: "length", count: 16 });
  assert.equal(hear("64Q2-H*3Z", ring), { kind: "stranger", character: "*", at: 5 });
  assert.equal(hear("收款失败", ring), { kind: "stranger", character: "收", at: 0 });
});

test("a code of a version to come is told as such", () => {
  // The version is the three highest bits.
  const later = withChecks([((word[0] ?? 0) & 3) | (2 << 2), ...word.slice(1, 25)]);
  assert.equal(hear(grouped(later), ring), { kind: "version", version: 2 });
});

test("noise is never authentic, and hardly ever a code: 4,000 words by chance", () => {
  const random = seeded(9);
  let readable = 0;
  for (let round = 0; round < 4_000; round += 1) {
    const heard = hear(grouped(Array.from({ length: 28 }, () => upTo(random, 32))), none);
    if (heard.kind === "told") readable += 1;
  }
  assert.ok(readable < 200, `${readable}`);
});

test("the seal tells the year of which the code has only the lowest bits", () => {
  for (const minutes of [0, nowMinutes, nowMinutes + period, nowMinutes + 9 * period]) {
    const { text } = makeCode({ ...content, minutes }, sealer);
    assert.is(told(hear(text, ring)).content.minutes, minutes);
  }
  const old = makeCode({ ...content, minutes: nowMinutes - 1 }, sealer);
  assert.is(told(hear(old.text, none)).content.minutes, nowMinutes - 1, "unproved: the newest that is not to come");
  assert.is(
    told(hear(old.text, { ...none, nowMs: nowMs + 800 * 86_400_000 })).content.minutes,
    nowMinutes - 1 + period,
  );
});

test("a signature behind the code of a QR code proves it without a secret", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const stranger = generateKeyPairSync("ed25519").publicKey;
  const { uri, text } = makeCode(content, { ...sealer, signingKey: privateKey });
  const public_ = (each: KeyObject, of = terminal) => ({
    ...none,
    said: of,
    publicKeys: [{ key: each, terminals: [of] }],
  });
  const right = told(hear(uri, public_(publicKey)));
  assert.equal([right.authenticity, right.terminal, right.content], ["authentic", terminal, content]);
  assert.is(told(hear(uri.toLowerCase(), ring)).authenticity, "authentic", "by the seal as well");
  assert.is(told(hear(uri, none)).authenticity, "unchecked");
  assert.is(told(hear(text, public_(publicKey))).authenticity, "unchecked", "what is read out has no signature");
  for (const forged of [
    hear(uri, public_(stranger)),
    hear(uri, public_(publicKey, other)),
    hear(`${uri.slice(0, -9)}${uri.at(-9) === "A" ? "B" : "A"}${uri.slice(-8)}`, public_(publicKey)),
    hear(uri.slice(0, -1), public_(publicKey)),
    hear(`${uri.slice(0, 37)}!`, public_(publicKey)),
    hear(uri.replace(/:.{28}/, makeCode({ ...content, fault: 4 }, sealer).uri.slice(7)), public_(publicKey)),
  ]) {
    assert.is.not(told(forged).authenticity, "authentic");
  }
  const open = makeCode(content, { terminal, key: openKey, signingKey: generateKeyPairSync("ed25519").privateKey });
  assert.is(
    told(hear(open.uri, public_(publicKey))).authenticity,
    "refused",
    "a signature that fits no key is worse than none",
  );
});

test("contents by chance are heard with a slip each, 300 times", () => {
  const random = seeded(11);
  for (let round = 0; round < 300; round += 1) {
    const made = makeCode(anyContent(random), sealer);
    const right = wordOf(made);
    const at = upTo(random, 28);
    const heard = told(hear(grouped(right.with(at, (right[at] ?? 0) ^ (1 + upTo(random, 31)))), ring));
    assert.equal([heard.text, heard.authenticity, heard.mistake?.places], [made.text, "authentic", [at]]);
  }
});

test.run();
