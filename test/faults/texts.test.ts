import { catalogue } from "../../src/faults/index.ts";
import { faultTexts, signOf, textOf } from "../../src/faults/text.ts";
import { mostLines, textLimits } from "../../src/faults/text-limits.ts";
import { signTexts } from "../../src/faults/texts/signs.ts";
import { type FaultText, type Language, languages } from "../../src/model/text.ts";
import { assert, suite } from "../front-door/suite.ts";
import { vocabulary } from "./vocabulary.ts";

const test = suite("what people read");

/** Latin punctuation (a point within a number is none), and spaces, which Chinese text does without. */
const latinMarks = /[,;:!?()'"/ ]|\.(?!\d)/;
const chineseMarks = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018\u2019\u201c\u201d]/u;

const all: readonly (readonly [string, Language, FaultText])[] = languages.flatMap((language) =>
  Object.entries(faultTexts[language]).map(([fault, text]) => [fault, language, text] as const),
);
const lines = ({ do: todo, doNot }: FaultText) => [...todo, ...doNot];
const foreign = (language: Language, sentence: string) =>
  language === "en" ? chineseMarks.test(sentence) : latinMarks.test(sentence) || !/\p{Script=Han}/u.test(sentence);

test("every fault that has an id has a text of its own in both languages", () => {
  assert.is(new Set(vocabulary).size, 164);
  for (const language of languages) {
    const known = Object.keys(faultTexts[language]);
    const wanted = [...new Set([...vocabulary, ...Object.keys(catalogue.faults), "unlisted"])];
    assert.equal(known.toSorted(), wanted.toSorted(), language);
  }
});

test("a fault nobody has listed is told as not known", () => {
  assert.equal(textOf("unlisted.no_path", "en"), faultTexts.en["unlisted"]);
  assert.is(textOf("unlisted.printer", "en").name, "Printer: Cause not known");
  assert.is(textOf("unlisted.printer", "zh-CN").name, "打印机：原因未明");
});

test("an observation reads as words, holding or not", () => {
  assert.is(signOf("sim_absent", true, "en"), "no SIM card");
  assert.is(signOf("host_tcp_failed", false, "zh-CN"), "支付主机能连上");
});

test("a text is short enough to be read at the counter", () => {
  const long = all.flatMap(([fault, language, text]) => {
    const limit = textLimits[language];
    const tooLong = [
      ...(text.name.length > limit.name ? [text.name] : []),
      ...(text.say.length > limit.say ? [text.say] : []),
      ...lines(text).filter((line) => line.length > limit.line),
    ];
    return tooLong.map((sentence) => `${fault} ${sentence} (${sentence.length})`);
  });
  assert.equal(long, []);
});

test("at most three things to do and three not to do, the same number in both languages", () => {
  for (const [fault, language, { do: todo, doNot }] of all) {
    assert.ok(todo.length >= 1 && todo.length <= mostLines && doNot.length <= mostLines, `${fault} ${language}`);
    const other = faultTexts[language === "en" ? "zh-CN" : "en"][fault];
    assert.equal([other?.do.length, other?.doNot.length], [todo.length, doNot.length], fault);
  }
});

test("what to do is asked for, what not to do is warned of, and both are sentences", () => {
  for (const [fault, language, text] of all) {
    const [end, no] = language === "en" ? [/\.$/, /^Do not/] : [/。$/, /不要/];
    for (const line of [text.say, ...lines(text)]) assert.match(line, end, fault);
    for (const line of text.do) assert.not(no.test(line), `${fault}: ${line}`);
    for (const line of text.doNot) assert.match(line, no, fault);
  }
});

test("each language keeps to its own script and punctuation", () => {
  assert.ok(foreign("zh-CN", "请插卡,再试。") && foreign("zh-CN", "Insert.") && foreign("en", "Insert。"));
  const mixed = all.flatMap(([fault, language, text]) =>
    [text.name, text.say, ...lines(text)]
      .filter((sentence) => foreign(language, sentence))
      .map((sentence) => `${fault} ${sentence}`),
  );
  assert.equal(mixed, []);
});

test("names tell faults apart in a list", () => {
  for (const language of languages) {
    const names = Object.values(faultTexts[language]).map(({ name }) => name);
    assert.equal([...new Set(names.filter((name, at) => names.indexOf(name) !== at))], [], language);
  }
});

test("every observation has a sign in both languages, short, in its own script, and different when it does not hold", () => {
  assert.equal(Object.keys(signTexts).toSorted(), Object.keys(catalogue.observations).toSorted());
  const wrong = Object.entries(signTexts).flatMap(([id, sign]) =>
    languages.flatMap((language) => {
      const { holds, not } = sign[language];
      const bad = [holds, not].some((words) => foreign(language, words) || words.length > textLimits[language].sign);
      return bad || holds === not ? [`${id} ${language}: ${holds} | ${not}`] : [];
    }),
  );
  assert.equal(wrong, []);
});

test.run();
