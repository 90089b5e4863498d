/** Texts in simplified Chinese for power, surroundings and the terminal's body. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inChinese as zh } from "../../phrases.ts";

export const machineChinese: FaultTexts = {
  "power.mains_unstable": {
    name: "市电不稳",
    say: "插座的供电不稳，时有时无。",
    do: ["请换一个独立的插座。", "请避开电梯和大功率设备的线路，仍不稳请加装UPS电源。"],
    doNot: [],
  },
  "power.supply_interrupted": {
    name: "供电中断",
    say: "终端的外部供电中断了。",
    do: ["请插紧电源线，放正底座。", "仍不充电请换一个插座。"],
    doNot: [],
  },
  "power.adapter_mismatch": {
    name: "电源适配器不匹配",
    say: "电源适配器的输出与终端不匹配。",
    do: ["请换用原装适配器。", "没有原装适配器请联系售后。"],
    doNot: ["不要用手机充电器代替。"],
  },
  "power.battery_low": {
    name: "电池电量低",
    say: "终端电量低。",
    do: ["请接上电源充电，然后再收款。"],
    doNot: [],
  },
  "power.battery_degraded": {
    name: "电池老化",
    say: "终端的电池已老化，掉电很快。",
    do: ["请接着电源使用。", "请联系售后更换电池。"],
    doNot: ["电池鼓包时不要继续充电或使用。"],
  },
  "env.emi": {
    name: "电磁干扰",
    say: "终端可能受到附近设备的电磁干扰。",
    do: ["请让终端远离电机、微波炉和对讲机，再试一次。"],
    doNot: [],
  },
  "env.esd": {
    name: "静电影响",
    say: "终端可能受到静电影响。",
    do: ["请在柜台铺防静电垫并接地。", "经常出现请送修。"],
    doNot: [],
  },
  "env.strong_magnetic_field": {
    name: "强磁场",
    say: "附近的强磁场可能影响刷磁条，插卡和挥卡正常。",
    do: ["请改用插卡或挥卡。", "请让终端远离磁铁、音箱和无线电发射设备。"],
    doNot: ["不要把卡片放在磁铁旁。"],
  },
  "env.temp_high": {
    name: "温度过高",
    say: "终端过热。",
    do: ["请移到阴凉通风处，等它降温。"],
    doNot: ["不要放在阳光下或热源旁。"],
  },
  "env.temp_low": {
    name: "温度过低",
    say: "终端温度太低。",
    do: ["请拿到室内，等它回温后再用。"],
    doNot: ["不要用火或热风烘烤。"],
  },
  "env.humidity": {
    name: "受潮",
    say: "终端可能受潮。",
    do: ["请擦干，放在通风处晾干后再用。", "进了水请送修。"],
    doNot: ["晾干之前不要通电，也不要烘烤。"],
  },
  "env.disaster": {
    name: "自然灾害",
    say: "所在地区可能受到灾害影响。",
    do: ["请先保证人身安全。", "之后联系收单机构报损，更换终端。"],
    doNot: ["不要给泡过水的终端通电。"],
  },
  "env.vandalism": {
    name: "外力损坏",
    say: "终端可能受到外力损坏。",
    do: ["请停用这台终端，联系收单机构检测。", "需要时报警。"],
    doNot: ["检测之前不要继续使用。"],
  },
  "env.theft": {
    name: "终端丢失",
    say: "终端可能不在商户手中。",
    do: ["请立即通知收单机构停用这台终端和密钥。", "需要时报警。"],
    doNot: [],
  },
  "device.hardware_fault": {
    name: "终端硬件故障",
    say: "终端内部有部件损坏。",
    do: ["请重启终端一次。", "仍然出错请换一台终端，把这台送修。"],
    doNot: [zh.noRestartNow, "不要自行拆机。"],
  },
  "device.controller_fault": {
    name: "控制器故障",
    say: "终端的主板或安全处理器没有响应。",
    do: ["请换一台终端使用，把这台送修。"],
    doNot: ["不要自行拆机，拆机会清除密钥。"],
  },
  "device.keypad_fault": {
    name: "键盘故障",
    say: "终端的按键失灵或被卡住。",
    do: ["请擦净键盘，检查有没有卡住的键。", "仍然失灵请送修。"],
    doNot: [],
  },
  "device.display_fault": {
    name: "显示屏故障",
    say: "终端的屏幕显示不正常。",
    do: ["请重启终端一次。", "仍然黑屏或花屏请送修。"],
    doNot: [zh.noRestartNow],
  },
  "device.pinpad_fault": {
    name: "密码键盘故障",
    say: "密码键盘不工作。",
    do: ["外接密码键盘请重新插紧。", "仍然不行请换一台终端，把密码键盘送修。"],
    doNot: ["不要用其他设备代输密码。"],
  },
  "device.storage_full": {
    name: "存储空间不足",
    say: "终端的存储空间已满。",
    do: ["请先执行“结算”。", "仍然提示请联系技术支持清理空间。"],
    doNot: ["不要清除收款应用的数据，会丢失交易记录。"],
  },
  "device.tamper_locked": {
    name: "安全锁定",
    say: "终端的安全保护已触发，终端已锁定。",
    do: ["请停止使用，联系收单机构或厂家。", "请换一台终端收款。"],
    doNot: ["不要自行解锁或拆机。"],
  },
};
