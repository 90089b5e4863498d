/** What observations of the terminal's body, power, printer and surroundings say in words. */
import { type SignTexts, sign } from "../../sign.ts";

export const machineSigns: SignTexts = {
  printer_faulty: {
    en: sign("printer reports a fault", "printer reports no fault"),
    "zh-CN": sign("打印机报故障", "打印机未报故障"),
  },
  paper_out: { en: sign("paper is out", "paper is loaded"), "zh-CN": sign("缺纸", "有纸") },
  paper_jammed: { en: sign("paper is jammed", "paper is not jammed"), "zh-CN": sign("卡纸", "未卡纸") },
  printer_hot: {
    en: sign("print head too hot", "print head not too hot"),
    "zh-CN": sign("打印头过热", "打印头温度正常"),
  },
  cover_open: { en: sign("paper cover open", "paper cover closed"), "zh-CN": sign("纸仓盖未关", "纸仓盖已关") },
  printer_starved: {
    en: sign("printer has too little voltage", "printer has enough voltage"),
    "zh-CN": sign("打印机电压不足", "打印机电压正常"),
  },
  printed_half: {
    en: sign("slip printed in part", "no slip printed in part"),
    "zh-CN": sign("签购单只打了一半", "签购单没有打一半"),
  },
  pinpad_dead: {
    en: sign("PIN pad fails or does not answer", "PIN pad works"),
    "zh-CN": sign("密码键盘无响应或故障", "密码键盘正常"),
  },
  pinpad_locked: {
    en: sign("PIN pad has locked itself", "PIN pad not locked"),
    "zh-CN": sign("密码键盘已锁定", "密码键盘未锁定"),
  },
  reader_gone: {
    en: sign("card reader missing or in error", "card reader there"),
    "zh-CN": sign("检测不到读卡器或报错", "读卡器正常"),
  },
  reader_failed: {
    en: sign("self-test: card reader", "self-test passes the card reader"),
    "zh-CN": sign("自检：读卡器异常", "自检：读卡器正常"),
  },
  controller_failed: {
    en: sign("self-test: controller", "self-test passes the controller"),
    "zh-CN": sign("自检：控制器异常", "自检：控制器正常"),
  },
  keypad_failed: {
    en: sign("self-test: keypad", "self-test passes the keypad"),
    "zh-CN": sign("自检：键盘异常", "自检：键盘正常"),
  },
  display_failed: {
    en: sign("self-test: display", "self-test passes the display"),
    "zh-CN": sign("自检：显示屏异常", "自检：显示屏正常"),
  },
  pinpad_failed: {
    en: sign("self-test: PIN pad", "self-test passes the PIN pad"),
    "zh-CN": sign("自检：密码键盘异常", "自检：密码键盘正常"),
  },
  printer_failed: {
    en: sign("self-test: printer", "self-test passes the printer"),
    "zh-CN": sign("自检：打印机异常", "自检：打印机正常"),
  },
  part_failed: {
    en: sign("self-test finds a bad part", "self-test passes"),
    "zh-CN": sign("自检发现部件异常", "自检通过"),
  },
  key_stuck: { en: sign("a key is stuck", "no key is stuck"), "zh-CN": sign("有按键卡住", "没有按键卡住") },
  screen_bad: {
    en: sign("display reports a fault", "display reports no fault"),
    "zh-CN": sign("显示屏报故障", "显示屏未报故障"),
  },
  tampered: {
    en: sign("protection against opening triggered", "protection against opening at rest"),
    "zh-CN": sign("防拆保护已触发", "防拆保护未触发"),
  },
  storage_low: {
    en: sign("little storage free", "enough storage free"),
    "zh-CN": sign("存储空间不多", "存储空间足够"),
  },
  storage_said_full: {
    en: sign("application says storage is full", "application does not say storage is full"),
    "zh-CN": sign("应用提示存储空间不足", "应用未提示存储不足"),
  },
  memory_low: { en: sign("little memory free", "enough memory free"), "zh-CN": sign("可用内存不多", "可用内存足够") },
  rebooted_by_watchdog: {
    en: sign("last restart by the watchdog", "last restart not by the watchdog"),
    "zh-CN": sign("上次为看门狗重启", "上次非看门狗重启"),
  },
  rebooted_by_panic: {
    en: sign("last restart by a system crash", "last restart not by a system crash"),
    "zh-CN": sign("上次为系统崩溃重启", "上次非系统崩溃重启"),
  },
  rebooted_without_power: {
    en: sign("last restart after a power cut", "last restart not after a power cut"),
    "zh-CN": sign("上次为断电重启", "上次非断电重启"),
  },
  rebooted_by_heat: {
    en: sign("last restart by heat", "last restart not by heat"),
    "zh-CN": sign("上次为过热重启", "上次非过热重启"),
  },
  crashes_often: {
    en: sign("terminal crashed several times today", "terminal did not crash often"),
    "zh-CN": sign("今日多次死机重启", "今日未多次死机"),
  },
  moved_far: {
    en: sign("terminal far from its registered place", "terminal at its registered place"),
    "zh-CN": sign("终端远离登记地点", "终端在登记地点附近"),
  },
  place_not_allowed: {
    en: sign("application says the place is not allowed", "application does not refuse the place"),
    "zh-CN": sign("应用提示地点受限", "应用未提示地点受限"),
  },
  terminal_locked: {
    en: sign("application says the terminal is locked", "application does not say it is locked"),
    "zh-CN": sign("应用提示终端已锁", "应用未提示终端已锁"),
  },
  usb_comes_and_goes: {
    en: sign("internal devices come and go", "internal devices stay connected"),
    "zh-CN": sign("内部设备反复掉线", "内部设备连接稳定"),
  },
  touch_resets: {
    en: sign("touch panel resets", "touch panel does not reset"),
    "zh-CN": sign("触摸屏反复复位", "触摸屏未复位"),
  },
  buses_disturbed: {
    en: sign("several buses disturbed at once", "buses not disturbed together"),
    "zh-CN": sign("多条总线同时受干扰", "总线未同时受干扰"),
  },
  bus_noisy: {
    en: sign("many errors on the buses", "few errors on the buses"),
    "zh-CN": sign("总线错误多", "总线错误少"),
  },
  noise_nearby: {
    en: sign("strong devices nearby, a person says", "nobody speaks of strong devices nearby"),
    "zh-CN": sign("有人说附近有干扰设备", "无人提及干扰设备"),
  },
  battery_flat: { en: sign("battery nearly empty", "battery charged"), "zh-CN": sign("电池快没电", "电池电量足够") },
  battery_worn: { en: sign("battery worn out", "battery in good health"), "zh-CN": sign("电池已老化", "电池健康") },
  mains_comes_and_goes: {
    en: sign("mains lost several times today", "mains lost seldom"),
    "zh-CN": sign("今日外部供电多次中断", "外部供电很少中断"),
  },
  mains_lost: {
    en: sign("mains lost today", "mains not lost today"),
    "zh-CN": sign("今日外部供电中断过", "今日外部供电未中断"),
  },
  on_battery: { en: sign("runs on battery", "runs on mains"), "zh-CN": sign("电池供电", "外部供电") },
  adapter_weak: {
    en: sign("adapter gives too little", "adapter gives enough"),
    "zh-CN": sign("适配器输出不足", "适配器输出正常"),
  },
  adapter_sags: {
    en: sign("adapter's voltage sags under load", "adapter's voltage holds under load"),
    "zh-CN": sign("适配器带载电压跌落", "适配器带载电压稳定"),
  },
  hot: { en: sign("terminal hot", "terminal not hot"), "zh-CN": sign("终端温度高", "终端温度不高") },
  cold: { en: sign("terminal cold", "terminal not cold"), "zh-CN": sign("终端温度低", "终端温度不低") },
  damp: { en: sign("air damp", "air dry enough"), "zh-CN": sign("空气潮湿", "空气不潮湿") },
};
