/** Texts in simplified Chinese for where a payment's money stands. They come before every technical cause. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inChinese as zh } from "../../phrases.ts";

export const moneyChinese: FaultTexts = {
  "txn.approved_not_printed": {
    name: "已成功未打单",
    say: "交易已成功，请勿再次刷卡，只是签购单没有打出来。",
    do: ["请检查打印纸，没纸先装纸。", zh.reprint, "仍打不出请记下流水号，联系技术支持。"],
    doNot: ["不要再次刷卡，否则会重复扣款。"],
  },
  "txn.state_unknown": {
    name: "交易结果未知",
    say: "交易已发出，但没有收到结果，可能已经扣款。",
    do: ["请先查询这笔交易的结果。", "提示冲正时，请保持联网，等冲正完成。", "查不到结果请联系收单机构。"],
    doNot: ["结果未明之前不要再次刷卡。", "不要关机或重启。", "不要只凭扣款短信交货。"],
  },
  "txn.reversal_pending": {
    name: "等待冲正",
    say: "上一笔没有收到结果，终端还要把它冲正。",
    do: ["请保持联网和供电，终端会在下一笔联机交易前自动冲正。", "看到“冲正成功”后，才能为这一笔重新收款。"],
    doNot: ["不要关机、重启或更新软件。", "冲正成功之前不要为这一笔再次刷卡。"],
  },
  "txn.reversal_ok": {
    name: "冲正成功",
    say: "上一笔已冲正成功，款项会退回持卡人。",
    do: ["请为持卡人重新刷卡收款。", "如已扣款，请持卡人向发卡行了解退款到账时间。"],
    doNot: [],
  },
  "txn.reversal_failed": {
    name: "冲正不成功",
    say: "冲正没有成功，持卡人可能已被扣款。",
    do: [
      "请致电收单机构客服，报流水号和金额，次日与银行对账。",
      "货已交付的，请填托收请款申请表交收单机构。",
      "货未交付的，请收单机构把款退给持卡人。",
    ],
    doNot: ["对账有结果之前不要再次刷卡。", "不要关机、重启或重装软件。"],
  },
  "txn.duplicate_charge_risk": {
    name: "可能重复扣款",
    say: "同一张卡、同样的金额可能扣了两次。",
    do: [
      "请核对这两笔交易，持卡人只签一张签购单。",
      "确认多扣的，当日在本机撤销多出的一笔。",
      "隔日请联系收单机构退回多扣的款。",
    ],
    doNot: ["核对之前不要再次刷卡。"],
  },
  "txn.data_error": {
    name: "交易数据错误",
    say: "主机不接受这笔交易的数据。",
    do: ["请先查询这笔交易的结果，确认未成功后再重做一次。", "仍然出现请联系收单机构。"],
    doNot: [zh.noTryingAgain],
  },
  "txn.refund_needed": {
    name: "持卡人退货",
    say: "这是持卡人退货，不是终端故障。",
    do: ["请按退货流程填写《特约商户调账申请表》，盖章交收单机构。"],
    doNot: [],
  },
};
