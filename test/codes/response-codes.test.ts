import { readOwnCodes } from "../../src/codes/own-codes.ts";
import { hindranceOf } from "../../src/codes/prompts.ts";
import { createCodeBook } from "../../src/codes/response-codes.ts";
import { findingOfStatusWord } from "../../src/codes/status-words.ts";
import { findingOfVerification } from "../../src/codes/verification-bits.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what codes mean");

test("the common table, and no meaning for a code that nobody knows", () => {
  const common = createCodeBook();
  const said = ["00", "51", "55", "91", "98", "A0", "YM", "X9"].map(common);
  assert.equal(said, [
    "none",
    "insufficient_funds",
    "pin_wrong",
    "issuer_out",
    "issuer_silent",
    "mac_wrong",
    "merchant_frozen",
    "other",
  ]);
});

test("a scheme reads some codes in its own way, and the acquirer's file outranks it", () => {
  assert.is(createCodeBook("mastercard")("65"), "extra_authentication");
  assert.is(createCodeBook("unionpay")("65"), "over_count_limit");
  // A bank in China declines with A2, which terminals elsewhere read as approved.
  assert.is(createCodeBook("unionpay", { A2: "switch_fault" })("A2"), "switch_fault");
  assert.is(createCodeBook("unionpay", {})("A2"), "none");
});

test("names that every object has are codes that nobody knows", () => {
  const common = createCodeBook();
  assert.equal(["constructor", "toString", "__proto__"].map(common), ["other", "other", "other"]);
});

test("an acquirer's file is taken whole or named with what is wrong", () => {
  assert.equal(readOwnCodes('{"Y7":"merchant_frozen"}'), { codes: { Y7: "merchant_frozen" } });
  const wrong = (text: string) => {
    const read = readOwnCodes(text);
    return "what" in read ? read.what : "";
  };
  assert.match(wrong("{"), /not JSON/);
  assert.match(wrong("[]"), /not a JSON object/);
  assert.match(wrong('{"511":"none"}'), /511/);
  assert.match(wrong('{"51":"broke"}'), /gives 51 a meaning that is none of: none, other/);
});

test("status words: tries that are left, a blocked card, and words that are normal on the way", () => {
  assert.is(findingOfStatusWord("63C2"), "pin_wrong");
  assert.is(findingOfStatusWord("63C0"), "pin_blocked");
  assert.is(findingOfStatusWord("6283"), "blocked");
  assert.is(findingOfStatusWord("6A83"), undefined);
  assert.is(findingOfStatusWord("9000"), undefined);
});

test("verification results: the weightiest bit decides, and risk management is no finding", () => {
  assert.is(findingOfVerification("B1b8,B2b7"), "expired");
  assert.is(findingOfVerification("B4b8,B5b6"), undefined);
});

test("prompts in the words of the applications, and nothing for what is not known", () => {
  assert.is(hindranceOf("该卡为芯片卡,请插卡"), "chip_card_swiped");
  assert.is(hindranceOf("终端位置异常,已锁定"), "place_not_allowed");
  assert.is(hindranceOf("交易已满,请先结算"), "settle_first");
  assert.is(hindranceOf("E317"), "key_missing");
  assert.is(hindranceOf("谢谢惠顾"), undefined);
});

test.run();
