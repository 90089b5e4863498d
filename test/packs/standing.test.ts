import {
  decodeStanding,
  encodeStanding,
  type Held,
  judge,
  noPacks,
  passed,
  type Standing,
  started,
  stopped,
  taken,
  wentBack,
} from "../../src/packs/standing.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("packs/standing");

const held = (version: number, letter = "a"): Held => ({
  print: letter.repeat(32),
  label: `acme-${version}`,
  version,
});

const good = (version: number, letter: string, from: Standing = noPacks) =>
  passed(started(taken(from, held(version, letter))));

test("versions only go up, and a version means the same bytes for ever", () => {
  const standing = good(12, "a");
  assert.is(judge(standing, held(12, "a")), "there");
  assert.is(judge(standing, held(12, "b")), "older");
  assert.is(judge(standing, held(11, "b")), "older");
  assert.is(judge(standing, held(13, "b")), "new");
});

test("two starts that did not end in good order, and the third goes back; the highest version stays", () => {
  const once = started(taken(good(11, "a"), held(12, "b")));
  const twice = started(once);
  assert.equal([once.trial?.starts, twice.trial?.starts], [1, 2]);
  const third = started(twice);
  assert.equal([third.trial, third.current?.label, third.floor], [undefined, "acme-11", 12]);
  assert.equal(
    third.givenUp.map(({ label, why }) => [label, why]),
    [["acme-12", "did_not_live"]],
  );
  assert.is(judge(third, held(12, "b")), "given_up");
});

test("who is switched off in good order has not failed, however often", () => {
  let standing = taken(good(11, "a"), held(12, "b"));
  for (let evening = 0; evening < 9; evening += 1) standing = stopped(started(standing));
  assert.equal([standing.trial?.label, standing.trial?.starts], ["acme-12", 0]);
});

test("what passes its trial counts, and the one before it is kept, one of them", () => {
  const standing = good(13, "c", good(12, "b", good(11, "a")));
  assert.equal([standing.current?.label, standing.before?.label, standing.trial], ["acme-13", "acme-12", undefined]);
});

test("somebody goes back step by step, to nothing at last", () => {
  const onTrial = started(taken(good(12, "b", good(11, "a")), held(13, "c")));
  const one = wentBack(onTrial);
  const two = one && wentBack(one);
  const three = two && wentBack(two);
  assert.equal([one?.current?.label, two?.current?.label, three?.current], ["acme-12", "acme-11", undefined]);
  assert.is(three && wentBack(three), undefined);
  assert.is(three?.floor, 13);
});

test("what was given up is remembered, the newest eight of it", () => {
  let standing: Standing = noPacks;
  for (let version = 1; version <= 12; version += 1) {
    const letter = "abcdefghijklmnop"[version] ?? "a";
    standing = started(started(started(taken(standing, held(version, letter)))));
  }
  assert.equal(
    standing.givenUp.map(({ version }) => version),
    [5, 6, 7, 8, 9, 10, 11, 12],
  );
});

test("what is written is read; what was changed is not", () => {
  const standing = started(started(started(taken(good(11, "a"), held(12, "b")))));
  const onTrial = taken(standing, held(13, "c"));
  assert.equal(decodeStanding(encodeStanding(onTrial)), onTrial);
  assert.equal(decodeStanding(encodeStanding(noPacks)), noPacks);
  const text = encodeStanding(onTrial);
  for (let at = 0; at < text.length - 1; at += 1) {
    const bent = `${text.slice(0, at)}${text[at] === "7" ? "8" : "7"}${text.slice(at + 1)}`;
    assert.is(decodeStanding(bent), undefined, bent);
    assert.is(decodeStanding(text.slice(0, at)), undefined);
  }
});

test.run();
