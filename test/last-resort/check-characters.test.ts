import {
  isRight,
  type Mistake,
  missingIn,
  mistakeIn,
  pairsIn,
  surplusIn,
  withChecks,
} from "../../src/last-resort/check-characters.ts";
import { assert, suite } from "../front-door/suite.ts";
import { anyWord, seeded, upTo } from "./bench.ts";

const test = suite("check characters of a code", { timeoutMs: 30_000 });
const words = Array.from({ length: 12 }, (_, seed) => anyWord(seeded(seed)));

const isOf = (mistake: Mistake | undefined, kind: Mistake["kind"], word: readonly number[]) =>
  mistake?.kind === kind && mistake.word.join() === word.join();

test("every wrong character is found, and which it is", () => {
  for (const word of words) {
    assert.ok(isRight(word));
    const tried = word.flatMap((symbol, at) =>
      Array.from({ length: 31 }, (_, change) => ({ at, heard: word.with(at, symbol ^ (change + 1)) })),
    );
    assert.is(tried.length, 28 * 31);
    const missed = tried.filter(({ at, heard }) => {
      const mistake = mistakeIn(heard);
      return isRight(heard) || !isOf(mistake, "wrong", word) || mistake?.places[0] !== at;
    });
    assert.is(missed.length, 0);
  }
});

test("every two neighbours that changed places are found", () => {
  for (const word of words) {
    for (const [at, symbol] of word.slice(0, -1).entries()) {
      const next = word[at + 1] ?? 0;
      if (next === symbol) continue;
      const heard = word.with(at, next).with(at + 1, symbol);
      assert.not(isRight(heard));
      assert.ok(isOf(mistakeIn(heard), "swapped", word) && mistakeIn(heard)?.places[0] === at, `${word} at ${at}`);
    }
  }
});

test("any two wrong characters are found, and among the repairs offered is the right one", () => {
  const random = seeded(40);
  for (let round = 0; round < 60; round += 1) {
    const word = words[round % words.length] ?? [];
    const [first, second] = [upTo(random, 14), 14 + upTo(random, 14)];
    const heard = word.with(first, (word[first] ?? 0) ^ (1 + upTo(random, 31))).with(second, (word[second] ?? 0) ^ 1);
    assert.not(isRight(heard));
    assert.is.not(mistakeIn(heard)?.kind, "wrong", "two mistakes are never taken for one");
    const fits = pairsIn(heard).filter((pair) => pair.word.join() === word.join());
    assert.equal(
      fits.map(({ places }) => places),
      [[first, second]],
    );
  }
});

test("any three wrong characters are found", () => {
  const random = seeded(41);
  for (let round = 0; round < 5_000; round += 1) {
    const word = words[round % words.length] ?? [];
    const start = upTo(random, 26);
    const heard = [0, 1, 2].reduce(
      (changed, step) => changed.with(start + step, (word[start + step] ?? 0) ^ (1 + upTo(random, 31))),
      word,
    );
    assert.not(isRight(heard));
  }
});

test("a character left out or said twice is found; where two words would fit, none is made up", () => {
  let [found, silent] = [0, 0];
  const count = (mistake: Mistake | undefined, kind: Mistake["kind"], word: readonly number[]) => {
    if (mistake === undefined) silent += 1;
    else found += Number(isOf(mistake, kind, word));
  };
  for (const word of words.slice(0, 4)) {
    for (const at of word.keys()) {
      count(missingIn(word.toSpliced(at, 1)), "missing", word);
      count(surplusIn(word.toSpliced(at, 0, word[at] ?? 0)), "surplus", word);
    }
  }
  assert.is(found + silent, 4 * 28 * 2, "what was found was the right word");
  assert.ok(silent < 20, `${silent} of 224 not told`);
});

test("more characters than the field has places for are a bug", () => {
  assert.throws(() => withChecks(Array.from({ length: 29 }, () => 0)), /too many/);
});

test.run();
