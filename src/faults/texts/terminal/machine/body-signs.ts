/** What the course of the terminal's gauges, and people's words about its body, say. */
import { type SignTexts, sign } from "../../sign.ts";

export const bodySigns: SignTexts = {
  battery_drops: {
    en: sign("charge vanished within minutes", "charge falls evenly"),
    "zh-CN": sign("电量几分钟内骤降", "电量均匀下降"),
  },
  battery_sags_cold: {
    en: sign("charge vanished in the cold", "charge did not vanish in the cold"),
    "zh-CN": sign("低温下电量骤降", "低温下电量未骤降"),
  },
  shut_down_empty: {
    en: sign("went dark with an empty battery", "battery not empty when it went dark"),
    "zh-CN": sign("关机时电池已空", "关机时电池未空"),
  },
  shut_down_charged: {
    en: sign("went dark with charge left", "did not go dark with charge left"),
    "zh-CN": sign("有电时突然关机", "未在有电时关机"),
  },
  shut_down_cold: {
    en: sign("went dark in the cold", "did not go dark in the cold"),
    "zh-CN": sign("在低温中关机", "未在低温中关机"),
  },
  shut_down_loaded: {
    en: sign("went dark under load", "did not go dark under load"),
    "zh-CN": sign("带载时断电", "未在带载时断电"),
  },
  adapter_replaced: {
    en: sign("another adapter gives enough", "no other adapter was tried"),
    "zh-CN": sign("换适配器后正常", "未换过适配器"),
  },
  charge_falls: {
    en: sign("charge falls on the charger", "charge does not fall on the charger"),
    "zh-CN": sign("插着充电仍掉电", "充电时不掉电"),
  },
  charge_refused: {
    en: sign("voltage there, nothing charges", "battery takes its charge"),
    "zh-CN": sign("有电压但充不进", "能充进电"),
  },
  supply_flickers: {
    en: sign("supply lost and back in a moment", "supply does not flicker"),
    "zh-CN": sign("供电时断时续", "供电不闪断"),
  },
  supply_swings: {
    en: sign("supply voltage swings", "supply voltage steady"),
    "zh-CN": sign("供电电压忽高忽低", "供电电压平稳"),
  },
  hot_before: { en: sign("terminal was hot", "terminal was not hot"), "zh-CN": sign("终端曾经很热", "终端未曾过热") },
  cold_before: {
    en: sign("terminal was cold", "terminal was not cold"),
    "zh-CN": sign("终端曾经很冷", "终端未曾过冷"),
  },
  brought_in: {
    en: sign("came from the cold into the warm", "did not come in from the cold"),
    "zh-CN": sign("刚从冷处到暖处", "未从冷处到暖处"),
  },
  ghost_keys: {
    en: sign("keys pressed by nobody", "no keys pressed by nobody"),
    "zh-CN": sign("按键自己乱按", "按键不乱按"),
  },
  chip_climbs: {
    en: sign("chip failures rise over days", "chip failures do not rise"),
    "zh-CN": sign("芯片失败逐日增多", "芯片失败未增多"),
  },
  chip_sudden: {
    en: sign("chip failures began at once", "chip failures did not begin at once"),
    "zh-CN": sign("芯片失败突然出现", "芯片失败非突然出现"),
  },
  chip_passed: {
    en: sign("chip failures are over", "chip failures are not over"),
    "zh-CN": sign("芯片失败已消失", "芯片失败未消失"),
  },
  stripe_climbs: {
    en: sign("stripe failures rise over days", "stripe failures do not rise"),
    "zh-CN": sign("磁条失败逐日增多", "磁条失败未增多"),
  },
  stripe_sudden: {
    en: sign("stripe failures began at once", "stripe failures did not begin at once"),
    "zh-CN": sign("磁条失败突然出现", "磁条失败非突然出现"),
  },
  stripe_passed: {
    en: sign("stripe failures are over", "stripe failures are not over"),
    "zh-CN": sign("磁条失败已消失", "磁条失败未消失"),
  },
  touch_sudden: {
    en: sign("contactless failures began at once", "contactless failures did not begin at once"),
    "zh-CN": sign("感应失败突然出现", "感应失败非突然出现"),
  },
  touch_unfelt: { en: sign("no card is felt near", "cards are felt near"), "zh-CN": sign("感应不到卡", "能感应到卡") },
  usb_dropped: {
    en: sign("an internal device dropped off", "no internal device dropped off"),
    "zh-CN": sign("内部设备掉线过", "内部设备未掉线"),
  },
  touch_dropped: {
    en: sign("touch panel reset", "touch panel did not reset"),
    "zh-CN": sign("触摸屏复位过", "触摸屏未复位过"),
  },
  reader_errs: {
    en: sign("card reader reports an error", "card reader reports no error"),
    "zh-CN": sign("读卡器报错", "读卡器未报错"),
  },
  battery_overheated: {
    en: sign("battery reports heat", "battery reports no heat"),
    "zh-CN": sign("电池过热", "电池未过热"),
  },
  processor_busy: { en: sign("processor very busy", "processor not busy"), "zh-CN": sign("处理器很忙", "处理器不忙") },
  air_dry: { en: sign("air very dry", "air not dry"), "zh-CN": sign("空气很干燥", "空气不干燥") },
  time_unset: {
    en: sign("automatic time fails", "automatic time works"),
    "zh-CN": sign("自动校时失败", "自动校时正常"),
  },
  icc_failed: {
    en: sign("self-test: chip slot", "self-test passes the chip slot"),
    "zh-CN": sign("自检：插卡口异常", "自检：插卡口正常"),
  },
  mag_failed: {
    en: sign("self-test: stripe head", "self-test passes the stripe head"),
    "zh-CN": sign("自检：磁头异常", "自检：磁头正常"),
  },
  nfc_failed: {
    en: sign("self-test: antenna", "self-test passes the antenna"),
    "zh-CN": sign("自检：非接异常", "自检：非接正常"),
  },
  battery_failed: {
    en: sign("self-test: battery", "self-test passes the battery"),
    "zh-CN": sign("自检：电池异常", "自检：电池正常"),
  },
  clock_failed: {
    en: sign("self-test: clock", "self-test passes the clock"),
    "zh-CN": sign("自检：时钟异常", "自检：时钟正常"),
  },
  told_adapter: {
    en: sign("another adapter is used, a person says", "nobody speaks of another adapter"),
    "zh-CN": sign("有人说用了别的电源", "无人提及别的电源"),
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
    "zh-CN": sign("有人说纸盖未关", "无人说纸盖未关"),
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
