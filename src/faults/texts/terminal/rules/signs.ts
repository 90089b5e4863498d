/** What observations of the acquirer's rules, the merchant's account and the terminal's registration say in words. */
import { type SignTexts, sign } from "../../sign.ts";

export const ruleSigns: SignTexts = {
  merchant_refused_since_change: {
    en: sign("refused since the parameters changed", "not refused since a change of parameters"),
    "zh-CN": sign("参数变更之后被拒", "并非参数变更后被拒"),
  },
  terminal_permission_for_types: {
    en: sign("several kinds of payment are not enabled", "not several kinds are not enabled"),
    "zh-CN": sign("多种交易都未开通", "没有多种交易未开通"),
  },
  terminal_permission_for_entry: {
    en: sign("only one way of paying is not enabled", "not only one way is not enabled"),
    "zh-CN": sign("只有一种付款方式未开通", "不止一种付款方式未开通"),
  },
  refused_for_one_issuer: {
    en: sign("only one bank's cards are refused so", "not only one bank's cards are refused so"),
    "zh-CN": sign("只有一家银行的卡被拒", "不止一家银行的卡被拒"),
  },
  refund_short: {
    en: sign("a refund fails for want of money", "no refund fails for want of money"),
    "zh-CN": sign("退货因余额不足被拒", "没有退货因余额不足被拒"),
  },
  switch_for_issuers: {
    en: sign("cards of several banks do not get through", "not cards of several banks fail so"),
    "zh-CN": sign("多家银行的卡都不通", "没有多家银行的卡不通"),
  },
  amount_in_parts: {
    en: sign("the amount was approved in parts", "the amount was not approved in parts"),
    "zh-CN": sign("分笔后金额可通过", "分笔后也未通过"),
  },
  amount_for_small: {
    en: sign("only small amounts refused", "not only small amounts refused"),
    "zh-CN": sign("只有小额被拒", "不止小额被拒"),
  },
  amount_for_entry: {
    en: sign("the amount goes through by another way", "the amount fails by other ways too"),
    "zh-CN": sign("换种刷法同样金额可通过", "换种刷法也不通过"),
  },
  fine_after_pause: {
    en: sign("the card was approved after a pause", "the card was not approved after a pause"),
    "zh-CN": sign("间隔一段时间后可刷", "间隔后仍不可刷"),
  },
  refused_all_day: {
    en: sign("refused again later the same day", "not refused again later the same day"),
    "zh-CN": sign("当天稍后再刷仍被拒", "当天稍后再刷未被拒"),
  },
  signin_refused: {
    en: sign("sign-in refused", "sign-in not refused"),
    "zh-CN": sign("签到被拒", "签到未被拒"),
  },
  said_asleep: {
    en: sign("answer: terminal put to sleep", "no answer of a terminal put to sleep"),
    "zh-CN": sign("应答：终端已休眠", "无终端休眠的应答"),
  },
  shop_alone: {
    en: sign("the only terminal of the shop that fails", "not the only one that fails"),
    "zh-CN": sign("店内只有这台失败", "店内不止这台失败"),
  },
  shop_all: {
    en: sign("all terminals of the shop fail", "not all terminals of the shop fail"),
    "zh-CN": sign("店内终端全部失败", "店内终端并非全部失败"),
  },
};
