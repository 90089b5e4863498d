/** What every observation says in words; here those of modem, card and supply. For people who read evidence. */
import { hostSigns } from "./network/host-signs.ts";
import { networkSigns } from "./network/signs.ts";
import { type SignTexts, sign } from "./sign.ts";
import { terminalSigns } from "./terminal/signs.ts";

export const signTexts: SignTexts = {
  ...networkSigns,
  ...hostSigns,
  ...terminalSigns,
  portal_suspended: {
    en: sign("provider's service says the card is suspended", "the provider has not suspended the card"),
    "zh-CN": sign("卡平台显示已停机", "卡平台未显示停机"),
  },
  portal_expired: {
    en: sign("provider's service says the card has expired", "the provider says the card is in time"),
    "zh-CN": sign("卡平台显示已到期", "卡平台未显示到期"),
  },
  portal_locked: {
    en: sign("provider's service says the card is locked", "the provider has not locked the card"),
    "zh-CN": sign("卡平台显示已锁定", "卡平台未显示锁定"),
  },
  missing_after_restart: {
    en: sign("modem is gone even after a restart", "modem is there after a restart"),
    "zh-CN": sign("重启后仍检测不到模块", "重启后模块在位"),
  },
  modem_failed: {
    en: sign("self-test of the modem failed", "modem passed its self-test"),
    "zh-CN": sign("通信模块自检失败", "通信模块自检正常"),
  },
  carrier_lost: {
    en: sign("no carrier, or it is lost", "the carrier comes and stays"),
    "zh-CN": sign("线路载波丢失", "线路载波正常"),
  },
  nobody_picks_up: {
    en: sign("it rings and nobody answers", "the far end picks up"),
    "zh-CN": sign("拨通但无人应答", "对方有应答"),
  },
  dials_often_fail: {
    en: sign("many dials fail", "most dials succeed"),
    "zh-CN": sign("拨号成功率低", "拨号成功率正常"),
  },
  sim_absent: { en: sign("no SIM card", "a SIM card is there"), "zh-CN": sign("无SIM卡", "SIM卡在位") },
  sim_locked: {
    en: sign("SIM card asks for a code", "SIM card is not locked"),
    "zh-CN": sign("SIM卡要求密码", "SIM卡未锁"),
  },
  at_silent: { en: sign("modem does not answer", "modem answers"), "zh-CN": sign("模块无响应", "模块有响应") },
  module_missing: { en: sign("modem is gone", "modem is there"), "zh-CN": sign("检测不到模块", "模块在位") },
  silent_after_restart: {
    en: sign("modem silent even after a restart", "modem answers after a restart"),
    "zh-CN": sign("重启后模块仍无响应", "重启后模块有响应"),
  },
  registration_lost: { en: sign("not registered", "registered"), "zh-CN": sign("未注册网络", "已注册网络") },
  registration_denied: {
    en: sign("registration denied", "registration not denied"),
    "zh-CN": sign("注册被拒", "注册未被拒"),
  },
  signal_unusable: {
    en: sign("signal too weak to use", "signal not that weak"),
    "zh-CN": sign("信号弱到无法使用", "信号尚可使用"),
  },
  signal_weak: { en: sign("signal weak", "signal good"), "zh-CN": sign("信号弱", "信号良好") },
  signal_gone: { en: sign("no signal at all", "some signal"), "zh-CN": sign("完全没有信号", "有信号") },
  bearer_down: { en: sign("data bearer down", "data bearer up"), "zh-CN": sign("数据承载断开", "数据承载正常") },
  apn_refused: {
    en: sign("APN unknown to the network", "APN not refused"),
    "zh-CN": sign("网络不认识APN", "APN未被拒"),
  },
  service_barred: {
    en: sign("data barred by the operator", "data not barred"),
    "zh-CN": sign("运营商停用数据", "数据未被停用"),
  },
  service_not_subscribed: {
    en: sign("data service not in the contract", "data service in the contract"),
    "zh-CN": sign("套餐不含数据业务", "套餐含数据业务"),
  },
  network_busy: {
    en: sign("network says it is overloaded", "network does not say it is overloaded"),
    "zh-CN": sign("网络提示拥塞", "网络未提示拥塞"),
  },
  network_failing: {
    en: sign("network reports a failure of its own", "network reports no failure of its own"),
    "zh-CN": sign("网络报自身故障", "网络未报自身故障"),
  },
  card_unknown: {
    en: sign("network does not know the card", "network knows the card"),
    "zh-CN": sign("网络不认识此卡", "网络认识此卡"),
  },
  terminal_refused: {
    en: sign("network refuses this card in this terminal", "card and terminal not refused as a pair"),
    "zh-CN": sign("网络拒绝本机使用此卡", "机卡组合未被拒"),
  },
  subscription_stopped: {
    en: sign("subscription refused", "subscription not refused"),
    "zh-CN": sign("签约业务被拒", "签约业务未被拒"),
  },
  place_refused: {
    en: sign("refused in this place or network", "not refused for the place"),
    "zh-CN": sign("此地或此网络被拒", "未因地点被拒"),
  },
  sim_error: {
    en: sign("SIM card reports an error", "SIM card reports no error"),
    "zh-CN": sign("SIM卡报错", "SIM卡无错误"),
  },
  sim_flapping: {
    en: sign("SIM card comes and goes", "SIM card contact steady"),
    "zh-CN": sign("SIM卡时断时续", "SIM卡接触稳定"),
  },
  pair_changed: {
    en: sign("another SIM card or module than before", "same SIM card and module as before"),
    "zh-CN": sign("SIM卡或模块已更换", "SIM卡与模块未变"),
  },
  activation_old: {
    en: sign("SIM card about a year old or older", "SIM card younger than a year"),
    "zh-CN": sign("SIM卡启用已满约一年", "SIM卡启用未满一年"),
  },
  module_restarts: {
    en: sign("modem keeps restarting", "modem does not restart by itself"),
    "zh-CN": sign("模块反复重启", "模块未自行重启"),
  },
  supply_low: {
    en: sign("supply voltage low", "supply voltage good"),
    "zh-CN": sign("供电电压低", "供电电压正常"),
  },
  brownouts: {
    en: sign("restarts after voltage dips", "no restarts after voltage dips"),
    "zh-CN": sign("电压跌落重启", "无电压跌落重启"),
  },
  apn_unexpected: {
    en: sign("APN is not the configured one", "APN as configured"),
    "zh-CN": sign("APN与配置不符", "APN与配置一致"),
  },
  flight_mode: {
    en: sign("flight mode is on", "flight mode is off"),
    "zh-CN": sign("飞行模式已打开", "飞行模式未打开"),
  },
  apn_changed: {
    en: sign("another APN than when payments were answered", "the same APN as when payments were answered"),
    "zh-CN": sign("APN与交易成功时不同", "APN与交易成功时相同"),
  },
  apn_login_refused: {
    en: sign("the network refuses the name or password of the APN", "the APN's name and password are not refused"),
    "zh-CN": sign("APN用户名或密码被拒", "APN用户名和密码未被拒"),
  },
  cell_crowded: {
    en: sign("signal strong, and yet disturbed by others", "signal not disturbed by others"),
    "zh-CN": sign("信号强但干扰大", "信号未受干扰"),
  },
  cells_change: {
    en: sign("changes cells all the time", "stays with its cells"),
    "zh-CN": sign("频繁切换基站", "基站稳定"),
  },
  mended_by_module: {
    en: sign("well again once the modem answered again", "not mended by the modem"),
    "zh-CN": sign("模块恢复应答后正常", "非因模块恢复而正常"),
  },
  mended_by_card: {
    en: sign("well again with another SIM card", "not mended by another SIM card"),
    "zh-CN": sign("换SIM卡后正常", "非因换卡而正常"),
  },
  mended_by_month: {
    en: sign("well again with the new month", "not mended by the new month"),
    "zh-CN": sign("月初自动恢复", "非因月初而恢复"),
  },
  activation_anniversary: {
    en: sign("SIM card just full years old", "SIM card not near the end of a year"),
    "zh-CN": sign("SIM卡启用刚满整年", "SIM卡启用未到整年"),
  },
  line_dead_at_last: {
    en: sign("telephone line dead at the last dial", "telephone line alive at the last dial"),
    "zh-CN": sign("最近拨号时电话线无信号", "最近拨号时电话线有信号"),
  },
  quota_near: {
    en: sign("data use at the plan's limit", "data use below the plan"),
    "zh-CN": sign("流量接近套餐上限", "流量未到上限"),
  },
};
