import { identityParts, type ProfileMatch } from "../../../src/modem/profile.ts";
import { profiles } from "../../../src/modem/profiles/index.ts";
import { quirks } from "../../../src/modem/quirk-table.ts";
import { readPattern } from "../../../src/packs/modems/pattern.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("packs/modems/pattern");

test("nearly every pattern of our own tables could stand in a pack", () => {
  const rules: readonly ProfileMatch[] = [...profiles.flatMap(({ match }) => match), ...quirks];
  const texts = rules.flatMap((rule) => identityParts.flatMap((part) => rule[part]?.source ?? []));
  const refused = [...new Set(texts)].filter((text) => "what" in readPattern(text));
  // Digits are written one by one there.
  assert.equal(refused.toSorted(), ["^R[MG]\\d{3}U", "^S[LR]M\\d{3}"]);
});

test("it fits without case, and where it says", () => {
  const read = readPattern("^(EC2[015]|EG(25|91))");
  if ("what" in read) throw new Error(read.what);
  assert.equal([read.pattern.test("ec25"), read.pattern.test("xEC25"), read.pattern.test("EG91")], [true, false, true]);
});

test("what can take long, or is more than a pack may, is refused", () => {
  for (const text of [
    ...["(a+)+$", "(a|b)*", "(a?)+", "a**", "a+?", "^+", "(?:a)", "(?=a)", "(?<x>a)", "\\1", "\\k<x>", "\\u0041"],
    ...["a{2,9}", ".*.*.*", "a?a?a?a?a?", "(a)(b)(c)", "[a", "(a", "a)", "[]", "", "x".repeat(121), "é", "a\nb"],
    "a|".repeat(25),
  ]) {
    assert.ok("what" in readPattern(text), JSON.stringify(text));
  }
});

test.run();
