/** Procedures about money: amounts, returns, slips, reversals. What is dangerous in the guides is put right. */
import { both } from "../remedies/words.ts";
import type { Procedure } from "./procedure.ts";

const lookUpFirst = both("Look up the result of the payment first.", "请先查询这笔交易的结果。");
const keepPowered = both(
  "Stay online and powered; do not switch off, restart or update.",
  "保持联网和供电，不要关机、重启或更新。",
);
const neverBefore = both("Do not charge the card again before the result is known.", "结果未明之前不要再次刷卡。");

export const moneyProcedures: readonly Procedure[] = [
  {
    id: "amount_too_high",
    title: both("Too much was entered", "金额多输"),
    guides: "S3",
    steps: [
      both(
        "The same day, with the cardholder still there: void the payment on this terminal.",
        "当日且持卡人未离开：由收银员在本机做消费撤销。",
      ),
      both("The cardholder gone, or a later day: handle it as a refund.", "持卡人已离开，或已隔日：按退货处理。"),
    ],
    faults: ["operator.wrong_amount"],
  },
  {
    id: "amount_too_low",
    title: both("Too little was entered", "金额少输"),
    guides: "S3",
    steps: [
      both(
        "At once: explain it, and charge the difference if the cardholder agrees.",
        "当场：向持卡人说明，征得同意后补刷差额。",
      ),
      both(
        "Later: give the acquirer the trace number, fill in the adjustment form, and explain it in writing.",
        "事后：向收单机构提供流水号，填《特约商户调账申请表》，并附书面说明。",
      ),
    ],
    faults: ["operator.wrong_amount"],
  },
  {
    id: "refund",
    title: both("Return of goods", "退货"),
    guides: "S3",
    steps: [
      both(
        "Fill in the adjustment form: amount, trace number, date and time, name of the merchant.",
        "填《特约商户调账申请表》，写明金额、流水号、时间和商户名。",
      ),
      both("Stamp it and send it to the acquirer.", "盖章后交收单机构。"),
      both(
        "The form asks for the card number: write it on paper only, never into the terminal's notes.",
        "表上要填卡号的，只写在纸上，不要记入终端的备注。",
      ),
    ],
    faults: ["txn.refund_needed", "operator.wrong_amount", "operator.wrong_goods_info"],
  },
  {
    id: "approved_no_slip",
    title: both("Approved, but no slip", "交易成功未打单"),
    guides: "S3",
    steps: [
      both("The payment is done: do not charge the card again.", "交易已成功，不要再次刷卡。"),
      both("Check the paper, then choose REPRINT.", "检查打印纸，再选择“重打印”。"),
      both("If nothing prints, note the trace number and call support.", "仍打不出，记下流水号，联系技术支持。"),
    ],
    faults: ["txn.approved_not_printed", "printer.paper_out"],
    corrected: {
      advice: [1],
      because: both(
        "The guide has the card charged until a slip comes: the cardholder would pay twice.",
        "原文要求一直刷到出单为止，会使持卡人被重复扣款。",
      ),
    },
  },
  {
    id: "reversal_meaning",
    title: both("What a reversal is", "冲正是什么"),
    guides: "S3",
    steps: [
      both("The payment was sent, and no answer came back in time.", "交易已发出，但在时限内没有收到应答。"),
      both(
        "The terminal then takes the payment back by itself, before its next online payment.",
        "终端会在下一笔联机交易之前，自动把这一笔撤回。",
      ),
      both(
        "It succeeds: the money goes back, and the sale is charged anew. It does not: the money may be taken, and only a reconciliation tells.",
        "看到“冲正成功”后款项会退回，再重新收款。冲正不成功：可能已扣款，要对账后才知道。",
      ),
    ],
    faults: ["txn.reversal_pending", "txn.reversal_ok", "txn.reversal_failed"],
    corrected: {
      advice: [5],
      because: both(
        "The guide has the card charged again after a failed reversal: it may be debited already.",
        "原文要求冲正不成功也再刷一次，但卡可能已被扣款。",
      ),
    },
  },
  {
    id: "reversal_met",
    title: both("The terminal shows a reversal", "遇到冲正怎么办"),
    guides: "S3",
    steps: [
      lookUpFirst,
      keepPowered,
      neverBefore,
      both("No slip is printed for a reversed payment.", "已冲正的交易一般不打签购单。"),
      both(
        "Only when the reversal has succeeded, take the payment anew. Money that was taken comes back within days.",
        "看到“冲正成功”后，才能重新收款；已扣的款由银行在数日内退回。",
      ),
    ],
    faults: ["txn.reversal_pending", "txn.state_unknown", "host.timeout"],
    corrected: {
      advice: [5],
      because: both(
        "The guide has the card charged once more at once, with the reversal still open.",
        "原文要求马上再刷一次，而这时冲正还没有结果。",
      ),
    },
  },
  {
    id: "reversal_judged",
    title: both("Was the cardholder charged?", "是否已扣款的判断"),
    guides: "S3",
    steps: [
      both(
        "Nobody at the counter can tell, whatever message the cardholder has got.",
        "柜台上无法判断，不要只看持卡人的扣款短信。",
      ),
      both("Call the acquirer with trace number, amount and time.", "致电收单机构客服，报流水号、金额和时间。"),
      both("The acquirer reconciles with the bank the next day and calls back.", "收单机构次日与银行对账后回复。"),
      neverBefore,
    ],
    faults: ["txn.state_unknown", "txn.reversal_failed"],
  },
  {
    id: "reconciled_reversed",
    title: both("Reconciled: the reversal succeeded", "对账结果：冲正成功"),
    guides: "S3",
    steps: [
      both("The money goes back to the cardholder.", "款项退回持卡人。"),
      both(
        "If the goods were handed over, file a claim form with the acquirer.",
        "货已交付的，填托收请款申请表，向收单机构请款。",
      ),
    ],
    faults: ["txn.reversal_ok", "txn.reversal_failed"],
  },
  {
    id: "reconciled_charged",
    title: both("Reconciled: the reversal failed", "对账结果：冲正失败"),
    guides: "S3",
    steps: [
      both(
        "The money was taken. It can go to the merchant or back to the cardholder.",
        "款项已扣，可以付给商户，也可以退给持卡人。",
      ),
      both("Goods handed over: file a claim form with the acquirer.", "货已交付的，填托收请款申请表，向收单机构请款。"),
      both(
        "Goods not handed over: ask the acquirer to pay the cardholder back.",
        "货未交付的，请收单机构直接退给持卡人。",
      ),
    ],
    faults: ["txn.reversal_failed"],
  },
];
