/** Sentences that stand with many faults; written once, so that they read the same wherever a merchant meets them. */
export const inChinese = {
  lookUpFirst: "没看到结果的交易不要重刷，请先查询交易结果。",
  notTheTerminal: "不要重启终端，问题不在终端。",
  noRestartNow: "有交易、冲正或更新正在进行时不要重启。",
  noPowerOffNow: "有交易、冲正或更新正在进行时不要关机。",
  noRouterOffNow: "店里其他终端正在交易时不要关路由器。",
  noChargeForSlip: "不要为了打签购单再次刷卡。",
  noTryingAgain: "不要反复重试。",
  otherCard: "请持卡人换一张卡，或换其他付款方式。",
  cardholderCalls: "请持卡人联系发卡行。",
  untilThenOtherWay: "在此之前可用其他方式收款。",
  reprint: "再选择“重打印”补打签购单。",
} as const;

export const inEnglish = {
  lookUpFirst: "Do not repeat a payment whose result you have not seen: look the result up first.",
  notTheTerminal: "Do not restart the terminal: it is not the cause.",
  noRestartNow: "Do not restart while a payment, its reversal or an update is still running.",
  noPowerOffNow: "Do not switch it off while a payment, its reversal or an update is still running.",
  noRouterOffNow: "Do not switch the router off while another terminal of the shop is in a payment.",
  noChargeForSlip: "Do not charge the card again just to get a slip.",
  noTryingAgain: "Do not try again and again.",
  otherCard: "Ask the cardholder for another card or another way to pay.",
  cardholderCalls: "Ask the cardholder to contact the card's bank.",
  untilThenOtherWay: "Until then, take the payment another way.",
  reprint: "Then choose REPRINT to get the slip.",
} as const;
