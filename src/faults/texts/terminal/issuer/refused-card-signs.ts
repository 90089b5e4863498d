/** What is known of the card refused last, in words. Neutral as the texts are: support reads the codes. */
import { type SignTexts, sign } from "../../sign.ts";

export const refusedCardSigns: SignTexts = {
  words_overdue: {
    en: sign("words: a payment to the bank is overdue", "words speak of nothing overdue"),
    "zh-CN": sign("文字：逾期", "文字未说逾期"),
  },
  words_frozen: {
    en: sign("words: the account is frozen", "words speak of no frozen account"),
    "zh-CN": sign("文字：账户冻结", "文字未说冻结"),
  },
  words_unsettled: {
    en: sign("words: an earlier payment is still open", "words speak of no open payment"),
    "zh-CN": sign("文字：有未结清交易", "文字未说有未结清交易"),
  },
  words_below_balance: {
    en: sign("words: below the balance that must remain", "words speak of no least balance"),
    "zh-CN": sign("文字：低于最低留存余额", "文字未说最低余额"),
  },
  words_account_expired: {
    en: sign("words: the account has expired, not the card", "words speak of no expired account"),
    "zh-CN": sign("文字：账户到期", "文字未说账户到期"),
  },
  words_not_activated: {
    en: sign("words: the card was not activated", "words speak of no activation"),
    "zh-CN": sign("文字：卡未激活", "文字未说未激活"),
  },
  words_dormant: {
    en: sign("words: the card was not used for long", "words speak of no long rest"),
    "zh-CN": sign("文字：卡久未使用", "文字未说久未使用"),
  },
  words_discontinued: {
    en: sign("words: cards of this kind are withdrawn", "words speak of no withdrawn cards"),
    "zh-CN": sign("文字：此类卡已停用", "文字未说卡种停用"),
  },
  words_mismatch: {
    en: sign("words: the data do not match", "words speak of no mismatch"),
    "zh-CN": sign("文字：信息不符", "文字未说信息不符"),
  },
  words_abnormal: {
    en: sign("words: the account is not in order", "words speak of no account in disorder"),
    "zh-CN": sign("文字：账户状态异常", "文字未说账户异常"),
  },
  words_pin_tries: {
    en: sign("words: too many PIN tries", "words speak of no PIN tries"),
    "zh-CN": sign("文字：密码次数超限", "文字未说密码次数"),
  },
  words_risk: {
    en: sign("words: the bank asks who pays", "words speak of no question of the bank"),
    "zh-CN": sign("文字：发卡行要核实", "文字未说要核实"),
  },
  words_single: {
    en: sign("words: too much for one payment", "words speak of no limit for one payment"),
    "zh-CN": sign("文字：超单笔金额", "文字未说单笔金额"),
  },
  words_too_soon: {
    en: sign("words: again too soon with the same card", "words speak of no pause to be kept"),
    "zh-CN": sign("文字：同卡交易过于频繁", "文字未说频繁"),
  },
  words_times_today: {
    en: sign("words: paid too many times today", "words speak of no count of the day"),
    "zh-CN": sign("文字：当日次数超限", "文字未说当日次数"),
  },
  words_lost: {
    en: sign("words: the card was reported lost or stolen", "words speak of no lost card"),
    "zh-CN": sign("文字：卡已挂失或被盗", "文字未说挂失"),
  },
  card_in_date: {
    en: sign("the card itself is not expired", "the card itself is expired"),
    "zh-CN": sign("卡面日期未到", "卡面日期已过"),
  },
  card_never_used: {
    en: sign("the chip was never used before", "the chip was used before"),
    "zh-CN": sign("芯片从未用过", "芯片以前用过"),
  },
  bank_paid_before: {
    en: sign("cards of this bank were approved days before", "no card of this bank was approved before"),
    "zh-CN": sign("该行卡前些天能用", "该行卡之前未用过"),
  },
  fine_with_pin: {
    en: sign("approved when read in another way", "not approved in another way"),
    "zh-CN": sign("换方式读卡后通过", "换方式未通过"),
  },
  unknown_both_ways: {
    en: sign("refused alike in another way of reading", "not refused in another way"),
    "zh-CN": sign("换方式同样被拒", "换方式未被拒"),
  },
  chip_known_after_keys: {
    en: sign("typed number refused, the card itself approved", "the card itself was not approved"),
    "zh-CN": sign("手输被拒，用卡通过", "用卡未通过"),
  },
};
