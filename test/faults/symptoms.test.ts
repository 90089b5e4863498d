import { families } from "../../src/faults/families.ts";
import { catalogue } from "../../src/faults/index.ts";
import { symptoms } from "../../src/faults/symptoms.ts";
import { conditionTexts } from "../../src/faults/texts/conditions.ts";
import { handbookWords } from "../../src/handbook/words.ts";
import { rates } from "../../src/model/catalogue.ts";
import { languages } from "../../src/model/text.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what merchants say, and the words around faults");
const faults = Object.keys(catalogue.faults);

test("a symptom leads to faults and families that there are, and to more than one", () => {
  for (const { chinese, means } of symptoms) {
    const led = means.map((meant) =>
      faults.filter((id) => (meant.endsWith(".") ? id.startsWith(meant) : id === meant)),
    );
    assert.equal(
      means.filter((_, at) => led[at]?.length === 0),
      [],
      chinese[0],
    );
    assert.ok(new Set(led.flat()).size > 1, chinese[0]);
  }
});

test("every family of the catalogue has a title, and every title a family", () => {
  assert.equal(Object.keys(families).toSorted(), [...new Set(faults.map((id) => id.split(".")[0]))].toSorted());
});

test("every state has words in both languages, none of them twice", () => {
  assert.equal(Object.keys(conditionTexts).toSorted(), Object.keys(catalogue.conditions).toSorted());
  for (const language of languages) {
    const said = Object.values(conditionTexts).map((text) => text[language]);
    assert.is(new Set(said).size, said.length);
  }
});

test("rates in words are the rates of the engine", () => {
  const number = { common: [5, 1_000], occasional: [1, 1_000], rare: [3, 10_000], very_rare: [1, 10_000] } as const;
  for (const [rate, [few, many]] of Object.entries(number)) {
    assert.ok(Math.abs((Object.entries(rates).find(([name]) => name === rate)?.[1] ?? 0) - few / many) < 1e-9, rate);
    const said = Object.entries(handbookWords.en.rate).find(([name]) => name === rate)?.[1] ?? "";
    assert.match(said, `about ${few} of ${many.toLocaleString("en")} `, rate);
  }
});

test.run();
