/**
 * What merchants say and what a screen shows, and what that can mean: never one fault alone. From the merchants' guides
 * (S0 why a POS shows failure, S1 cards cannot be read, S2 transaction ended, S3 connection failed, S4 account abnormal).
 */

export interface Symptom {
  /** As it stands on screens and in the guides; the first is the usual wording. */
  readonly chinese: readonly string[];
  readonly english: string;
  /** Fault ids, or families as `sim.`; the likeliest first. */
  readonly means: readonly string[];
  /** What tells them apart, one sentence. */
  readonly ask: string;
  readonly guides: string;
}

export const symptoms: readonly Symptom[] = [
  {
    chinese: ["显示失败", "POS失败", "交易失败"],
    english: "“failed”, with no reason",
    means: ["host.", "issuer.", "net.", "reader.", "card.", "sw.", "device."],
    ask: "The prompt carries no cause: ask for the response code, or the local error, and whether every card fails.",
    guides: "S0 S3",
  },
  {
    chinese: ["刷不了卡", "读不出卡", "无法识别卡片"],
    english: "the card cannot be read",
    means: ["reader.", "card.", "operator.", "host.", "issuer."],
    ask: "One card or all, chip or contactless or stripe? With a response code it is not the reader: merchants say it of refusals too.",
    guides: "S1 S3",
  },
  {
    chinese: ["交易终止"],
    english: "transaction ended",
    means: ["operator.cancelled_or_timeout", "net.", "host.", "sw.", "device."],
    ask: "How far did it get: nothing sent, or sent and not answered? Did somebody press cancel, or take the card out?",
    guides: "S2",
  },
  {
    chinese: ["连接失败", "无法连接", "联接失败", "连接不上"],
    english: "connection failed, cannot connect",
    means: ["cell.", "sim.", "modem.", "net.", "host.", "lan.", "wifi.", "line."],
    ask: "By what does the terminal reach the world (SIM, cable, Wi-Fi, telephone), and does anything else on that way work?",
    guides: "S3",
  },
  {
    chinese: ["通讯失败（长时间）"],
    english: "communication failed, for a long time",
    means: ["sim.data_exhausted", "sim.expired", "sim.arrears", "cell.", "host."],
    ask: "On a mobile terminal the data volume comes first: is it the end of the month, is the signal good?",
    guides: "S3",
  },
  {
    chinese: ["账户异常"],
    english: "account abnormal",
    means: ["issuer.", "merchant.", "host.", "net.", "device."],
    ask: "One card or every card? Every card means the merchant's account or the host, whatever the prompt says.",
    guides: "S4",
  },
  {
    chinese: ["余额充足仍提示账户异常"],
    english: "account abnormal, though there is money on it",
    means: ["host.down", "issuer.account_abnormal", "sw.app_bug", "device.hardware_fault"],
    ask: "Does another card of another bank work on the same terminal?",
    guides: "S4",
  },
  {
    chinese: ["交易缓慢"],
    english: "payments take long",
    means: ["net.bandwidth_low", "host.congested", "cell.congested", "net.unstable"],
    ask: "At certain hours only? Slow for the shop's other devices too?",
    guides: "S2",
  },
  {
    chinese: ["报错冲正且未打印签购单，持卡人收到扣款短信"],
    english: "reversal error and no slip, while the cardholder's bank tells of a debit",
    means: ["txn.state_unknown", "txn.reversal_pending", "txn.reversal_failed", "txn.duplicate_charge_risk"],
    ask: "Look the result up first. Nothing is charged again and nothing is switched off until it is known.",
    guides: "S3",
  },
  {
    chinese: ["交易成功未打单"],
    english: "approved, but no slip",
    means: ["txn.approved_not_printed", "printer.paper_out", "printer."],
    ask: "The money is taken: reprint, never charge again.",
    guides: "S3",
  },
  {
    chinese: ["重复扣款"],
    english: "charged twice",
    means: ["txn.duplicate_charge_risk", "txn.state_unknown"],
    ask: "Same card, same amount, within minutes? Only one slip is to be signed.",
    guides: "S3",
  },
  {
    chinese: ["系统崩溃", "死机"],
    english: "the terminal hangs or crashes",
    means: ["sw.crash", "sw.os_fault", "sw.app_bug", "power.brownout_under_load"],
    ask: "Does it come back by itself, and did anything change (version, power adapter) before it began?",
    guides: "S2",
  },
  {
    chinese: ["信号标示弱"],
    english: "few bars of signal",
    means: ["cell.signal_weak", "cell.no_service"],
    ask: "Does it work at the window or outside?",
    guides: "S3",
  },
];
