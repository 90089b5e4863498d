/**
 * Texts in simplified Chinese for what the card's bank answers. Bystanders can read the screen: the words say whose account
 * is meant and who can tell more, and name nobody as a suspect or a debtor (host-link.md 9).
 */
import type { FaultTexts } from "../../../../model/text.ts";
import { inChinese as zh } from "../../phrases.ts";

export const issuerChinese: FaultTexts = {
  "issuer.insufficient_funds": {
    name: "持卡人余额或额度不足",
    say: "发卡行答复，持卡人这张卡的可用金额不够。",
    do: [zh.otherCard, "持卡人也可先给这张卡转入资金，再来付款。"],
    doNot: ["不要反复试不同的金额。"],
  },
  "issuer.below_min_balance": {
    name: "持卡人账户低于最低余额",
    say: "发卡行要求持卡人的账户保留最低余额。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [],
  },
  "issuer.auto_debit_failed": {
    name: "持卡人自动扣款未成功",
    say: "持卡人账户的自动扣款没有成功，终端正常。",
    do: ["请持卡人联系发卡行，再重新办理扣款。"],
    doNot: [],
  },
  "issuer.account_frozen": {
    name: "持卡人账户受限",
    say: "发卡行限制了持卡人的账户，不是商户账户。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [zh.noTryingAgain],
  },
  "issuer.account_abnormal": {
    name: "持卡人账户状态异常",
    say: "发卡行答复，持卡人的账户状态异常，不是商户账户。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [zh.noTryingAgain],
  },
  "issuer.unsettled_txn": {
    name: "发卡行有待办事项",
    say: "持卡人要先与发卡行办理相关事项，这张卡才能用。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [zh.noTryingAgain],
  },
  "issuer.account_expired": {
    name: "持卡人账户到期",
    say: "持卡人的信用卡账户已到期。",
    do: [zh.otherCard, "请持卡人联系发卡行更新。"],
    doNot: [],
  },
  "issuer.suspended_overdue": {
    name: "发卡行停用此卡",
    say: "发卡行暂停了持卡人这张卡的使用。",
    do: [zh.otherCard, "请持卡人联系发卡行，申请恢复使用。"],
    doNot: [zh.noTryingAgain],
  },
  "issuer.info_mismatch": {
    name: "卡片信息不符",
    say: "输入的卡号或有效期与发卡行的记录不符。",
    do: ["请改用插卡或挥卡。", "只能手输时，请核对卡号和有效期后重新输入。"],
    doNot: [zh.noTryingAgain],
  },
  "issuer.pin_wrong": {
    name: "密码未通过",
    say: "持卡人的密码没有通过验证。",
    do: ["请持卡人重新输入一次密码。", "记不清密码请换一张卡，或联系发卡行。"],
    doNot: ["不要连续试密码，次数用完卡会被锁。", "不要替持卡人输密码。"],
  },
  "issuer.pin_tries_exceeded": {
    name: "密码次数用完",
    say: "这张卡暂时不能用密码交易。",
    do: [zh.otherCard, "请持卡人联系发卡行重置密码。"],
    doNot: ["不要再试密码。"],
  },
  "issuer.risk_block": {
    name: "需发卡行确认",
    say: "发卡行要先与持卡人确认，才会放行这笔交易。",
    do: ["请持卡人联系发卡行确认。", "或换一张卡、换其他付款方式。"],
    doNot: [zh.noTryingAgain],
  },
  "issuer.extra_auth_required": {
    name: "需要进一步验证",
    say: "发卡行要求进一步验证持卡人。",
    do: ["请改用插卡，由持卡人输入密码。", zh.cardholderCalls],
    doNot: [],
  },
  "issuer.do_not_honor": {
    name: "发卡行拒绝",
    say: "发卡行没有同意这笔交易，也没有说明原因。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [zh.noTryingAgain],
  },
  "issuer.dormant_card": {
    name: "睡眠卡",
    say: "持卡人这张卡很久没用，发卡行已暂停使用。",
    do: [zh.otherCard, "请持卡人联系发卡行重新激活。"],
    doNot: [],
  },
  "issuer.not_activated": {
    name: "卡未激活",
    say: "持卡人这张卡还没有激活。",
    do: ["请持卡人先联系发卡行激活。", "或换一张卡。"],
    doNot: [],
  },
  "issuer.card_discontinued": {
    name: "卡已停止使用",
    say: "发卡行已不再使用这种卡。",
    do: [zh.otherCard, "请持卡人联系发卡行换新卡。"],
    doNot: [],
  },
  "issuer.card_restricted": {
    name: "卡受限制",
    say: "发卡行没有受理这张卡。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [zh.noTryingAgain],
  },
  "issuer.lost_stolen": {
    name: "发卡行不受理此卡",
    say: "发卡行没有受理这张卡。",
    do: [zh.otherCard, zh.cardholderCalls, "其余按收单机构的规程处理。"],
    doNot: [zh.noTryingAgain],
  },
  "issuer.txn_not_permitted": {
    name: "此卡不支持这种交易",
    say: "发卡行不允许这张卡做这种交易。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [zh.noTryingAgain],
  },
  "issuer.no_such_account": {
    name: "卡号无效",
    say: "发卡行查不到这个卡号。",
    do: ["请改用插卡，再读一次卡。", zh.otherCard, zh.cardholderCalls],
    doNot: [],
  },
};
