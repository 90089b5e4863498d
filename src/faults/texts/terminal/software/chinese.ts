/** Texts in simplified Chinese for the terminal's software, its parameters, and a key that must be changed. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inChinese as zh } from "../../phrases.ts";

const afterUpdate = "不要再更新、重启或重装。";

export const softwareChinese: FaultTexts = {
  "sw.os_incompatible": {
    name: "系统更新后不兼容",
    say: "系统更新之后，收款应用开始出错。",
    do: ["请联系技术支持，换回可用的版本。", "在此之前换一台终端收款。"],
    doNot: [afterUpdate],
  },
  "sw.app_incompatible": {
    name: "应用更新后不兼容",
    say: "收款应用或参数变更之后，终端开始出错。",
    do: ["请联系技术支持，换回原来的版本。", "在此之前换一台终端收款。"],
    doNot: [afterUpdate],
  },
  "sw.app_bug": {
    name: "应用故障",
    say: "收款应用自身出错，与网络和卡片无关。",
    do: ["请先查询最后一笔交易的结果。", "请联系技术支持，终端已把检测数据发出。"],
    doNot: ["不要清除应用数据，也不要卸载应用。"],
  },
  "sw.os_fault": {
    name: "系统故障",
    say: "终端的操作系统出了故障。",
    do: ["请重启终端一次。", "仍然出错请联系技术支持。"],
    doNot: [zh.noRestartNow, "不要自行恢复出厂设置，会丢失交易记录和密钥。"],
  },
  "sw.crash": {
    name: "死机重启",
    say: "终端死机后自己重启了。",
    do: ["请先查询最后一笔交易的结果。", "反复死机请联系技术支持。"],
    doNot: [zh.lookUpFirst],
  },
  "sw.version_too_old": {
    name: "软件版本过低",
    say: "终端的软件版本太低，主机已不再接受。",
    do: ["请先执行“结算”。", "再联网更新终端软件。"],
    doNot: ["冲正未完成时不要更新。"],
  },
  "sw.param_outdated": {
    name: "终端参数过期",
    say: "终端里的参数或IC卡公钥已过期。",
    do: ["请执行“参数下载”和“IC卡公钥下载”，提示结算时先结算。", "仍然出错请联系收单机构。"],
    doNot: ["冲正未完成时不要下载。"],
  },
  "key.compromised": {
    name: "密钥需更换",
    say: "收单机构通知，这台终端的密钥需要更换。",
    do: ["请停用这台终端，联系收单机构更换密钥。", "请换一台终端收款。"],
    doNot: [],
  },
};
