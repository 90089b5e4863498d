/** Fault texts in simplified Chinese. Short, one action a line, no blame. */
import type { FaultTexts } from "../../model/text.ts";
import { inChinese as zh } from "./phrases.ts";

export const chinese: FaultTexts = {
  "sim.absent": {
    name: "未检测到SIM卡",
    say: "终端没有检测到SIM卡。",
    do: ["请关机，取出SIM卡重新插紧，再开机。"],
    doNot: [zh.noPowerOffNow, "不要换用其他终端的SIM卡，流量卡可能与本机绑定。"],
  },
  "sim.pin_locked": {
    name: "SIM卡已锁",
    say: "SIM卡要求输入PIN码或PUK码，已被锁定。",
    do: ["请联系服务商解锁或更换SIM卡。"],
    doNot: ["不要试猜密码，连续输错会把卡永久锁死。"],
  },
  "sim.data_exhausted": {
    name: "流量已用完",
    say: "信号正常但数据不通，很可能是流量卡的流量用完了。",
    do: ["请联系服务商续流量。", "续流量之前可改用WiFi或手机热点。"],
    doNot: [],
  },
  "cell.signal_weak": {
    name: "信号弱",
    say: "这里的移动信号太弱。",
    do: ["请把终端移到窗边或室外再试。"],
    doNot: [zh.lookUpFirst],
  },
  "cell.no_service": {
    name: "无服务",
    say: "终端搜不到移动网络。",
    do: ["请把终端换个位置。", "仍然无服务时，重启终端一次；还不行请联系服务商。"],
    doNot: [zh.noRestartNow],
  },
  "cell.registration_denied": {
    name: "网络拒绝注册",
    say: "移动网络拒绝了这张SIM卡。",
    do: ["请联系服务商，核查卡是否停机、是否与其他终端或地区绑定。"],
    doNot: ["不要反复重启，重启解决不了。"],
  },
  "modem.hung": {
    name: "通信模块卡死",
    say: "终端的通信模块没有响应。",
    do: ["请重启终端一次。"],
    doNot: [zh.noRestartNow],
  },
  "modem.module_fault": {
    name: "通信模块故障",
    say: "终端检测不到通信模块，或模块已损坏。",
    do: ["请换一台终端使用，并把这台送修。"],
    doNot: [],
  },
  "net.apn_wrong": {
    name: "APN设置错误",
    say: "移动网络不认识终端设置的接入点（APN）。",
    do: ["请联系技术支持，恢复收单机构要求的APN。"],
    doNot: ["不要自行修改网络设置。"],
  },
  "sim.contact_bad": {
    name: "SIM卡接触不良",
    say: "SIM卡反复接触不上。",
    do: ["请关机，取出SIM卡，用干布擦净金属触点，插紧后再开机。"],
    doNot: [zh.noPowerOffNow, "不要往卡槽里塞纸片等异物。"],
  },
  "sim.invalid": {
    name: "SIM卡失效",
    say: "移动网络已不认这张SIM卡，或卡已损坏。",
    do: ["请联系服务商更换SIM卡。"],
    doNot: ["不要换用其他终端的SIM卡，流量卡可能与那台机器绑定。"],
  },
  "sim.expired": {
    name: "流量卡到期",
    say: "流量卡的套餐很可能已到期，这类卡都有固定的使用期限。",
    do: ["请联系服务商续费或更换流量卡。", "在此之前可改用WiFi或手机热点。"],
    doNot: [],
  },
  "sim.arrears": {
    name: "流量卡停机",
    say: "运营商已停用这张卡的数据，多半是欠费。",
    do: ["请联系流量卡的付费方，缴费后复机。", "在此之前可改用WiFi或手机热点。"],
    doNot: ["不要反复重启，停机状态不会因此改变。"],
  },
  "sim.not_subscribed": {
    name: "流量卡未开通数据",
    say: "这张SIM卡的套餐不含当前数据业务。",
    do: ["请联系服务商为此卡开通数据，并核对接入点（APN）。"],
    doNot: ["不要自行修改网络设置。"],
  },
  "sim.locked_imei": {
    name: "机卡绑定锁卡",
    say: "这张SIM卡与另一台终端绑定，在本机被拒。",
    do: ["请把SIM卡插回原来的终端，并联系服务商申请解锁。"],
    doNot: ["不要在终端之间互换SIM卡。", "不要反复重启，否则锁卡时间可能更长。"],
  },
  "cell.congested": {
    name: "移动网络拥塞",
    say: "这里用网的人太多，移动网络暂时拒绝接入。",
    do: ["请改用WiFi，或等几分钟再试。"],
    doNot: [zh.lookUpFirst],
  },
  "cell.carrier_outage": {
    name: "运营商网络故障",
    say: "移动运营商的网络出了故障，终端本身正常。",
    do: ["请改用WiFi，或等待运营商恢复。"],
    doNot: [zh.notTheTerminal],
  },
  "power.brownout_under_load": {
    name: "供电不足",
    say: "供电电压跌落，通信模块反复重启。",
    do: ["请使用原装电源和数据线，先充电再使用。", "如再次出现，请送检电池和电源。"],
    doNot: ["电量很低时不要边打印边交易。"],
  },
  unlisted: {
    name: "原因未明",
    say: "终端有异常，原因还没有查清。",
    do: ["请联系技术支持，终端已把检测数据发出。"],
    doNot: [],
  },
};
