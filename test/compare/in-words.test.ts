import { createComparison } from "../../src/compare/compare.ts";
import { aboutOf, noticeAbout, pinpadOf, saysError, shopOf } from "../../src/compare/words.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { assert, suite } from "../front-door/suite.ts";
import { fine, paid, readingsOfSteps } from "../support/counter/story.ts";
import type { State } from "../support/stories.ts";

const test = suite("what is told in words");

function compared(steps: readonly State[]): Readonly<Partial<Record<SignalId, Scalar>>> {
  const comparison = createComparison();
  for (const reading of readingsOfSteps(steps)) comparison.hear(reading);
  return Object.fromEntries(comparison.drawn().map(({ signal, value }) => [signal, value]));
}

const minutes = (count: number): State[] => Array.from({ length: count }, () => ({}));

test("the host's words outrank the table, and are remembered for the code they stood beside", () => {
  const said = paid("c1", "90", { "txn.rc_text": "程序需更新" });
  assert.is(compared([said])["compare.refusal"], "version_too_old");
  assert.is(compared([said, paid("c2", "90")])["compare.refusal"], "version_too_old");
  assert.is(compared([paid("c2", "90")])["compare.refusal"], "cutover");
  assert.is(compared([fine("c1", { "txn.rc_text": "系统维护" })])["compare.refusal"], "none");
});

test("a screen speaks where the application said nothing, and not where it did", () => {
  const screen: State = { "operator.screen_text": "请先结算" };
  assert.is(compared([screen])["compare.obstacle"], "settle_first");
  assert.is(compared([fine("c1"), screen])["compare.obstacle"], "none");
  assert.is(compared([{ "operator.screen_text": "签到失败,请重新签到" }])["compare.obstacle"], undefined);
  assert.is(compared([{ "operator.screen_text": "终端未登记" }])["compare.refusal"], "terminal_unknown");
});

test("a rule outlasts the payments that it does not meet, an error does not", () => {
  const broken = (hindrance: string): State => ({ "txn.hindrance": hindrance, "txn.outcome": "aborted" });
  const later = [...minutes(15), fine("c2")];
  assert.is(compared([broken("below_minimum"), ...later])["compare.obstacle"], "below_minimum");
  assert.is(compared([broken("application_error"), ...later])["compare.obstacle"], "none");
  assert.is(compared([broken("settle_first"), broken("cancelled")])["compare.obstacle"], "settle_first");
});

test("a sign-in is answered like a payment, and whoever is approved was let in", () => {
  assert.is(compared([{ "host.signin_rc": "97" }])["compare.signin"], "terminal_unknown");
  assert.is(compared([{ "host.echo_0820": "rc:96" }])["compare.signin"], "switch_fault");
  assert.is(compared([fine("c1")])["compare.signin"], "none");
  assert.is(compared([paid("c1", "97")])["compare.signin"], undefined);
});

test("refused in one sum and approved in two", () => {
  const sum = (amountFen: number): State => ({ "txn.amount_fen": amountFen });
  const whole = paid("c1", "61", sum(60_000));
  assert.is(compared([whole, fine("c1", sum(30_000)), fine("c1", sum(30_000))])["compare.refusal_parts"], true);
  assert.is(compared([whole, fine("c1", sum(30_000))])["compare.refusal_parts"], false);
});

test("who asks whether it may be so does not know it", () => {
  assert.is(aboutOf("机器被偷了"), "stolen");
  assert.is(aboutOf("是不是被偷了"), "none");
  assert.is(aboutOf("听说密钥会泄露"), "none");
  assert.is(aboutOf("退货退不了"), "refund_fails");
  assert.is(aboutOf("客人要退货"), "refund_wanted");
});

test("a maintenance that suspends service is no change of terms, and a bank's is not the acquirer's", () => {
  assert.is(noticeAbout("02:00-04:30系统例行维护,期间暂停受理"), "maintenance");
  assert.is(noticeAbout("自1日起暂停受理i2信用卡(合作协议到期)"), "terms");
  assert.is(noticeAbout("某银行今晚系统维护"), "issuer_maintenance");
});

test("a PIN pad without keys, locked, or left waiting is not broken", () => {
  assert.equal([saysError("KEY_NOT_EXIST"), pinpadOf("KEY_NOT_EXIST")], [false, "no_key"]);
  assert.equal([saysError("PED_RET_LOCKED(0x01)"), pinpadOf("PED_RET_LOCKED(0x01)")], [false, "locked"]);
  assert.equal([saysError("PED_RET_COMMERR(0x03)"), pinpadOf("PED_RET_COMMERR(0x03)")], [true, undefined]);
  assert.is(saysError("PED_RET_TIMEOUT(0x0F)"), false);
});

test("one terminal of the shop, or all of them", () => {
  assert.equal(["1/3", "3/3", "2/5", "0/2", "1/1"].map(shopOf), ["alone", "all", "some", "none", "unclear"]);
});

test.run();
