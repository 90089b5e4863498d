/** What the course of the terminal's gauges says in words. */
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
  no_voltage: {
    en: sign("no voltage arrives", "a voltage arrives"),
    "zh-CN": sign("没有外接电压", "有外接电压"),
  },
  print_failed: {
    en: sign("a print failed", "no print failed"),
    "zh-CN": sign("打印失败", "打印未失败"),
  },
  printer_cooled: {
    en: sign("print head was too hot", "print head was not too hot"),
    "zh-CN": sign("打印头曾过热", "打印头未曾过热"),
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
};
