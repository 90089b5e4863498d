/** What the states between faults and signs are called. */
import type { Language } from "../../model/text.ts";

export const conditionTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  module_silent: { en: "the communication module does not answer", "zh-CN": "通信模块无响应" },
  sim_unusable: { en: "the SIM card cannot be used", "zh-CN": "SIM卡不可用" },
  not_registered: { en: "the terminal is not in a mobile network", "zh-CN": "未注册到移动网络" },
  no_bearer: { en: "there is no mobile data connection", "zh-CN": "没有移动数据连接" },
  link_down: { en: "the network cable carries nothing", "zh-CN": "网线无链路" },
  wifi_link_lost: { en: "Wi-Fi is not connected", "zh-CN": "WiFi未连接" },
  no_address: { en: "the terminal has no address in the shop's network", "zh-CN": "没有店内网络地址" },
  no_route: { en: "there is no way out of the shop's network", "zh-CN": "没有出口路由" },
  gateway_dead: { en: "the router does not answer", "zh-CN": "路由器无响应" },
  no_path: { en: "nothing beyond the terminal's own link is reached", "zh-CN": "外网不通" },
  path_poor: { en: "the way to the world loses packets or is slow", "zh-CN": "网络丢包或缓慢" },
  names_wrong: { en: "name servers give a wrong address", "zh-CN": "域名解析到错误地址" },
  host_gone: { en: "the host is gone for everybody", "zh-CN": "主机整体不可达" },
  host_unreachable: { en: "no connection to the host comes about", "zh-CN": "主机连不上" },
  tls_fails: { en: "no secure connection to the host comes about", "zh-CN": "与主机的加密连接失败" },
  no_answer: { en: "the host gives no answer", "zh-CN": "主机无应答" },
  payments_fail: { en: "payments fail", "zh-CN": "交易失败" },
};

/** A condition in words; one without them is told by its id. */
export function conditionOf(id: string, language: Language): string {
  return conditionTexts[id]?.[language] ?? id;
}
