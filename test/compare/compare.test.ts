import { createComparison } from "../../src/compare/compare.ts";
import { isPlausible, type SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { assert, suite } from "../front-door/suite.ts";
import { chip, fine, paid, readingsOfSteps, served, stripe } from "../support/counter/story.ts";
import type { State } from "../support/stories.ts";

const test = suite("comparison");

/** The newest value of every signal that came of it. */
function compared(steps: readonly State[]): Readonly<Partial<Record<SignalId, Scalar>>> {
  const comparison = createComparison();
  for (const reading of readingsOfSteps(steps)) comparison.hear(reading);
  return Object.fromEntries(comparison.drawn().map(({ signal, value }) => [signal, value]));
}

test("three tries of one card are one witness", () => {
  const tries = compared([served("c9"), chip("c1", "mute"), chip("c1", "mute"), chip("c1", "mute")]);
  assert.is(tries["compare.icc_cards"], "one_card");
  assert.is(tries["compare.icc_retry"], "fails_each_time");
  const cards = compared([served("c9"), chip("c1", "mute"), chip("c2", "mute"), chip("c3", "mute")]);
  assert.is(cards["compare.icc_cards"], "several_cards");
  assert.is(cards["compare.icc_reads"], "all_fail");
});

test("a stripe that the application finds too short was not read, though the head says so", () => {
  const short: State[] = [stripe("c1", "ok"), { "txn.local_error": "磁道数据过短" }];
  const both = compared([served("c9"), ...short, ...short, fine("c2")]);
  assert.is(both["compare.mag_trouble"], "short");
  assert.is(compared([served("c9"), stripe("c1", "ok"), fine("c2")])["compare.mag_trouble"], "none");
});

test("what is said of a refusal later does not revive it where the same card, its bank or anybody has got over it", () => {
  const hour: State[] = Array.from({ length: 60 }, () => ({}));
  const later = (first: State, then: State, words: string) =>
    compared([first, then, ...hour, fine("c8"), fine("c9"), ...hour, { "operator.report": words }])["compare.refusal"];
  const sum = (amountFen: number): State => ({ "txn.amount_fen": amountFen });
  assert.is(later(paid("c1", "55", sum(900)), fine("c1", sum(900)), "刚才说密码错"), "none");
  assert.is(later(paid("c1", "51", sum(900)), fine("c1", sum(100)), "说余额不足"), "insufficient_funds");
  assert.is(later(paid("c1", "55", sum(900)), fine("c2", sum(900)), "刚才说密码错"), "pin_wrong");
  const bank: State = { "txn.issuer_group": "b1" };
  assert.is(later(paid("c1", "91", bank), fine("c2", bank), "说发卡方不正常"), "none");
  assert.is(
    later(paid("c1", "91", bank), fine("c2", { "txn.issuer_group": "b2" }), "说发卡方状态不正常"),
    "issuer_out",
  );
});

test("tries in vain are no uses of a card", () => {
  const tries: State[] = [fine("c1"), paid("c1", "65"), paid("c1", "65")];
  assert.is(compared(tries)["compare.refusal_uses"], 2);
  assert.is(compared([...tries, { "txn.daily_count_same_card": 5 }])["compare.refusal_uses"], 2);
  assert.is(compared([fine("c1"), paid("c1", "65", { "txn.daily_count_same_card": 4 })])["compare.refusal_uses"], 4);
});

test("how old the working key was when it was refused outlasts the sign-in that mends it", () => {
  const refused: State[] = [{ "key.working_key_age_h": 100 }, paid("c1", "A0")];
  const mended = compared([...refused, { "host.signin_rc": "00", "key.working_key_age_h": 0 }, fine("c1")]);
  assert.ok(Math.abs(Number(mended["compare.refused_key_age_h"]) - 100) < 0.5);
  assert.ok(
    Number(compared([...refused, { "key.working_key_age_h": 0 }, paid("c2", "A0")])["compare.refused_key_age_h"]) < 0.5,
  );
  assert.is(compared([{ "key.working_key_age_h": 100 }, paid("c1", "51")])["compare.refused_key_age_h"], undefined);
  assert.is(compared([paid("c1", "A0")])["compare.refused_key_age_h"], undefined);
});

test("a card that failed twice has failed each time when it comes again later and fails", () => {
  const twice = [served("c9"), chip("c1", "mute"), chip("c1", "mute")];
  assert.is(compared(twice)["compare.icc_retry"], "fails_again");
  const pause: State[] = Array.from({ length: 40 }, () => ({}));
  const later = [...twice, served("c2"), ...pause, chip("c1", "mute")];
  assert.is(compared(later)["compare.icc_retry"], "fails_each_time");
  const read = [...twice, chip("c1", "atr_ok"), ...pause, chip("c1", "mute"), chip("c1", "mute")];
  assert.is(compared(read)["compare.icc_retry"], "fails_again");
});

test("what one bank's cards meet is its own trouble when others are approved meanwhile, not before", () => {
  const at = (issuer: string, card: string, rc: string) => paid(card, rc, { "txn.issuer_group": issuer });
  const before = [at("g2", "c1", "00"), at("g1", "c2", "96"), at("g1", "c3", "96")];
  assert.is(compared(before)["compare.refusal_issuers"], "unclear");
  assert.is(compared([...before, at("g2", "c4", "00")])["compare.refusal_issuers"], "one_issuer");
});

test("a card that is known at last was it all the time", () => {
  const steps: State[] = [
    served("c9"),
    { "txn.running": true },
    { "reader.icc_event": "mute" },
    { "reader.mag_event": "ok", "txn.card_ref": "c1" },
    { "txn.running": false },
    { "txn.running": true },
    { "reader.icc_event": "mute" },
    { "reader.mag_event": "ok", "txn.card_ref": "c1" },
  ];
  assert.is(compared(steps)["compare.icc_cards"], "one_card");
});

test("begun is said in two ways, and running again to an agent that was away: it is one payment", () => {
  const began: State = { "txn.running": true, "txn.stage": "began" };
  const twice = compared([began, { "reader.icc_event": "mute" }, { "txn.running": true }, { ...chip("c1", "mute") }]);
  assert.is(twice["compare.icc_cards"], "unclear");
  assert.is(twice["compare.icc_retry"], "fails_again");
});

test("who pays between two cards without a name makes them two, however soon they come", () => {
  const ended: State = { "txn.running": false };
  const inVain: State = { ...ended, "txn.outcome": "aborted" };
  const swiped: State[] = [{ "txn.running": true }, { "reader.mag_event": "no_data" }, inVain];
  const soon = (steps: readonly State[]) => {
    const comparison = createComparison();
    for (const each of readingsOfSteps(steps)) comparison.hear({ ...each, atMs: each.atMs / 12 });
    return comparison.drawn().find(({ signal }) => signal === "compare.mag_cards")?.value;
  };
  assert.is(soon([stripe("c9", "ok"), ...swiped, ...swiped]), "one_card");
  const began: State = { "txn.running": true };
  assert.is(soon([stripe("c9", "ok"), ...swiped, began, fine("c2"), ended, ...swiped]), "several_cards");
  assert.is(soon([stripe("c9", "ok"), ...swiped, began, paid("c2", "51"), ended, ...swiped]), "one_card");
});

test("a card that is not read at once each time it comes is not only held wrongly", () => {
  const slip = [chip("c1", "mute"), served("c1")];
  assert.is(compared([served("c9"), ...slip])["compare.icc_cards"], "none");
  const again = compared([served("c9"), ...slip, served("c2"), ...slip]);
  assert.equal([again["compare.icc_cards"], again["compare.icc_retry"]], ["one_card", "fails_again"]);
  const others = compared([served("c9"), ...slip, served("c2"), chip("c3", "mute"), served("c3")]);
  assert.is(others["compare.icc_retry"], "recovered_at_once");
});

test("a card that may not pay as much as others have before and after it has met its own limit", () => {
  const of = (card: string, rc: string, fen: number) =>
    paid(card, rc, { "txn.amount_fen": fen, "txn.entry_mode": "icc" });
  const near: State = { "txn.entry_mode": "nfc" };
  const own = compared([{ ...of("c1", "00", 2_000), ...near }, of("c2", "61", 80_000), of("c3", "00", 120_000)]);
  assert.equal([own["compare.refusal_amounts"], own["compare.refusal_entry"]], ["any", "unclear"]);
  const least = compared([of("c1", "00", 2_000), of("c2", "61", 300), of("c3", "00", 2_500)]);
  assert.is(least["compare.refusal_amounts"], "small_only");
  const way = compared([of("c1", "00", 90_000), { ...of("c2", "61", 80_000), ...near }, of("c3", "00", 80_000)]);
  assert.is(way["compare.refusal_entry"], "one_way");
});

test("with nobody to compare with it is unclear whose trouble it is", () => {
  assert.is(compared([chip("c1", "mute"), chip("c1", "mute")])["compare.icc_cards"], "unclear");
  assert.is(compared([paid("c1", "51")])["compare.refusal_cards"], "unclear");
});

test("a bad card is forgotten when three others were fine, or one was and ten minutes have passed", () => {
  const bad = [served("c9"), chip("c1", "mute")];
  assert.is(compared([...bad, served("c2"), served("c3")])["compare.icc_cards"], "one_card");
  assert.is(compared([...bad, served("c2"), served("c3"), served("c4")])["compare.icc_cards"], "none");
  const pause: State[] = Array.from({ length: 11 }, () => ({}));
  assert.is(compared([...bad, ...pause, served("c2")])["compare.icc_cards"], "none");
  assert.is(compared([paid("c1", "51"), fine("c2"), fine("c3"), fine("c4")])["compare.refusal"], "none");
});

test("the vendor's counters speak where no attempt was told", () => {
  const counted = compared([
    { "reader.mag_ok_24h": 15, "reader.mag_fail_24h": 22 },
    { "reader.distinct_cards_failed": 9, "reader.icc_powerup_fail_24h": 1 },
  ]);
  assert.is(counted["compare.mag_cards"], "several_cards");
  assert.is(counted["compare.mag_reads"], "some_fail");
  assert.is(counted["compare.icc_cards"], "unclear");
});

test("what nobody counts is counted here, and what somebody counts is left to him", () => {
  const day = [served("c1"), chip("c2", "mute"), chip("c2", "mute"), stripe("c3", "no_data"), served("c1")];
  const counted = compared(day);
  assert.is(counted["reader.icc_powerup_ok_24h"], 2);
  assert.is(counted["reader.icc_powerup_fail_24h"], 2);
  assert.is(counted["reader.mag_fail_24h"], 1);
  assert.is(counted["reader.nfc_ok_24h"], undefined);
  assert.is(counted["reader.distinct_cards_failed"], 2);
  assert.is(counted["reader.distinct_cards_ok"], 1);
  assert.is(counted["txn.daily_count_same_card"], 2);
  assert.is(counted["txn.minutes_since_same_card"], 4);
  const told = compared([{ "reader.icc_powerup_fail_24h": 40 }, ...day]);
  assert.is(told["reader.icc_powerup_fail_24h"], undefined);
});

test("approved by code and by outcome is one approval, of one payment", () => {
  const twice = { "txn.amount_fen": 500 };
  const coded: State = { "txn.card_ref": "c1", "txn.rc": "00", ...twice };
  assert.is(compared([coded, { "txn.outcome": "approved" }])["compare.double_approval"], undefined);
  assert.is(compared([fine("c1", twice), fine("c1", twice)])["compare.double_approval"], true);
});

test("what is missing of one payment's slip is not missing of another's", () => {
  const declined = { ...paid("c2", "51"), "txn.receipt_printed": false };
  assert.is(compared([fine("c1"), declined])["compare.unprinted_approval"], undefined);
  const unprinted = { ...fine("c1"), "txn.receipt_printed": false };
  assert.is(compared([unprinted])["compare.unprinted_approval"], true);
  assert.is(compared([unprinted, { "printer.job": "printed" }])["compare.unprinted_approval"], false);
});

test("a result that nobody knows is open until a reversal or the next answer", () => {
  const open: State = { "txn.outcome": "timeout" };
  assert.is(compared([open])["compare.result_unknown"], true);
  assert.is(compared([open, { "txn.reversal_state": "pending" }])["compare.result_unknown"], true);
  assert.is(compared([open, { "txn.reversal_state": "ok" }])["compare.result_unknown"], false);
  assert.is(compared([open, fine("c2")])["compare.result_unknown"], false);
});

test("broken off at the counter is not unsent for want of a way", () => {
  const aborted: State = { "txn.outcome": "aborted" };
  assert.is(compared([aborted])["compare.payment"], "unsent");
  assert.is(compared([{ ...aborted, "txn.hindrance": "cancelled" }])["compare.payment"], "broken_off");
  assert.is(compared([{ ...aborted, "txn.hindrance": "send_failed" }])["compare.payment"], "unsent");
  assert.is(compared([{ ...chip("c1", "removed"), ...aborted }])["compare.payment"], "broken_off");
});

test("a card pulled out after the approval is not pulled out early", () => {
  assert.is(compared([served("c1"), chip("c1", "removed")])["compare.early_removals"], 0);
});

test("nor is one pulled out because nothing could be sent", () => {
  const steps: State[] = [
    { "txn.running": true },
    chip("c1", "atr_ok"),
    { "net.tcp_host": "refused" },
    { ...chip("c1", "removed"), "txn.outcome": "aborted" },
  ];
  const said = compared(steps);
  assert.is(said["compare.early_removals"], 0);
  assert.is(said["compare.payment"], "unsent");
});

test("every value that comes of it fits its signal, whatever was told", () => {
  const comparison = createComparison();
  const odd = [
    ...[served("c1"), chip("c2", "mute"), stripe("c3", "no_data"), paid("c4", "91", { "txn.issuer_group": "x" })],
    { "sw.app_version_changed_h": 0, "txn.local_error": "程序异常" },
    { "device.self_test": "fail:reader", "key.pinpad_error": "PED_RET_COMMERR", "operator.report": "卡号输错一位" },
  ] as State[];
  for (const reading of readingsOfSteps(odd)) comparison.hear(reading);
  const drawn = comparison.drawn();
  assert.ok(drawn.length > 20);
  assert.equal(
    drawn.filter(({ signal, value, quality }) => quality !== "ok" || !isPlausible(signal, value)),
    [],
  );
});

test("asked again without news it has nothing to say, and what it remembers is bounded", () => {
  const comparison = createComparison();
  const steps = Array.from({ length: 5_000 }, (_, at) => served(`c${at % 700}`));
  for (const reading of readingsOfSteps(steps)) comparison.hear(reading);
  const first = comparison.drawn();
  assert.ok(first.length < 1_100, String(first.length));
  assert.equal(comparison.drawn(), []);
});

test.run();
