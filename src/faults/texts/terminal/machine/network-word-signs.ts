/** What people say of the network, in words. */
import { type SignTexts, sign } from "../../sign.ts";

function told(en: string, chinese: string) {
  return {
    en: sign(`${en}, a person says`, `nobody says: ${en}`),
    "zh-CN": sign(`有人说${chinese}`, `无人说${chinese}`),
  };
}

export const networkWordSigns: SignTexts = {
  told_no_sim: told("no SIM card is found", "找不到SIM卡"),
  told_sim_code: told("the SIM card asks for a code", "SIM卡要密码"),
  told_place: told("it depends on the place", "换个地方就好"),
  told_by_turns: told("the network comes and goes", "网络时好时坏"),
  told_no_bars: told("there is no signal", "没有信号"),
  told_weak_bars: told("the signal is weak", "信号弱"),
  told_full_bars: told("the signal is full", "信号满格"),
  told_slow: told("it is slow", "刷得很慢"),
  told_way_in_vain: told("another network does not help", "换网也不行"),
  told_way_works: told("it works over another network", "换网就能用"),
  told_street: told("others nearby have no network", "附近都没网"),
  told_phone_too: told("telephones have no network", "手机也没网"),
  told_shop_out: told("all in the shop are offline", "店里都没网"),
  told_shop_fine: told("others in the shop are online", "店里别的能上网"),
  told_password: told("the Wi-Fi password is another", "WiFi密码变了"),
  told_maintenance: told("there is maintenance", "系统在维护"),
  told_firewall: told("there is a firewall", "装了防火墙"),
  told_router_new: told("the router or an address is new", "换了路由或地址"),
  told_portal: told("the Wi-Fi wants a web page", "WiFi要网页登录"),
  told_line_dead: told("the telephone line is dead", "电话线没声音"),
  told_line_engaged: told("somebody is on the telephone", "电话正占线"),
  told_cable: told("a network cable was touched", "动过网线"),
  told_digging: told("there was digging or lightning", "附近施工或打雷"),
  told_dropped: told("the terminal fell", "机器摔过"),
  told_unpaid: told("a bill is unpaid", "欠费停机"),
  told_crowd: told("many people are there", "人多的时候"),
  told_streaming: told("somebody streams or downloads", "有人看视频下载"),
  told_restart_in_vain: told("a restart did not help", "重启也没用"),
  told_restarted: told("a restart helped", "重启就好"),
  told_month: told("it began with the month", "月初月底开始"),
};
