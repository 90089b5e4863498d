import { keyIdOf } from "../../src/commands/seal.ts";
import { mayAsk, readTrust, rotated, writeTrust } from "../../src/commands/trust.ts";
import { assert, suite } from "../front-door/suite.ts";
import { anna, boris, keys, newSigner } from "./bench.ts";

const test = suite("commands/trust");
const eve = newSigner();
const rotation = (change: object) => ({ kind: "rotate_keys", add: [], remove: [], ...change }) as const;
const named = (read: ReturnType<typeof readTrust>) => ("keys" in read ? read.keys.map(({ name }) => name) : read.what);

test("a list comes back as it was written", () => {
  assert.equal(readTrust(writeTrust(keys)), { keys });
});

test("a key may be good for hints alone, and one that has no list of what it is good for is so for them too", () => {
  const list = { keys: [{ name: "fleet", key: boris.key, may: ["hint"] }] };
  const read = readTrust(JSON.stringify(list));
  const [fleet] = "keys" in read ? read.keys : [];
  assert.ok(fleet && mayAsk(fleet, "hint") && !mayAsk(fleet, "read_state"));
  assert.ok(mayAsk({ name: "anna", key: anna.key, may: [] }, "hint"));
});

test("what is no list of keys is refused, with why", () => {
  const entry = { name: "anna", key: anna.key };
  const wrong = [
    ["", /is not \{"keys"/],
    ["[]", /is not \{"keys"/],
    ['{"keys":[]}', /has 0 keys/],
    [JSON.stringify({ keys: Array.from({ length: 17 }, () => entry) }), /has 17 keys/],
    [JSON.stringify({ keys: [entry, entry] }), /twice/],
    [JSON.stringify({ keys: [entry, { ...entry, name: "anna2" }] }), /twice/],
    [JSON.stringify({ keys: [entry, { name: "b", key: "00" }] }), /number 2/],
    [JSON.stringify({ keys: [{ name: "a b", key: anna.key }] }), /number 1/],
    // An empty or a mistyped list of verbs must not mean all of them.
    [JSON.stringify({ keys: [{ ...entry, may: [] }] }), /number 1/],
    [JSON.stringify({ keys: [{ ...entry, may: ["reed_state"] }] }), /number 1/],
    [JSON.stringify({ keys: [{ ...entry, may: "all" }] }), /number 1/],
  ] as const;
  for (const [text, why] of wrong) {
    const read = readTrust(text);
    assert.match("what" in read ? read.what : "taken", why, text);
  }
});

test("a rotation adds, replaces by name and removes", () => {
  const added = rotated(keys, rotation({ add: [{ name: "eve", key: eve.key, may: ["bundle"] }] }));
  assert.equal(named(added), ["anna", "boris", "eve"]);
  assert.ok("keys" in added && !mayAsk(added.keys[2] ?? { name: "", key: "", may: [] }, "hold"));
  assert.equal(named(rotated(keys, rotation({ remove: [keyIdOf(boris.key)] }))), ["anna"]);
  const replaced = rotated(keys, rotation({ add: [{ name: "anna", key: eve.key, may: [] }] }));
  assert.equal("keys" in replaced && replaced.keys.find(({ name }) => name === "anna")?.key, eve.key);
});

test("nobody can lock everybody out", () => {
  assert.equal(rotated(keys, rotation({ remove: [keyIdOf(anna.key)] })), { what: "nobody_left" });
  assert.equal(rotated(keys, rotation({ remove: [keyIdOf(anna.key), keyIdOf(boris.key)] })), { what: "bad_list" });
  assert.equal(rotated(keys, rotation({ remove: [keyIdOf(eve.key)] })), { what: "unknown_key" });
  assert.equal(rotated(keys, rotation({ add: [{ name: "anna", key: eve.key, may: ["hold"] }] })), {
    what: "nobody_left",
  });
  assert.equal(rotated(keys, rotation({ add: [{ name: "two", key: anna.key, may: [] }] })), { what: "bad_list" });
});

test("a day on which a key ends is read where it is heeded, and refused where it is not", () => {
  const list = (until: unknown) => JSON.stringify({ keys: [{ name: "anna", key: "ab".repeat(32), until }] });
  const read = readTrust(list("2027-12-31"), true);
  assert.equal("keys" in read && read.keys[0]?.until, "2027-12-31");
  assert.ok("what" in readTrust(list("2027-12-31")));
  for (const until of ["2027-13-01", "31.12.2027", 2027, ""]) assert.ok("what" in readTrust(list(until), true));
});

test.run();
