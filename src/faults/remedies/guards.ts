/** What must hold before a remedy is given, and where that can be seen in the texts. */
import type { Language } from "../../model/text.ts";
import { type BothLanguages, both } from "./words.ts";

export interface GuardRule {
  readonly words: BothLanguages;
  /** Faults it may stand with, a family with a dot at its end; without it any. */
  readonly onlyWith?: readonly string[];
  readonly notWith?: readonly string[];
  /** What the text of a fault must say beside the remedy, to do or not to do. */
  readonly says?: Readonly<Record<Language, RegExp>>;
}

/** Faults in which the result of a payment is open, or a change has just gone wrong: nothing is renewed there. */
const moneyOpen = ["txn."];

export const guards = {
  reversal: {
    words: both("not while a payment or its reversal is still running", "有交易或冲正正在进行时不做"),
    notWith: moneyOpen,
    says: {
      "zh-CN": /(有交易.{0,2}冲正.*正在进行时|冲正未完成时)不要/,
      en: /not .*(while a payment.* reversal.*still running|before a waiting reversal)/i,
    },
  },
  update: {
    words: both("not during an update", "更新过程中不做"),
    says: { "zh-CN": /更新正在进行时不要/, en: /not .*while .*an update is still running/i },
  },
  hold: { words: both("not while the fleet is told to keep still", "通知全体终端暂缓操作期间不做") },
  open_batch: {
    words: both("the batch is settled first", "先结算，再操作"),
    says: { "zh-CN": /结算/, en: /settle/i },
  },
  version_known_old: {
    words: both("only when the version is known to be too old", "只在已知版本或参数过旧时做"),
    onlyWith: ["sw.version_too_old", "sw.param_outdated"],
  },
  not_after_change: {
    words: both("not when the trouble began with a change of version", "版本变更之后才出错的，不做"),
    notWith: ["sw.os_incompatible", "sw.app_incompatible"],
  },
  result_known: {
    words: both(
      "only when the result is known: refused, never sent, or reversed",
      "只在结果已知之后：被拒、未发出或已冲正",
    ),
  },
  before_charging: {
    words: both("comes before any second charge", "先补打，不得为此再次刷卡"),
    says: { "zh-CN": /不要.*再次刷卡/, en: /not charge the card again/i },
  },
  same_day: {
    words: both("on the same day and the same terminal, by a person only", "仅限当日、本机，由人操作"),
    says: { "zh-CN": /当日.*本机/, en: /on this terminal the same day/i },
  },
  person_only: { words: both("by a person only: the agent never does it", "只由人办理，程序不代办") },
  service_only: { words: both("service staff only", "只由维护人员操作") },
  support_changes: {
    words: both("the agent only reads; support changes the settings", "程序只读取，设置由技术支持更改"),
    says: { "zh-CN": /技术支持|服务商/, en: /call support|service provider/i },
  },
  host_reachable: {
    words: both("needs the host; settles no payment by itself", "要能连上主机；签到本身不处理任何一笔交易"),
    onlyWith: ["key.", "session.", "host.upgrade", "device.clock_wrong"],
  },
  router_silent: {
    words: both(
      "only when the router itself is the cause; the whole shop goes off",
      "只在路由器本身有问题时做，全店会断网",
    ),
    onlyWith: ["lan."],
    says: { "zh-CN": /其他终端.*不要/, en: /not .*another terminal/i },
  },
  cable_seen: { words: both("only when the cable carries nothing", "只在网线不通时做"), onlyWith: ["lan.cable_loose"] },
  signal_weak: {
    words: both("only when the signal is weak or gone", "只在信号弱或没有信号时做"),
    onlyWith: ["cell.signal_weak", "cell.no_service", "wifi.weak"],
  },
  other_way_looked_at: {
    words: both("the agent looks at the other way first, where there is one", "有另一种网络时，程序先检测它"),
    onlyWith: ["sim.", "cell.", "lan.", "wifi.", "net."],
  },
  dial_up: { words: both("terminals that dial only", "只限拨号终端"), onlyWith: ["line."] },
  keyed_or_code: {
    words: both("only after keying the number, or the codes", "只在手工输入卡号后，或收到所列应答码后"),
    onlyWith: ["issuer.info_mismatch", "operator.wrong_pan_entry"],
  },
  no_balance: {
    words: both("no balance is ever shown: the terminal does not know it", "不显示余额，终端也不知道余额"),
    onlyWith: ["issuer.insufficient_funds"],
  },
  merchant_money: {
    words: both("only for refunds and settlement; the merchant's account is meant", "只限退货和结算，指商户账户"),
    onlyWith: ["merchant."],
  },
  card_with_chip: {
    words: both("only for a card that has a chip, or when the stripe cannot be read", "只限芯片卡，或磁条读不出时"),
  },
  until_when: { words: both("says until when, where that is known", "知道何时结束的要说明") },
  no_accusation: { words: both("nothing that makes a cardholder a suspect", "不得使人怀疑持卡人") },
} as const satisfies Readonly<Record<string, GuardRule>>;

export type Guard = keyof typeof guards;
