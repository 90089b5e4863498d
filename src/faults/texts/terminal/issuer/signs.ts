/** What refusals mean and who meets them, in words. Neutral as the texts are: support reads the codes. */
import { type SignTexts, sign } from "../../sign.ts";

export const refusalSigns: SignTexts = {
  refused_funds: {
    en: sign("answer: the amount is more than the card can pay", "no answer of that kind"),
    "zh-CN": sign("应答：可用金额不够", "无可用金额不够的应答"),
  },
  refused_pin: {
    en: sign("answer: PIN not accepted", "no answer about the PIN"),
    "zh-CN": sign("应答：密码未通过", "无密码未通过的应答"),
  },
  refused_pin_tries: {
    en: sign("answer: PIN tries used up", "no answer about PIN tries"),
    "zh-CN": sign("应答：密码次数用完", "无密码次数用完的应答"),
  },
  refused_unhonoured: {
    en: sign("answer: declined without a reason", "no answer without a reason"),
    "zh-CN": sign("应答：拒绝且无原因", "无不说明原因的拒绝"),
  },
  refused_expired: {
    en: sign("answer: card has expired", "no answer about expiry"),
    "zh-CN": sign("应答：卡片过期", "无卡片过期的应答"),
  },
  refused_number: {
    en: sign("answer: card number not known", "no answer about the number"),
    "zh-CN": sign("应答：卡号无效或查无此卡", "无卡号无效的应答"),
  },
  refused_dormant: {
    en: sign("answer: card asleep", "no answer about sleep"),
    "zh-CN": sign("应答：睡眠卡", "无睡眠卡的应答"),
  },
  refused_inactive: {
    en: sign("answer: card not activated", "no answer about activation"),
    "zh-CN": sign("应答：卡未激活", "无卡未激活的应答"),
  },
  refused_restricted: {
    en: sign("answer: card restricted", "no answer about a restriction"),
    "zh-CN": sign("应答：卡受限制", "无卡受限制的应答"),
  },
  refused_abnormal: {
    en: sign("answer: cardholder's account not in order", "no answer about the cardholder's account"),
    "zh-CN": sign("应答：持卡人账户异常", "无持卡人账户异常应答"),
  },
  refused_picked_up: {
    en: sign("answer: follow the acquirer's procedure", "no answer that names a procedure"),
    "zh-CN": sign("应答：按规程处理", "无按规程处理的应答"),
  },
  refused_fraud: {
    en: sign("answer: contact the card's bank", "no answer to contact the bank"),
    "zh-CN": sign("应答：联系发卡行", "无联系发卡行的应答"),
  },
  refused_security: {
    en: sign("answer: held back by a security check", "no answer about a security check"),
    "zh-CN": sign("应答：安全检查未通过", "无安全检查的应答"),
  },
  refused_card_check: {
    en: sign("answer: card did not pass its check", "no answer about a card check"),
    "zh-CN": sign("应答：卡片核对未通过", "无卡片核对的应答"),
  },
  refused_card_permission: {
    en: sign("answer: not allowed with this card", "no answer about what the card allows"),
    "zh-CN": sign("应答：此卡不支持该交易", "无此卡不支持的应答"),
  },
  refused_terminal_permission: {
    en: sign("answer: not enabled on this terminal", "no answer about what the terminal may do"),
    "zh-CN": sign("应答：终端未开通该交易", "无未开通交易的应答"),
  },
  refused_merchant: {
    en: sign("answer: merchant unknown", "no answer about the merchant's number"),
    "zh-CN": sign("应答：商户未登记", "无商户未登记的应答"),
  },
  refused_merchant_frozen: {
    en: sign("answer: merchant's account on hold", "no answer about the merchant's account"),
    "zh-CN": sign("应答：商户账户受限", "无商户账户受限的应答"),
  },
  refused_merchant_balance: {
    en: sign("answer: merchant's balance too low", "no answer about the merchant's balance"),
    "zh-CN": sign("应答：商户账户余额不足", "无商户余额不足的应答"),
  },
  refused_merchant_limit: {
    en: sign("answer: over the merchant's limit", "no answer about the merchant's limit"),
    "zh-CN": sign("应答：超过商户限额", "无超商户限额的应答"),
  },
  refused_terminal: {
    en: sign("answer: terminal unknown", "no answer about the terminal's number"),
    "zh-CN": sign("应答：终端未登记", "无终端未登记的应答"),
  },
  refused_bin: {
    en: sign("answer: no such card issuer", "no answer about an unknown issuer"),
    "zh-CN": sign("应答：无此发卡行", "没有查无发卡行的应答"),
  },
  refused_blacklist: {
    en: sign("answer: card not accepted by the acquirer", "no answer of a card the acquirer rejects"),
    "zh-CN": sign("应答：收单机构不受理此卡", "无收单机构拒卡的应答"),
  },
  refused_risk: {
    en: sign("answer: a rule of the acquirer", "no answer about the acquirer's rules"),
    "zh-CN": sign("应答：收单机构规则拦截", "无收单机构规则的应答"),
  },
  refused_amount: {
    en: sign("answer: amount too large or not valid", "no answer about the amount"),
    "zh-CN": sign("应答：金额超限或无效", "无金额超限的应答"),
  },
  refused_count: {
    en: sign("answer: too many payments", "no answer about the number of payments"),
    "zh-CN": sign("应答：次数超限", "无次数超限的应答"),
  },
  refused_frequency: {
    en: sign("answer: too frequent", "no answer about frequency"),
    "zh-CN": sign("应答：交易过于频繁", "无过于频繁的应答"),
  },
  refused_minimum: {
    en: sign("answer: below the least amount", "no answer about a least amount"),
    "zh-CN": sign("应答：低于最低金额", "无低于最低金额的应答"),
  },
  refused_version: {
    en: sign("answer: terminal's version too old", "no answer about the version"),
    "zh-CN": sign("应答：终端版本过低", "无版本过低的应答"),
  },
  refused_data: {
    en: sign("answer: data of the payment not accepted", "no answer about the data"),
    "zh-CN": sign("应答：交易数据有误", "无交易数据有误的应答"),
  },
  refused_reading: {
    en: sign("answer: read the card again", "no answer to read the card again"),
    "zh-CN": sign("应答：请重新读卡", "无重新读卡的应答"),
  },
  refused_authentication: {
    en: sign("answer: one more check of the cardholder", "no answer that asks for a check"),
    "zh-CN": sign("应答：需进一步验证", "无进一步验证的应答"),
  },
  refused_offline: {
    en: sign("declined by the chip without the host", "not declined offline"),
    "zh-CN": sign("芯片脱机拒绝", "未脱机拒绝"),
  },
  merchant_refused_for_many: {
    en: sign("merchant refused with several cards", "merchant not refused with several cards"),
    "zh-CN": sign("多张卡都因商户被拒", "没有多张卡因商户被拒"),
  },
  merchant_refused_overnight: {
    en: sign("approved until then, merchant refused since", "merchant not refused since a certain time"),
    "zh-CN": sign("此前正常，之后因商户被拒", "并非某时起因商户被拒"),
  },
  terminal_permission_for_card: {
    en: sign("refused as not enabled with this card only", "not refused so with this card only"),
    "zh-CN": sign("只有这张卡遇到未开通", "不止这张卡遇到未开通"),
  },
  terminal_permission_for_type: {
    en: sign("only one kind of payment is not enabled", "not only one kind is not enabled"),
    "zh-CN": sign("只有一种交易未开通", "不止一种交易未开通"),
  },
  issuer_out_alone: {
    en: sign("only this bank is out of reach", "not only this bank is out of reach"),
    "zh-CN": sign("只有这家发卡行不通", "不止这家发卡行不通"),
  },
  switch_for_many: {
    en: sign("several cards do not get through to their banks", "several cards do not fail so"),
    "zh-CN": sign("多张卡都到不了发卡行", "没有多张卡到不了发卡行"),
  },
  amount_for_card: {
    en: sign("amount refused with this card only", "amount not refused with this card only"),
    "zh-CN": sign("只有这张卡金额超限", "不止这张卡金额超限"),
  },
  amount_for_any: {
    en: sign("any amount refused", "not every amount refused"),
    "zh-CN": sign("任何金额都超限", "并非任何金额都超限"),
  },
  amount_for_large: {
    en: sign("only large amounts refused", "not only large amounts refused"),
    "zh-CN": sign("只有大额超限", "不止大额超限"),
  },
  amount_for_many: {
    en: sign("amount refused with several cards", "amount not refused with several cards"),
    "zh-CN": sign("多张卡都金额超限", "没有多张卡金额超限"),
  },
  pins_refused_for_many: {
    en: sign("PINs of several cards are refused", "PINs of several cards are not refused"),
    "zh-CN": sign("多张卡的密码未通过", "没有多张卡密码未通过"),
  },
  pins_wrong_before: {
    en: sign("PIN of this card refused more than once", "PIN of this card not refused repeatedly"),
    "zh-CN": sign("这张卡的密码多次未通过", "这张卡没有多次密码未通过"),
  },
  card_used_often: {
    en: sign("card used several times today", "card not used often today"),
    "zh-CN": sign("这张卡今日多次使用", "这张卡今日使用不多"),
  },
  card_used_just_now: {
    en: sign("card used less than half an hour ago", "card not used just now"),
    "zh-CN": sign("这张卡半小时内用过", "这张卡半小时内未用"),
  },
  keyed: {
    en: sign("card number keyed in", "card number not keyed in"),
    "zh-CN": sign("手工输入卡号", "非手工输入卡号"),
  },
  keyed_again_fine: {
    en: sign("approved when keyed again", "not approved when keyed again"),
    "zh-CN": sign("重新输入后成功", "重新输入未成功"),
  },
  account_under_review: {
    en: sign("merchant's account under review, a person says", "nobody speaks of a review"),
    "zh-CN": sign("有人说商户账户在审核", "无人提及商户账户审核"),
  },
  issuer_fails_elsewhere: {
    en: sign("this bank's cards fail on many terminals", "this bank's cards work elsewhere"),
    "zh-CN": sign("该行的卡在多台终端失败", "该行的卡在别处正常"),
  },
};
