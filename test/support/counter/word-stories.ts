/** Refusals that share a code and are told apart by words, the chip, the other way of reading, or the days before. */
import { type CounterStory, chip, fine, type More, paid, served, stripe } from "./story.ts";

const others = [fine("c8"), fine("c9")];
const one = (rc: string, more: More = {}) => [...others, paid("c1", rc, more)];
const said = (rc: string, text: string) => one(rc, { "txn.rc_text": text });
const told = (text: string): More => ({ "operator.report": text });
const keyed = (amountFen: number): More => ({ "txn.entry_mode": "manual", "txn.amount_fen": amountFen });

export const wordStories: readonly CounterStory[] = [
  ["62, and the host says frozen", said("62", "账户已冻结"), "issuer.account_frozen"],
  ["62, and the host says what 62 always says", said("62", "受限制的卡"), "issuer.card_restricted"],
  ["05, and the cardholder tells of a debt", [...one("05"), told("他说信用卡逾期了")], "issuer.suspended_overdue"],
  ["05, and people talk of something else", [...one("05"), told("今天客人多")], "issuer.do_not_honor"],
  ["05, and a payment is still open", said("05", "存在未结清交易"), "issuer.unsettled_txn"],
  ["51, under the balance that must stay", said("51", "可用余额低于最低留存额"), "issuer.below_min_balance"],
  ["51, in its own words", said("51", "可用余额不足"), "issuer.insufficient_funds"],
  ["21, not activated", said("21", "卡片未激活"), "issuer.not_activated"],
  ["21, in words that say both", said("21", "该卡未初始化或睡眠卡"), "issuer.dormant_card"],
  ["54, and the chip is in date", one("54", { "reader.tvr_bits": "B1b8" }), "issuer.account_expired"],
  ["54, and the chip says so too", one("54", { "reader.tvr_bits": "B2b7" }), "card.expired"],
  ["14, and cards of its kind are withdrawn", said("14", "该卡种已停用"), "issuer.card_discontinued"],
  [
    "65 by tap, and the same card passes by its chip",
    [
      ...others,
      paid("c1", "65", { "txn.entry_mode": "nfc", "txn.daily_count_same_card": 1 }),
      fine("c1", { "txn.entry_mode": "icc" }),
    ],
    "issuer.extra_auth_required",
  ],
  [
    "keyed and not known, and somebody else's number is keyed next",
    [fine("c9"), paid("c1", "14", keyed(5_000)), paid("c1", "14", { "txn.entry_mode": "icc" }), fine("c2", keyed(900))],
    "issuer.no_such_account",
  ],
  [
    "one card fails by chip and by stripe",
    [served("c9"), chip("c1", "parity_error"), stripe("c1", "lrc_error"), served("c1"), served("c3")],
    "card.poor_quality",
  ],
  [
    "a moment's collision",
    [fine("c9"), { "reader.nfc_event": "collision" }, { "reader.nfc_event": "activate_ok", "txn.rc": "00" }],
    undefined,
  ],
  [
    "6A82 on the way through the list of applications",
    [
      { ...chip("c1", "atr_ok"), "reader.icc_sw": "6A82" },
      { ...served("c1"), "reader.icc_sw": "9000" },
    ],
    undefined,
  ],
  [
    "a result that stays open, and charged again",
    [
      { "txn.card_ref": "c1", "txn.amount_fen": 5_000, "txn.outcome": "unknown" },
      { "txn.reversal_state": "none" },
      fine("c1", { "txn.amount_fen": 5_000 }),
    ],
    "txn.duplicate_charge_risk",
  ],
  [
    "a result that was reversed, and charged again",
    [
      { "txn.card_ref": "c1", "txn.amount_fen": 5_000, "txn.outcome": "unknown" },
      { "txn.reversal_state": "ok" },
      fine("c1", { "txn.amount_fen": 5_000 }),
    ],
    "txn.reversal_ok",
  ],
  ["a void done in the wrong way", [fine("c1"), told("新来的不会撤销")], "operator.wrong_procedure"],
];
