import { decodeEntries, type Entry, encodeEntries, mostBytes, mostEntries } from "../../src/commands/entry.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("commands/entry");

const entry: Entry = {
  ...{ id: "a".repeat(32), verb: "bundle", who: "w".repeat(64), key: "0123456789abcdef" },
  ...{ issuedS: 1_795_000_000, deadlineS: 1_795_000_060, state: "succeeded", reason: "", told: true },
  result: { bytes: 262_144, sha256: "b".repeat(64) },
};
const text = encodeEntries({ floorS: 7, entries: [entry, { ...entry, state: "accepted", result: undefined }] });

test("comes back as it was", () => {
  assert.equal(decodeEntries(text), {
    floorS: 7,
    entries: [entry, { ...entry, state: "accepted", result: undefined }],
  });
});

test("any other character in it is noticed", () => {
  for (let at = 0; at < text.length - 1; at += 1) {
    const changed = `${text.slice(0, at)}${text[at] === "0" ? "1" : "0"}${text.slice(at + 1)}`;
    assert.is(decodeEntries(changed), undefined, changed);
  }
  for (let length = 0; length < text.length - 1; length += 7)
    assert.is(decodeEntries(text.slice(0, length)), undefined);
});

test("as many as are remembered fit the file", () => {
  const full = encodeEntries({ floorS: 1, entries: Array.from({ length: mostEntries + 1 }, () => entry) });
  assert.ok(full.length < mostBytes, `${full.length} bytes`);
});

test.run();
