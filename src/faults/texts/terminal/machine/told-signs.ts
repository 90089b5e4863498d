/** What people say of the terminal's body, in words. */
import { type SignTexts, sign } from "../../sign.ts";

export const toldSigns: SignTexts = {
  told_adapter: {
    en: sign("another adapter is used, a person says", "nobody speaks of another adapter"),
    "zh-CN": sign("有人说用了别的电源", "无人提及别的电源"),
  },
  told_lamp_dark: {
    en: sign("the charging lamp is dark, a person says", "nobody says the charging lamp is dark"),
    "zh-CN": sign("有人说充电灯不亮", "无人说充电灯不亮"),
  },
  told_thought_charging: {
    en: sign("it was left to charge, a person says", "nobody says it was left to charge"),
    "zh-CN": sign("有人说一直在充电", "无人说一直在充电"),
  },
  told_loose: {
    en: sign("plug or dock loose, a person says", "nobody speaks of plug or dock"),
    "zh-CN": sign("有人说插头底座松动", "无人提及插头底座"),
  },
  told_flickers: {
    en: sign("mains flickers, a person says", "nobody speaks of the mains"),
    "zh-CN": sign("有人说电不稳", "无人提及电不稳"),
  },
  told_under_load: {
    en: sign("off when it prints or sends, one says", "nobody says it goes off under load"),
    "zh-CN": sign("有人说打印发送时断电", "无人说打印时断电"),
  },
  told_not_charging: {
    en: sign("does not charge, a person says", "nobody says it does not charge"),
    "zh-CN": sign("有人说充不进电", "无人说充不进电"),
  },
  told_runs_down: {
    en: sign("battery runs down, a person says", "nobody says the battery runs down"),
    "zh-CN": sign("有人说电池不耐用", "无人说电池不耐用"),
  },
  told_empty: {
    en: sign("battery empty, a person says", "nobody says the battery is empty"),
    "zh-CN": sign("有人说没电", "无人说没电"),
  },
  told_static: {
    en: sign("shocks are felt, a person says", "nobody speaks of shocks"),
    "zh-CN": sign("有人说有静电", "无人提及静电"),
  },
  told_magnet: {
    en: sign("a magnet is near, a person says", "nobody speaks of magnets"),
    "zh-CN": sign("有人说旁边有磁体", "无人提及磁体"),
  },
  told_damp: {
    en: sign("it got wet, a person says", "nobody says it got wet"),
    "zh-CN": sign("有人说受潮进水", "无人提及受潮"),
  },
  told_hot: {
    en: sign("it is hot, a person says", "nobody says it is hot"),
    "zh-CN": sign("有人说很热", "无人说很热"),
  },
  told_cold: {
    en: sign("it is cold, a person says", "nobody says it is cold"),
    "zh-CN": sign("有人说很冷", "无人说很冷"),
  },
  told_all_ways: {
    en: sign("no card is read in any way, a person says", "nobody says no card is read in any way"),
    "zh-CN": sign("有人说怎么刷都不认", "无人说怎么刷都不认"),
  },
  told_screen_broken: {
    en: sign("screen garbled or cracked, a person says", "nobody says the screen is garbled or cracked"),
    "zh-CN": sign("有人说屏幕花了裂了", "无人说屏幕花或裂"),
  },
  told_screen: {
    en: sign("screen fails, a person says", "nobody says the screen fails"),
    "zh-CN": sign("有人说屏幕异常", "无人说屏幕异常"),
  },
  told_keys: {
    en: sign("keys fail, a person says", "nobody says keys fail"),
    "zh-CN": sign("有人说按键异常", "无人说按键异常"),
  },
  told_clock: {
    en: sign("time is wrong, a person says", "nobody says the time is wrong"),
    "zh-CN": sign("有人说时间不对", "无人说时间不对"),
  },
  told_tap: {
    en: sign("tapping fails, a person says", "nobody says tapping fails"),
    "zh-CN": sign("有人说感应失灵", "无人说感应失灵"),
  },
  told_chip: {
    en: sign("chip slot fails, a person says", "nobody says the chip slot fails"),
    "zh-CN": sign("有人说插卡失灵", "无人说插卡失灵"),
  },
  told_stripe: {
    en: sign("swiping fails, a person says", "nobody says swiping fails"),
    "zh-CN": sign("有人说磁条失灵", "无人说磁条失灵"),
  },
  told_pinpad: {
    en: sign("PIN pad fails, a person says", "nobody says the PIN pad fails"),
    "zh-CN": sign("有人说密码键盘异常", "无人说密码键盘异常"),
  },
  told_printer_bad: {
    en: sign("printer fails, a person says", "nobody says the printer fails"),
    "zh-CN": sign("有人说打印机故障", "无人说打印机故障"),
  },
  told_paper_out: {
    en: sign("no paper, a person says", "nobody says paper is out"),
    "zh-CN": sign("有人说没纸", "无人说没纸"),
  },
  told_jam: {
    en: sign("paper jammed, a person says", "nobody says paper is jammed"),
    "zh-CN": sign("有人说卡纸", "无人说卡纸"),
  },
  told_cover: {
    en: sign("cover open, a person says", "nobody says the cover is open"),
    "zh-CN": sign("有人说纸仓盖未关", "无人说纸仓盖未关"),
  },
  told_print_heat: {
    en: sign("print head hot, a person says", "nobody says the print head is hot"),
    "zh-CN": sign("有人说打印头过热", "无人说打印头过热"),
  },
  told_print_voltage: {
    en: sign("too little power to print, one says", "nobody says power is too low to print"),
    "zh-CN": sign("有人说电低不打印", "无人说电低不打印"),
  },
  told_cleaned: {
    en: sign("cleaning helped, a person says", "nobody says cleaning helped"),
    "zh-CN": sign("有人说清洁后好转", "无人说清洁后好转"),
  },
  told_cleaned_in_vain: {
    en: sign("cleaning did not help, a person says", "nobody says cleaning was in vain"),
    "zh-CN": sign("有人说清洁无效", "无人说清洁无效"),
  },
  told_slower: {
    en: sign("a slow swipe helps, a person says", "nobody says a slow swipe helps"),
    "zh-CN": sign("有人说慢刷能读", "无人说慢刷能读"),
  },
  told_dried: {
    en: sign("drying helped, a person says", "nobody says drying helped"),
    "zh-CN": sign("有人说晾干后好", "无人说晾干后好"),
  },
  told_warmed: {
    en: sign("warmth helped, a person says", "nobody says warmth helped"),
    "zh-CN": sign("有人说回暖后好", "无人说回暖后好"),
  },
  told_cooled: {
    en: sign("cooling helped, a person says", "nobody says cooling helped"),
    "zh-CN": sign("有人说冷却后好", "无人说冷却后好"),
  },
  told_moved_away: {
    en: sign("moving it helped, a person says", "nobody says moving it helped"),
    "zh-CN": sign("有人说挪开后好", "无人说挪开后好"),
  },
  told_replugged: {
    en: sign("replugging helped, a person says", "nobody says replugging helped"),
    "zh-CN": sign("有人说重插后好", "无人说重插后好"),
  },
  told_charged: {
    en: sign("charging helped, a person says", "nobody says charging helped"),
    "zh-CN": sign("有人说充电后好", "无人说充电后好"),
  },
};
