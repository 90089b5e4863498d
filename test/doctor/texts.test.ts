import { createChecks } from "../../src/doctor/checks.ts";
import { filled, type Said } from "../../src/doctor/text.ts";
import { common } from "../../src/doctor/texts/common.ts";
import { checkIds, checkTexts, saidOf } from "../../src/doctor/texts.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("the doctor's texts");

const all: readonly (readonly [string, Said])[] = [
  ...checkIds.flatMap((id) => {
    const said: Readonly<Record<string, Said>> = checkTexts[id]().said;
    return Object.entries(said).map(([reason, each]) => [`${id}.${reason}`, each] as const);
  }),
  ...Object.entries(common()),
];

const names = (sentences: readonly (string | undefined)[]) =>
  [...new Set(sentences.join(" ").match(/\{\w+\}/g) ?? [])].toSorted();

test("there are texts for the checks there are, in their order", () => {
  assert.equal(
    createChecks().map(({ id }) => id),
    [...checkIds],
  );
});

test("what warns or fails says what to do, in both languages", () => {
  for (const [reason, said] of all) {
    if (said.is !== "warn" && said.is !== "fail") continue;
    assert.ok(said.en[1], `${reason} in English`);
    assert.ok(said["zh-CN"][1], `${reason} in Chinese`);
  }
});

test("both languages tell the same figures, and Chinese is Chinese", () => {
  for (const [reason, { en, "zh-CN": chinese }] of all) {
    assert.equal(names(chinese), names(en), reason);
    assert.match(chinese[0], /[\u4e00-\u9fff]|Node/, reason);
  }
});

test("a value that nobody gave stays to be seen; an unknown reason is a bug", () => {
  assert.is(filled("{a} of {b}", { a: 1 }), "1 of {b}");
  assert.throws(() => saidOf("node", "nonsense"), /no text/);
});

test.run();
