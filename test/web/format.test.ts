/** Times and amounts as people read them. */
import * as format from "../../src/web/format.ts";
import { wordsOf } from "../../src/web/words/language.ts";
import { assert, suite } from "../front-door/suite.ts";

const text = suite("text of numbers");
const [english, chinese] = [wordsOf("en"), wordsOf("zh-CN")];
const minute = 60_000;

text("has one unit for a span", () => {
  const spans = [0, 59_000, 3 * minute, 125 * minute, 47 * 60 * minute, 50 * 60 * minute];
  assert.equal(
    spans.map((ms) => format.span(ms, english)),
    ["0 s", "59 s", "3 min", "2 h", "47 h", "2 d"],
  );
  assert.is(format.ago(0, 3 * minute, chinese), "3分钟前");
  assert.is(format.ago(10_000, 12_000, chinese), "刚刚");
  assert.is(format.ago(20_000, 10_000, english), "just now");
});

text("never claims certainty, and never hides a few", () => {
  assert.is(format.percent(0.9999), "99 %");
  assert.is(format.share(1, 1_000), "<1 %");
  assert.is(format.share(999, 1_000), "99 %");
  assert.is(format.share(1_000, 1_000), "100 %");
  assert.is(format.share(0, 0), "0 %");
});

text("shows a clock that is off with its direction", () => {
  assert.is(format.offset(-340, english), "−0.3 s");
  assert.is(format.offset(7 * minute, english), "+7 min");
});

text("has no more digits than were measured", () => {
  assert.is(format.amount(-91.449, english), "-91.4");
  assert.is(format.kilobytes(212), "212 kB");
  assert.is(format.kilobytes(5_930), "5.9 MB");
  assert.is(format.count(12_345, english), "12,345");
});

text("has the day where it is not today's", () => {
  const at = new Date(2026, 10, 27, 9, 5).getTime();
  assert.is(format.clockTime(at, at + minute, english), "09:05");
  assert.match(format.clockTime(at, at + 30 * 60 * minute, english), "Nov 27");
});

text.run();
