import { generateKeyPairSync } from "node:crypto";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { codeLength, makeCode, openCode, uriHead } from "../../src/last-resort/code.ts";
import { period } from "../../src/last-resort/content.ts";
import { faultNumbers } from "../../src/last-resort/fault-numbers.ts";
import { signNumbers } from "../../src/last-resort/sign-numbers.ts";
import { slipLines } from "../../src/last-resort/slip.ts";
import { assert, suite } from "../front-door/suite.ts";
import { anyContent, content, sealer, seeded, wordOf } from "./bench.ts";

const test = suite("codes", { timeoutMs: 60_000 });

test("a code is 28 characters in groups of four, and a QR code holds the same", () => {
  const { text, uri } = makeCode(content, sealer);
  assert.match(text, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.is(uri, uriHead + text.replaceAll("-", ""));
  assert.is(codeLength, 28);
});

test("every fault and every sign comes back as it went in", () => {
  for (const [at] of faultNumbers.entries()) {
    const said = { ...content, fault: at + 1 };
    assert.equal(openCode(wordOf(makeCode(said, sealer))).content, said);
  }
  for (const [at] of signNumbers.entries()) {
    const said = { ...content, evidence: [at + 1, 1, 2].slice(0, 1 + (at % 3)) };
    assert.equal(openCode(wordOf(makeCode(said, sealer))).content, said);
  }
});

test("whatever is said comes back: 5,000 contents by chance", () => {
  const random = seeded(1);
  for (let round = 0; round < 5_000; round += 1) {
    const said = anyContent(random);
    const { content: back, version } = openCode(wordOf(makeCode(said, sealer)));
    // What the guard would refuse is dated a minute earlier.
    const { minutes } = back;
    const earlier = (said.minutes - minutes + period) % period;
    assert.ok(earlier < 16, `${earlier}`);
    assert.equal({ ...back, minutes: 0, version }, { ...said, minutes: 0, version: 1 });
  }
});

test("no code looks like card data, to our guard or to a rule of thumb", () => {
  const guard = createCardDataGuard();
  const random = seeded(2);
  for (let round = 0; round < 5_000; round += 1) {
    const { text, uri } = makeCode(anyContent(random), sealer);
    assert.ok(guard.passes("answer", { code: { text, uri, lines: slipLines(text, "en") } }), text);
    assert.not.match(text.replaceAll("-", ""), /\d{12}/);
  }
});

test("with a signature behind it neither does, and it is all alphanumeric for a QR code", () => {
  const guard = createCardDataGuard();
  const random = seeded(5);
  const { privateKey } = generateKeyPairSync("ed25519");
  for (let round = 0; round < 500; round += 1) {
    const { uri } = makeCode(anyContent(random), { ...sealer, signingKey: privateKey });
    assert.match(uri, /^POSDIAG:[0-9A-Z]{28}\.[0-9A-Z]{103}$/);
    assert.ok(guard.passes("answer", { code: { uri } }), uri);
  }
});

test("a code that the guard refuses is made anew, a minute earlier", () => {
  // Found by trial among 400,000 minutes.
  const minutes = [142_629, 384_348, 386_122, 491_265];
  const made = minutes.map((each) => openCode(wordOf(makeCode({ ...content, minutes: each }, sealer))).content.minutes);
  const moved = minutes.map((each, at) => each - (made[at] ?? 0));
  assert.ok(moved.every((by) => by >= 0 && by < 16) && moved.includes(1), moved.join());
});

test("minutes after the start may be none", () => {
  const { content: back } = openCode(wordOf(makeCode({ ...content, clock: 0, minutes: 0 }, sealer)));
  assert.is(back.minutes, 0);
});

test("what does not fit its field is a bug", () => {
  assert.throws(() => makeCode({ ...content, fault: 512 }, sealer), /fault of a code is 512/);
  assert.throws(() => makeCode({ ...content, age: -1 }, sealer), /age of a code/);
});

test.run();
