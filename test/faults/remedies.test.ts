import { among, sentencesOf } from "../../src/faults/doubtful-advice.ts";
import { catalogue } from "../../src/faults/index.ts";
import { type GuardRule, guards } from "../../src/faults/remedies/guards.ts";
import type { ResultKnown } from "../../src/faults/remedies/remedy.ts";
import { remedies, remediesOf } from "../../src/faults/remedies.ts";
import { textOf } from "../../src/faults/text.ts";
import { type Language, languages } from "../../src/model/text.ts";
import { assert, suite } from "../front-door/suite.ts";
import { wording } from "./remedy-wording.ts";

const test = suite("remedies of the merchants' guides");

const faults = Object.keys(catalogue.faults);
const tells = (fault: string, language: Language, pattern: RegExp) =>
  textOf(fault, language).do.some((line) => pattern.test(line));
const givers = (act: string, language: Language) =>
  faults.filter((fault) => tells(fault, language, wording[act]?.says[language] ?? /^$/));
/** Whether something to do, or not to do, says it. */
const warns = (fault: string, language: Language, says: Readonly<Record<Language, RegExp>>) =>
  sentencesOf(textOf(fault, language), ["do", "doNot"]).some((line) => says[language].test(line));
const answered = (fault: string) => catalogue.faults[fault]?.knownBy === "code";

test("every remedy of the guides is there, with who does it and what it can cost", () => {
  assert.is(Object.keys(wording).length, 45);
  assert.equal(Object.keys(remedies).toSorted(), Object.keys(wording).toSorted());
  for (const [act, { who, risk }] of Object.entries(wording)) {
    assert.equal([remedies[act]?.who.join(" "), remedies[act]?.risk], [who, risk], act);
  }
});

test("a remedy is linked to the faults whose texts give it, in both languages, or says why nobody is told to", () => {
  for (const [act, remedy] of Object.entries(remedies)) {
    for (const language of languages) assert.equal(givers(act, language), remedy.faults, `${act} ${language}`);
    assert.is(remedy.faults.length === 0, remedy.notForMerchants !== undefined, act);
  }
});

test("a text's remedies are found from its fault", () => {
  const acts = remediesOf("sw.version_too_old").map(([id]) => id);
  assert.equal(acts, ["act.update_software"]);
  assert.equal(remediesOf("unlisted"), []);
});

/** What a guard finds wrong with its remedy beside a fault. */
function breaches({ onlyWith, notWith = [], says }: GuardRule, fault: string): readonly string[] {
  const silent = languages.filter((language) => says && !warns(fault, language, says));
  return [
    ...(onlyWith && !among(onlyWith, fault) ? [`${fault} is not among those it may stand with`] : []),
    ...(among(notWith, fault) ? [`it may not stand with ${fault}`] : []),
    ...silent.map((language) => `${fault} ${language} must say ${says?.[language]}`),
  ];
}

test("a guard keeps its remedy to the faults it may stand with, and its words stand beside it in the text", () => {
  const wrong = Object.entries(remedies).flatMap(([act, { guards: held, faults: given }]) =>
    held.flatMap((guard) => given.flatMap((fault) => breaches(guards[guard], fault).map((each) => `${act} ${each}`))),
  );
  assert.equal(wrong, []);
  assert.is(breaches(guards.reversal, "net.isp_outage").length, 2);
  assert.is(breaches(guards.version_known_old, "sw.app_bug").length, 1);
  assert.is(breaches(guards.not_after_change, "sw.os_incompatible").length, 1);
});

test("what can cost money or data is never given to a merchant without a guard", () => {
  for (const [act, { risk, guards: held, faults: given }] of Object.entries(remedies)) {
    if (risk === 2) assert.ok(held.length > 0, act);
    if (held.includes("service_only")) assert.equal(given, [], act);
  }
  assert.equal(remedies["act.test_with_other_sim"]?.faults, []);
  assert.equal(remedies["act.reinstall_software"]?.faults, []);
});

test("a restart always comes with the warning of payments, reversals and updates, and is not asked for under a hold", () => {
  const warned = { "zh-CN": /不要(重启|关机)/, en: /^Do not (restart|switch it off)/ };
  for (const fault of remedies["act.power_cycle"]?.faults ?? []) {
    for (const language of languages) {
      const lines = textOf(fault, language).doNot.filter((line) => warned[language].test(line));
      assert.ok(
        lines.some((line) => guards.reversal.says[language].test(line)),
        `${fault} ${language}`,
      );
      assert.ok(
        lines.some((line) => guards.update.says[language].test(line)),
        `${fault} ${language}`,
      );
    }
  }
  assert.equal(catalogue.tests["restart_terminal"]?.forbidden, ["payment", "reversal", "hold"]);
});

const sent = ["no_answer", "transactions_unanswered", "answers_late", "result_open", "path_poor"];
const asksFirst = {
  "zh-CN": /先查询|“冲正成功”后/,
  en: /look up the result|look the result up|only when the reversal has succeeded/i,
};
const causesOf = (fault: string) => Object.keys(catalogue.faults[fault]?.causes ?? {});
const isKnown: Readonly<Record<ResultKnown, (fault: string) => boolean>> = {
  answered,
  not_sent: (fault) => !causesOf(fault).some((id) => sent.includes(id)),
  reversed: (fault) => causesOf(fault).includes("reversal_done"),
  asked_first: (fault) => languages.every((language) => warns(fault, language, asksFirst)),
};

test("a card is charged again only where the result of the first payment is known", () => {
  const { faults: given = [], resultKnown = {} } = remedies["act.reswipe"] ?? {};
  assert.equal(Object.keys(resultKnown), given);
  const open = Object.entries(resultKnown).filter(([fault, known]) => !isKnown[known](fault));
  assert.equal(open, []);
  assert.not.ok(isKnown.answered("host.down") || isKnown.not_sent("host.timeout") || isKnown.asked_first("line.busy"));
});

test("another way to pay is offered whenever the host or the switch fails", () => {
  const failing = faults.filter((fault) => among(["host.", "switch."], fault));
  assert.equal(
    failing.filter((fault) => !remedies["act.other_channel"]?.faults.includes(fault)),
    [],
  );
});

test("after response codes only: the faults that are told from them", () => {
  const coded = Object.entries(remedies).flatMap(([act, { codes, faults: given }]) =>
    codes ? [[act, given.some(answered)] as const] : [],
  );
  assert.equal(coded.toSorted(), [
    ["act.check_account_info", true],
    ["act.check_balance", true],
    ["act.insert_not_swipe", true],
  ]);
});

test.run();
