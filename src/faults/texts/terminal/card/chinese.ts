/** Texts in simplified Chinese for the card in hand, how it was handled, and what risk rules answer. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inChinese as zh } from "../../phrases.ts";

const newCard = "请持卡人联系发卡行换新卡。";

export const cardChinese: FaultTexts = {
  "card.expired": {
    name: "卡片过期",
    say: "这张卡已过有效期。",
    do: [zh.otherCard, newCard],
    doNot: [],
  },
  "card.expiring_soon": {
    name: "卡片快到期",
    say: "这张卡快到有效期了。",
    do: ["请提醒持卡人尽快向发卡行换新卡。"],
    doNot: [],
  },
  "card.chip_damaged": {
    name: "卡片芯片损坏",
    say: "这张卡的芯片读不出，其他卡正常。",
    do: ["请改用挥卡，或换一张卡。", newCard],
    doNot: ["不要反复插拔。"],
  },
  "card.chip_dirty": {
    name: "卡片芯片脏污",
    say: "这张卡的芯片接触不良，其他卡正常。",
    do: ["请擦净卡片芯片，再插一次。", "仍然读不出请改用挥卡或换卡。"],
    doNot: [],
  },
  "card.mag_damaged": {
    name: "卡片磁条损坏",
    say: "这张卡的磁条已损坏，其他卡正常。",
    do: ["请改用插卡或挥卡，或换一张卡。", newCard],
    doNot: [],
  },
  "card.demagnetized": {
    name: "卡片消磁",
    say: "这张卡的磁条已消磁，其他卡正常。",
    do: ["请改用插卡或挥卡，或换一张卡。", newCard],
    doNot: [],
  },
  "card.mag_data_missing": {
    name: "卡片磁条信息缺失",
    say: "这张卡的磁条信息不全。",
    do: ["请改用插卡，或换一张卡。", newCard],
    doNot: [],
  },
  "card.poor_quality": {
    name: "卡片质量不良",
    say: "这张卡读取时好时坏，在别的终端也一样。",
    do: ["请换一张卡。", newCard],
    doNot: [],
  },
  "card.data_error": {
    name: "卡片信息错误",
    say: "从这张卡读到的信息不完整。",
    do: ["请改用插卡，再读一次。", "仍然出错请持卡人换卡，并联系发卡行。"],
    doNot: [],
  },
  "card.data_mismatch": {
    name: "卡片需发卡行核实",
    say: "这张卡没有通过发卡行的核对。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [zh.noTryingAgain],
  },
  "card.inserted_wrong": {
    name: "卡片未插好",
    say: "卡片可能插反了，或没有插到底。",
    do: ["请按卡槽图示，芯片一端朝里插到底。"],
    doNot: [],
  },
  "card.removed_early": {
    name: "拔卡过早",
    say: "交易还没完成，卡就拔出来了。",
    do: ["请先查询上一笔的结果，未成功再重新插卡。", "请等屏幕提示后再拔卡。"],
    doNot: [],
  },
  "card.chip_locked": {
    name: "芯片已停用",
    say: "这张卡的芯片已停用。",
    do: [zh.otherCard, zh.cardholderCalls],
    doNot: [zh.noTryingAgain],
  },
  "card.app_not_supported": {
    name: "终端不支持此卡",
    say: "这台终端不支持这张卡的芯片应用。",
    do: [zh.otherCard, "需要受理这种卡请联系收单机构。"],
    doNot: [],
  },
  "card.collision": {
    name: "感应到多张卡",
    say: "感应区里不止一张卡。",
    do: ["请只拿一张卡或一部手机，重新挥卡。"],
    doNot: ["不要把整个钱包贴上来。"],
  },
  "operator.swiped_chip_card": {
    name: "芯片卡需插卡",
    say: "这张是芯片卡，不能刷磁条。",
    do: ["请插卡或挥卡。"],
    doNot: [],
  },
  "operator.wrong_procedure": {
    name: "操作步骤不符",
    say: "操作步骤与终端要求的不一致。",
    do: ["请返回主菜单，按屏幕提示一步一步操作。", "需要时请收单机构提供操作指南。"],
    doNot: [],
  },
  "operator.wrong_amount": {
    name: "金额输入有误",
    say: "输入的金额与应收金额不一致。",
    do: [
      "多收：当日且持卡人在场，请在本机做消费撤销。",
      "多收但已隔日或持卡人已离开，请按退货处理。",
      "少收：征得持卡人同意补收差额，事后发现的填《特约商户调账申请表》。",
    ],
    doNot: [],
  },
  "operator.wrong_pan_entry": {
    name: "卡号输入有误",
    say: "手工输入的卡号或有效期没有通过。",
    do: ["请改用插卡或挥卡。", "只能手输时，请核对后重新输入。"],
    doNot: [],
  },
  "operator.wrong_goods_info": {
    name: "商品信息有误",
    say: "录入的商品信息可能有误。",
    do: ["请核对商品信息。", "已收款的，请按撤销或退货处理。"],
    doNot: [],
  },
  "operator.cancelled_or_timeout": {
    name: "交易取消或超时",
    say: "这笔交易还没发出，就已取消或等待超时。",
    do: ["请重新发起交易，在提示时间内完成操作。"],
    doNot: [],
  },
  "risk.fraud_suspected": {
    name: "需联系发卡行",
    say: "发卡行没有受理这笔交易。",
    do: [zh.cardholderCalls, zh.otherCard, "其余按收单机构的规程处理。"],
    doNot: [zh.noTryingAgain],
  },
  "risk.pin_lock_acquirer": {
    name: "此卡今日受限",
    say: "收单机构今天暂不受理这张卡。",
    do: [zh.otherCard, "这张卡请次日再用。"],
    doNot: ["不要再试密码。"],
  },
};
