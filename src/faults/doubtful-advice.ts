/**
 * The nine pieces of advice in the merchants' guides that are doubtful or dangerous, and what must be said instead. Our own
 * texts are tested against it, and a deployment's are refused by it.
 */
import type { FaultText, Language } from "../model/text.ts";

export type Field = "name" | "say" | "do" | "doNot";
type Patterns = Readonly<Record<Language, RegExp>>;

export interface Doubt {
  /** Number in the list of doubtful advice. */
  readonly advice: number;
  readonly because: string;
  readonly in: readonly Field[];
  readonly says: Patterns;
  /** Faults it may not stand with; without it, all. A name with a dot at its end is a family. */
  readonly notWith?: readonly string[];
  /** Faults it may stand with after all. */
  readonly butWith?: readonly string[];
  /** What makes it harmless within the same sentence. */
  readonly unless?: Patterns;
}

const moneyOpen = [
  "txn.approved_not_printed",
  "txn.state_unknown",
  "txn.reversal_pending",
  "txn.duplicate_charge_risk",
  "txn.data_error",
  "host.timeout",
  "host.congested",
  "key.mac_error",
  "printer.",
];
const mayRestart = [
  "sim.absent",
  "sim.contact_bad",
  "cell.no_service",
  "modem.hung",
  "net.down",
  "device.hardware_fault",
  "device.display_fault",
  "sw.os_fault",
];
const chargeAgain: Patterns = {
  "zh-CN": /[再重][次新]?刷|重做|重新(收款|交易|发起)|[再重]试/,
  en: /(charge|swipe|insert|pay|try|take) .*(again|anew|once more)|repeat the payment/i,
};

export const doubts: readonly Doubt[] = [
  {
    advice: 1,
    because: "a payment that went through is charged twice",
    in: ["say", "do"],
    says: { "zh-CN": /直到.*[打成]|[刷试]到.*[打成]/, en: /until .*(print|succe|approv)/i },
    butWith: ["txn.state_unknown"],
  },
  {
    advice: 1,
    because: "nothing is charged again while the result of the first is open",
    in: ["say", "do"],
    says: chargeAgain,
    notWith: moneyOpen,
    unless: {
      "zh-CN": /(请勿|不要)再次刷|先查询|“冲正成功”后/,
      en: /do not charge again|look up the result|before you repeat|only when the reversal has succeeded/i,
    },
  },
  {
    advice: 2,
    because: "SIM cards of terminals are tied to their terminal",
    in: ["say", "do"],
    says: {
      "zh-CN": /手机卡|大卡|(自己|手机|另一张|其他|别的)的?.{0,3}(SIM|流量卡)/,
      en: /(phone'?s?|own|another|other|different) SIM/i,
    },
  },
  {
    advice: 3,
    because: "a restart can lose a reversal, and has finished off whole series of terminals",
    in: ["do"],
    says: {
      "zh-CN": /重启|重新启动|开关机|关机|断电/,
      en: /restart|reboot|power.?cycle|(switch|turn) .*off|power off/i,
    },
    butWith: [...mayRestart, "lan.router_fault", "lan.dhcp_failed"],
  },
  {
    advice: 4,
    because: "an update helps where the version is known too old, and is the cause itself elsewhere",
    in: ["do"],
    says: {
      "zh-CN": /(更新|升级).{0,6}(软件|应用|系统|版本|固件|程序)|(软件|应用|系统|固件).{0,3}(更新|升级)|最新/,
      en: /(update|upgrade) .*(software|app|system|firmware|version)|latest/i,
    },
    butWith: ["sw.version_too_old"],
  },
  {
    advice: 5,
    because: "after a failed reversal the card may be debited already",
    in: ["say", "do"],
    says: chargeAgain,
    notWith: ["txn.reversal_failed"],
  },
  {
    advice: 6,
    because: "PINs are no business of the terminal, and changing them often gets them forgotten",
    in: ["say", "do"],
    says: {
      "zh-CN": /(定期|经常|更新|更换|修改|更改).{0,8}密码/,
      en: /(change|update|renew) .{0,24}(PIN|password)/i,
    },
  },
  {
    advice: 7,
    because: "the terminal never learns a balance, only that it was too low",
    in: ["say", "do"],
    says: {
      "zh-CN": /查(询|看|一下)?.{0,4}余额|余额查询/,
      en: /(check|query|look at|look up) .{0,24}balance|balance (enquiry|inquiry)/i,
    },
    butWith: ["merchant.balance_insufficient"],
  },
  {
    advice: 8,
    because: "an exposed key shows nowhere on the terminal and stops no card",
    in: ["name", "say", "do"],
    says: { "zh-CN": /[刷读]不|(无法|不能)[刷读交]|失败|被拒|公开/, en: /cannot|fail|declin|refus|public/i },
    notWith: ["key.compromised"],
  },
  {
    advice: 9,
    because: "an account has an owner: the cardholder's or the merchant's",
    in: ["name", "say", "do", "doNot"],
    says: { "zh-CN": /账[户号]/, en: /\baccounts?\b/i },
    unless: { "zh-CN": /持卡人|商户/, en: /cardholder's|merchant's/i },
  },
];

export interface Said {
  readonly fault: string;
  readonly language: Language;
  readonly sentence: string;
}

/** Whether a fault is in a list of faults and families. */
export function among(list: readonly string[], fault: string): boolean {
  return list.some((id) => (id.endsWith(".") ? fault.startsWith(id) : fault === id));
}

/** Whether a sentence gives this advice where it may not stand. */
export function gives(doubt: Doubt, { fault, language, sentence }: Said): boolean {
  if (doubt.notWith && !among(doubt.notWith, fault)) return false;
  if (doubt.butWith && among(doubt.butWith, fault)) return false;
  return doubt.says[language].test(sentence) && !doubt.unless?.[language].test(sentence);
}

export function sentencesOf(text: FaultText, fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field) => text[field]);
}

/** What must stand with some faults instead. */
export const musts: readonly (readonly [faults: readonly string[], field: Field, zh: RegExp, en: RegExp])[] = [
  [["txn.approved_not_printed", "printer."], "do", /重打印/, /reprint/i],
  [["txn.approved_not_printed", "printer."], "doNot", /再次刷卡/, /charge the card again/i],
  [
    ["txn.state_unknown", "host.timeout", "txn.data_error", "card.removed_early"],
    "do",
    /先查询/,
    /look up the result/i,
  ],
  [["txn.state_unknown", "txn.reversal_pending", "txn.reversal_failed"], "doNot", /再次刷卡/, /charge the card again/i],
  [["txn.state_unknown", "txn.reversal_pending", "txn.reversal_failed"], "doNot", /不要关机/, /not switch off/i],
  [["txn.reversal_pending"], "do", /保持联网/, /stay online/i],
  [["txn.reversal_failed"], "do", /收单机构.*对账/, /acquirer.*reconcile/i],
  [["sw.version_too_old"], "doNot", /冲正未完成时不要更新/, /not update before a waiting reversal/i],
  [["sw.os_incompatible", "sw.app_incompatible"], "doNot", /不要再更新、重启/, /not update, restart/i],
  [mayRestart, "doNot", /有交易.{0,2}冲正.*正在进行时不要(重启|关机)/, /while a payment.* reversal.* still running/i],
];

/** Faults whose screen text bystanders may read: nothing in it may make a person a suspect or a debtor. */
export const neutral: readonly string[] = ["issuer.", "risk.", "card.", "acquirer.", "limit.", "operator."];
export const accusing: Patterns = {
  "zh-CN": /欺诈|诈|盗|挂失|丢失|伪|假卡|作弊|可疑|嫌疑|没收|吞卡|扣卡|报警|警察|违规|逾期|欠|失信|黑名单/,
  en: /fraud|stolen|steal|\blost\b|thie[fv]|fake|counterfeit|clone|suspect|suspicious|capture|retain|police|overdue|arrears|debt|misuse|blacklist/i,
};
export const blaming: Patterns = {
  "zh-CN": /您(没|忘|弄|误|不该)|操作失误|误操作|粗心|您的(错|失误)/,
  en: /you (forgot|failed|should have)|your (mistake|fault|error)|careless|negligen/i,
};
