import { isAbout, refusalsNamedIn, refusalWordIn } from "../../src/codes/refusal-words.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("words of a refusal");

const sayings: readonly (readonly [string, string | undefined])[] = [
  // Beside the code 41 and 43 of the common tables; 04 says only that the card is to be kept.
  ["挂失卡", "reported_lost"],
  ["被窃卡", "reported_lost"],
  ["Lost card, pick up", "reported_lost"],
  ["没收卡", undefined],
  ["疑似盗刷，请核实本人", "bank_asks"],
  // 65 for both; YU of the domestic private codes.
  ["对同一用户操作过于频繁", "too_soon"],
  ["同一张卡要隔半小时再刷", "too_soon"],
  ["超出当日交易次数", "times_today"],
  ["单日笔数已达上限", "times_today"],
  ["今天这张卡刷了三次了", "times_today"],
  ["Daily number of transactions exceeded", "times_today"],
  ["交易次数超限", undefined],
  ["超出当日限额", undefined],
  ["密码错误次数超限", "pin_tries"],
  ["密码累计错误次数过多", "pin_tries"],
  ["系统繁忙，请稍后再试", undefined],
  ["终端当日交易次数超限", undefined],
];

for (const [text, word] of sayings) {
  test(`${text} → ${word ?? "nothing finer"}`, () => assert.is(refusalWordIn(text), word));
}

test("a word is about the refusals that it tells apart, and no others", () => {
  assert.ok(isAbout("too_soon", "over_count_limit") && isAbout("times_today", "too_frequent"));
  assert.ok(isAbout("pin_tries", "risk_rule"));
  assert.not(isAbout("too_soon", "over_amount_limit"));
  assert.ok(refusalsNamedIn("这张卡挂失了").includes("pick_up_card"));
});

test.run();
