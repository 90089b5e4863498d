import {
  accusing,
  among,
  blaming,
  doubts,
  type Field,
  gives,
  musts,
  neutral,
  type Said,
  sentencesOf,
} from "../../src/faults/doubtful-advice.ts";
import { faultTexts } from "../../src/faults/text.ts";
import { cardSigns } from "../../src/faults/texts/terminal/card/signs.ts";
import { refusalSigns } from "../../src/faults/texts/terminal/issuer/signs.ts";
import { languages } from "../../src/model/text.ts";
import { assert, suite } from "../front-door/suite.ts";
import { guides } from "./guides.ts";

const test = suite("advice that must never be given as it stands");
const everywhere: readonly Field[] = ["name", "say", "do", "doNot"];

/** Every sentence in these fields for which `wrong` holds, with its fault. */
function offenders(fields: readonly Field[], wrong: (said: Said) => boolean) {
  return languages.flatMap((language) =>
    Object.entries(faultTexts[language]).flatMap(([fault, text]) =>
      sentencesOf(text, fields)
        .filter((sentence) => wrong({ fault, language, sentence }))
        .map((sentence) => `${fault} ${sentence}`),
    ),
  );
}

test("the patterns catch the guides' own sentences", () => {
  for (const doubt of doubts) {
    const said = guides[doubt.because] ?? [];
    assert.ok(said.length > 0, doubt.because);
    for (const [fault, language, sentence] of said) {
      assert.ok(gives(doubt, { fault, language, sentence }), `advice ${doubt.advice}: ${sentence}`);
    }
  }
  assert.equal([...new Set(doubts.map(({ advice }) => advice))], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

for (const doubt of doubts) {
  test(`no text gives advice ${doubt.advice}: ${doubt.because}`, () => {
    assert.equal(
      offenders(doubt.in, (said) => gives(doubt, said)),
      [],
    );
  });
}

test("money states and restarts carry what protects the money", () => {
  for (const [faults, field, zh, en] of musts) {
    const patterns = { "zh-CN": zh, en };
    for (const language of languages) {
      const meant = Object.entries(faultTexts[language]).filter(([fault]) => among(faults, fault));
      assert.ok(meant.length >= faults.length, `${faults} ${language}`);
      for (const [fault, text] of meant) {
        const said = sentencesOf(text, [field]).some((sentence) => patterns[language].test(sentence));
        assert.ok(said, `${fault} must say ${patterns[language]} in ${field}`);
      }
    }
  }
});

test("nothing on the merchant's screen makes a cardholder a suspect or a debtor", () => {
  assert.match("有作弊嫌疑，没收卡", accusing["zh-CN"]);
  assert.match("Suspected fraud, capture the card", accusing.en);
  assert.equal(
    offenders(
      everywhere,
      ({ fault, language, sentence }) => among(neutral, fault) && accusing[language].test(sentence),
    ),
    [],
  );
});

test("nor does the evidence beside it", () => {
  const signs = Object.entries({ ...cardSigns, ...refusalSigns });
  const wrong = signs.flatMap(([id, sign]) =>
    languages.flatMap((language) => {
      const words = Object.values(sign[language]);
      return words.some((text) => accusing[language].test(text)) ? [id] : [];
    }),
  );
  assert.equal(wrong, []);
});

test("nobody is blamed", () => {
  assert.match("操作失误，请重来", blaming["zh-CN"]);
  assert.match("You forgot to sign in", blaming.en);
  assert.equal(
    offenders(everywhere, ({ language, sentence }) => blaming[language].test(sentence)),
    [],
  );
});

test.run();
