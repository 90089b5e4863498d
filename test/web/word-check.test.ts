/** Words behind a verb, checked as they are typed: by the real table of verbs. */
import { wordViews } from "../../src/console/verb-words.ts";
import { checkWords, initialWords } from "../../src/web/word-check.ts";
import { wordsOf } from "../../src/web/words/language.ts";
import { assert, suite } from "../front-door/suite.ts";

const words = suite("words behind a verb");
const english = wordsOf("en");

words("begin with what the server suggests, and with the reader's language", () => {
  assert.equal(initialWords(wordViews("diagnose", "en"), "zh-CN"), { active: "", language: "zh-CN" });
  assert.equal(initialWords(wordViews("hold", "en"), "en"), { minutes: "30" });
});

words("become values of their kind", () => {
  const lines = checkWords({ requests: " AT+CSQ \n\nAT+CEREG?\n" }, wordViews("at_read", "en"), english);
  assert.equal(lines, { words: { requests: ["AT+CSQ", "AT+CEREG?"] }, problems: {} });
  const flags = checkWords({ active: "true", language: "" }, wordViews("diagnose", "en"), english);
  assert.equal(flags, { words: { active: true }, problems: {} });
});

words("that are wrong are told one by one, and nothing of them is sent", () => {
  const wrong = (typed: string) => checkWords({ lines: typed }, wordViews("log_tail", "en"), english);
  for (const typed of ["0", "201", "1.5", "-3", "1e2", "ten"]) {
    assert.equal(wrong(typed), { words: {}, problems: { lines: "A whole number from 1 to 200." } }, typed);
  }
  assert.equal(checkWords({}, wordViews("run_test", "en"), english).problems, { test: "This is needed." });
  const many = Array.from({ length: 9 }, () => "AT").join("\n");
  assert.equal(checkWords({ requests: many }, wordViews("at_read", "en"), english).problems, {
    requests: "1 to 8 lines.",
  });
});

words.run();
