import { existsSync } from "node:fs";
import { doubts, gives } from "../../src/faults/doubtful-advice.ts";
import { catalogue } from "../../src/faults/index.ts";
import { measures } from "../../src/faults/prevention.ts";
import { leftOut, procedures, proceduresOf } from "../../src/faults/procedures.ts";
import { guards } from "../../src/faults/remedies/guards.ts";
import type { BothLanguages } from "../../src/faults/remedies/words.ts";
import { remedies } from "../../src/faults/remedies.ts";
import { languages } from "../../src/model/text.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("prevention and procedures of the merchants' guides");

const prohibits = /\b(not|never|nobody)\b|不要/i;

test("all fourteen measures are there, and each names only faults and documents that there are", () => {
  assert.is(new Set(measures.map(({ id }) => id)).size, 14);
  for (const { id, faults, documents } of measures) {
    assert.equal(
      faults.filter((fault) => !(fault in catalogue.faults)),
      [],
      id,
    );
    assert.equal(
      documents.filter((name) => !existsSync(new URL(`../../docs/${name}`, import.meta.url))),
      [],
      id,
    );
  }
});

test("a measure for which the agent does nothing says so, and only such a one", () => {
  const idle = measures.filter((each) => each.signals.length + each.faults.length + each.documents.length === 0);
  assert.equal(
    idle.map(({ id }) => id),
    ["card_management", "contact"],
  );
  for (const { agent } of idle) assert.equal(agent, { en: "Nothing on the terminal.", "zh-CN": "终端无法协助。" });
});

test("the guides' thirteen procedures are there, or left out with a reason, and stand with faults that there are", () => {
  assert.is(new Set(procedures.map(({ id }) => id)).size + leftOut.length, 13);
  for (const { id, faults } of procedures) {
    assert.ok(faults.length > 0, id);
    assert.equal(
      faults.filter((fault) => !(fault in catalogue.faults)),
      [],
      id,
    );
  }
  assert.ok(proceduresOf("txn.approved_not_printed").some(({ id }) => id === "approved_no_slip"));
});

test("no step gives advice that must never be given", () => {
  const harmful = procedures.flatMap(({ id, faults: [fault = ""], steps }) =>
    steps.flatMap((step) =>
      languages.flatMap((language) => {
        const said = { fault, language, sentence: step[language] };
        const wrong =
          !prohibits.test(said.sentence) && doubts.some((doubt) => doubt.in.includes("do") && gives(doubt, said));
        return wrong ? [`${id}: ${said.sentence}`] : [];
      }),
    ),
  );
  assert.equal(harmful, []);
});

test("what the guides do wrongly about money and SIM cards is put right, and says why", () => {
  const corrected = procedures.flatMap(({ corrected: put }) => put?.advice ?? []);
  assert.equal([...new Set(corrected)].toSorted(), [1, 2, 3, 5, 7]);
  const steps = (id: string) =>
    procedures
      .find((each) => each.id === id)
      ?.steps.map(({ en }) => en)
      .join(" ") ?? "";
  assert.match(steps("approved_no_slip"), "REPRINT");
  assert.match(steps("reversal_met"), /^Look up the result/);
  assert.match(steps("mobile_fails"), "never while a payment, its reversal or an update");
});

test("words around remedies keep to their script, and sentences end", () => {
  const words: readonly BothLanguages[] = [
    ...Object.values(remedies).flatMap(({ words: each, notForMerchants }) => [
      each,
      ...(notForMerchants ? [notForMerchants] : []),
    ]),
    ...Object.values(guards).map((guard) => guard.words),
    ...procedures.flatMap(({ title, steps, corrected }) => [
      title,
      ...steps,
      ...(corrected ? [corrected.because] : []),
    ]),
    ...measures.flatMap((measure) => [measure.words, measure.agent]),
  ];
  const mixed = words.filter(
    ({ en, "zh-CN": zh }) => /\p{Script=Han}/u.test(en) || /[,;:!?()]/.test(zh) || !/\p{Script=Han}/u.test(zh),
  );
  assert.equal(mixed, []);
  for (const { steps } of procedures) {
    for (const { en, "zh-CN": zh } of steps) assert.ok(/[.?]$/.test(en) && /[。？]$/.test(zh), en);
  }
});

test.run();
