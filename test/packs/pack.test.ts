import { readPack, writePack } from "../../src/packs/pack.ts";
import { assert, suite } from "../front-door/suite.ts";
import { packOf } from "./bench.ts";

const test = suite("packs/pack");

/** What is wrong with a pack in which some members are others. */
function wrong(change: Readonly<Record<string, unknown>>): string {
  const read = readPack(JSON.stringify({ ...JSON.parse(writePack(packOf(12))), ...change }));
  return "what" in read ? read.what : "";
}

test("what is written is read", () => {
  const pack = packOf(12, { meant: { agent_from: "0.1.0", tenant: ["acme"] } });
  assert.equal(readPack(writePack(pack)), { pack });
});

test("the version is a whole number with an end, the name has no digits, the day is one", () => {
  for (const version of [0, -1, 1.5, 2_147_483_648, "12", null]) assert.match(wrong({ version }), /no version/);
  assert.is(wrong({ version: 2_147_483_647 }), "");
  for (const name of ["", "Acme", "acme2", "-acme", "a".repeat(33), 7]) assert.match(wrong({ name }), /no name/);
  for (const made of ["27.11.2026", 20261127]) assert.match(wrong({ made }), /no day/);
});

test("what this version does not know is refused, wherever it stands", () => {
  assert.match(wrong({ script: "rm" }), /"script"/);
  assert.match(wrong({ for: { country: ["de"] } }), /"country"/);
  assert.match(wrong({ contents: { codes: "{}", code: "x" } }), /"code"/);
  assert.match(wrong({ contents: {} }), /holds none of/);
  assert.match(wrong({ contents: { codes: { "51": "other" } } }), /not given as a text/);
  assert.match(wrong({ for: [] }), /no object/);
});

test("whom it is for must be said so that it can be understood", () => {
  assert.match(wrong({ for: { agent_from: "1" } }), /agent_from/);
  assert.match(wrong({ for: { tenant: "acme" } }), /for\.tenant/);
  assert.match(wrong({ for: { tenant: [] } }), /for\.tenant/);
  assert.match(wrong({ for: { region: ["a b"] } }), /for\.region/);
});

test("no text is none", () => {
  for (const text of ["", "null", "[]", "{", '"x"']) assert.ok("what" in readPack(text), text);
});

test.run();
