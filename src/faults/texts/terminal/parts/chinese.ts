/** Texts in simplified Chinese for card readers and the printer. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inChinese as zh } from "../../phrases.ts";

export const partsChinese: FaultTexts = {
  "reader.icc_fault": {
    name: "芯片读卡器故障",
    say: "终端读不了芯片卡，换卡也一样。",
    do: ["请改用挥卡，或换一台终端。", "请把这台终端送修。"],
    doNot: ["不要往卡槽里塞异物。"],
  },
  "reader.icc_dirty": {
    name: "插卡触点脏污",
    say: "终端的插卡触点脏了，读卡时好时坏。",
    do: ["请用清洁卡清洁卡槽。", "晾干后用两张不同的卡测试。"],
    doNot: ["不要往卡槽里喷水或塞纸。"],
  },
  "reader.mag_fault": {
    name: "磁条读卡器故障",
    say: "终端读不了磁条，换卡也一样。",
    do: ["请改用插卡或挥卡。", "请把这台终端送修。"],
    doNot: [],
  },
  "reader.mag_dirty": {
    name: "磁头脏污",
    say: "终端的磁头脏了，多张卡刷卡读不全。",
    do: ["请用清洁卡清洁磁头。", "清洁之前请改用插卡或挥卡。"],
    doNot: [],
  },
  "reader.nfc_fault": {
    name: "挥卡感应故障",
    say: "终端感应不到卡片和手机，换卡也一样。",
    do: ["请改用插卡。", "请把这台终端送修。"],
    doNot: [],
  },
  "printer.fault": {
    name: "打印机故障",
    say: "终端的打印机不工作。",
    do: ["请打开纸仓，重新装纸并关好。", zh.reprint, "仍不打印请送修，修好后可以补打。"],
    doNot: [zh.noChargeForSlip],
  },
  "printer.paper_out": {
    name: "缺纸",
    say: "打印机没有纸了。",
    do: ["请装上打印纸。", zh.reprint],
    doNot: [zh.noChargeForSlip],
  },
  "printer.paper_jam": {
    name: "卡纸",
    say: "打印机卡纸了。",
    do: ["请打开纸仓，取出卡住的纸，重新装好。", zh.reprint],
    doNot: [zh.noChargeForSlip, "不要硬拉纸，也不要用刀撬。"],
  },
  "printer.overheat": {
    name: "打印头过热",
    say: "打印头过热，暂停打印。",
    do: ["请等几分钟，让打印头降温。", zh.reprint],
    doNot: [zh.noChargeForSlip],
  },
  "printer.cover_open": {
    name: "纸仓盖未关",
    say: "打印机的纸仓盖没有关好。",
    do: ["请把纸仓盖关好。", zh.reprint],
    doNot: [zh.noChargeForSlip],
  },
  "printer.low_voltage_block": {
    name: "电量低不能打印",
    say: "电量太低，终端暂停打印。",
    do: ["请接上电源。", zh.reprint],
    doNot: [zh.noChargeForSlip],
  },
};
