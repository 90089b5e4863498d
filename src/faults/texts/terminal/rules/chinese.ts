/** Texts in simplified Chinese for the merchant's account, the terminal's registration, the acquirer's rules, and limits. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inChinese as zh } from "../../phrases.ts";

export const rulesChinese: FaultTexts = {
  "merchant.balance_insufficient": {
    name: "商户账户余额不足",
    say: "商户账户的余额不够这次退货或结算，与持卡人无关。",
    do: ["请登录商户后台查看余额，充值或等待结算到账。", "仍然失败请联系收单机构。"],
    doNot: [],
  },
  "merchant.account_frozen": {
    name: "商户账户受限",
    say: "收单机构暂停了商户账户的交易，与持卡人的卡无关。",
    do: ["请联系收单机构，按要求提交资料恢复。", "在此之前请用其他收款方式。"],
    doNot: [zh.noTryingAgain],
  },
  "merchant.info_wrong": {
    name: "商户信息有误",
    say: "收单机构登记的商户信息可能不准。",
    do: ["请联系收单机构核对并更正商户名称和结算账号。"],
    doNot: [],
  },
  "merchant.not_registered": {
    name: "商户未登记",
    say: "主机不认识这台终端里的商户号。",
    do: ["请联系收单机构登记商户号。", "在此之前请用其他收款方式。"],
    doNot: [],
  },
  "merchant.txn_not_enabled": {
    name: "交易类型未开通",
    say: "商户还没有开通这种交易，其他交易正常。",
    do: ["请联系收单机构开通。"],
    doNot: [],
  },
  "terminal.not_registered": {
    name: "终端未登记",
    say: "主机不认识这台终端。",
    do: ["请联系收单机构，核对并登记终端号。", "在此之前请换一台终端收款。"],
    doNot: [],
  },
  "terminal.dormant": {
    name: "终端休眠",
    say: "终端长期没有使用，已被收单机构停用。",
    do: ["请联系收单机构重新激活。"],
    doNot: [],
  },
  "terminal.geofence_blocked": {
    name: "终端不在登记地点",
    say: "终端不在登记的地点，交易被限制。",
    do: ["请把终端带回登记地点使用。", "需要移机请向收单机构申请变更。"],
    doNot: [],
  },
  "acquirer.card_type_blocked": {
    name: "不受理此类卡",
    say: "收单机构在这里不受理这一类卡，不是持卡人的问题。",
    do: [zh.otherCard, "需要受理这类卡请联系收单机构。"],
    doNot: [],
  },
  "acquirer.bin_not_supported": {
    name: "新卡种未支持",
    say: "收单机构还不认识这种卡，不是持卡人的问题。",
    do: [zh.otherCard, "请把发卡行和卡号前六位告诉收单机构，由其更新卡表。"],
    doNot: ["不要记录或发送完整卡号。"],
  },
  "acquirer.agreement_changed": {
    name: "合作协议变更",
    say: "银行与收单机构的规定有变，这类交易暂不受理。",
    do: [zh.otherCard, "请留意收单机构的公告。"],
    doNot: [],
  },
  "acquirer.risk_block": {
    name: "收单机构拦截",
    say: "收单机构没有放行这笔交易。",
    do: ["请联系收单机构了解原因。", "请用其他收款方式。"],
    doNot: [zh.noTryingAgain],
  },
  "limit.min_amount": {
    name: "低于最低金额",
    say: "金额低于刷卡的最低限额。",
    do: ["请换其他收款方式。", "持卡人还要买别的，可以合在一起刷一笔。"],
    doNot: [],
  },
  "limit.single_amount": {
    name: "超过单笔限额",
    say: "金额超过单笔交易限额。",
    do: ["请核对输入的金额。", zh.otherCard],
    doNot: ["不要反复试不同的金额。"],
  },
  "limit.terminal_amount": {
    name: "超过终端限额",
    say: "金额超过这台终端的限额，换卡也一样。",
    do: ["请换其他收款方式。", "需要提高限额请向收单机构申请。"],
    doNot: [zh.noTryingAgain],
  },
  "limit.issuer_amount": {
    name: "超过发卡行限额",
    say: "金额超过发卡行给持卡人这张卡的限额。",
    do: [zh.otherCard, "持卡人可联系发卡行调整限额。"],
    doNot: ["不要反复试不同的金额。"],
  },
  "limit.daily_count": {
    name: "当日次数超限",
    say: "这张卡今天的交易次数已达上限。",
    do: [zh.otherCard, "这张卡请次日再用。"],
    doNot: [zh.noTryingAgain],
  },
  "limit.velocity": {
    name: "交易过于频繁",
    say: "这张卡两次交易间隔太短。",
    do: ["请至少隔半小时再用这张卡，或换其他付款方式。"],
    doNot: [zh.noTryingAgain],
  },
  "limit.contactless_amount": {
    name: "超过挥卡限额",
    say: "金额超过挥卡的限额。",
    do: ["请改用插卡，由持卡人输入密码。"],
    doNot: [],
  },
};
