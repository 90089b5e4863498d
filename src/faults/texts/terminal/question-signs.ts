/** What the merchant's answers say, in words. */
import { type SignTexts, sign } from "../sign.ts";

export const questionSigns: SignTexts = {
  other_way_fails: {
    en: sign("the card fails in another way too", "the card works in another way"),
    "zh-CN": sign("该卡换方式也读不出", "该卡换方式可用"),
  },
  slot_cleaned_and_fine: {
    en: sign("cards work since the slot was cleaned", "cleaning the slot did not help"),
    "zh-CN": sign("清洁卡槽后恢复正常", "清洁卡槽后无改善"),
  },
  shop_fails_too: {
    en: sign("other terminals of the shop fail too", "other terminals of the shop work"),
    "zh-CN": sign("店内其他终端也失败", "店内其他终端正常"),
  },
  router_told_dark: {
    en: sign("the router's lights are off", "the router's lights are on"),
    "zh-CN": sign("路由器指示灯不亮", "路由器指示灯亮"),
  },
  cable_told_out: {
    en: sign("the network cable was found loose", "the network cable is in at both ends"),
    "zh-CN": sign("查看发现网线松脱", "网线两端已插好"),
  },
  tone_told_missing: {
    en: sign("the telephone line has no dial tone", "the telephone line has a dial tone"),
    "zh-CN": sign("电话线没有拨号音", "电话线有拨号音"),
  },
  paper_told_out: {
    en: sign("somebody found no paper in the printer", "somebody found paper in the printer"),
    "zh-CN": sign("查看发现没有纸", "查看发现有纸"),
  },
  paper_told_jammed: {
    en: sign("somebody found the paper jammed", "somebody found no jammed paper"),
    "zh-CN": sign("查看发现卡纸", "查看未见卡纸"),
  },
  cover_told_open: {
    en: sign("somebody found the printer cover open", "somebody found the printer cover closed"),
    "zh-CN": sign("查看发现纸仓盖未合", "查看纸仓盖已合"),
  },
  charger_told_out: {
    en: sign("the charger is not plugged in", "the charger is plugged in"),
    "zh-CN": sign("充电器未插好", "充电器已插好"),
  },
  adapter_told_changed: {
    en: sign("another adapter is in use", "the terminal's own adapter is in use"),
    "zh-CN": sign("用的不是原装充电器", "用的是原装充电器"),
  },
  screen_wants_signin: {
    en: sign("the screen asks for a sign-in", "the screen asks for no sign-in"),
    "zh-CN": sign("屏幕提示签到", "屏幕未提示签到"),
  },
  screen_wants_settlement: {
    en: sign("the screen asks for settlement", "the screen asks for no settlement"),
    "zh-CN": sign("屏幕提示结算", "屏幕未提示结算"),
  },
  screen_wants_keys: {
    en: sign("the screen says a key is missing", "the screen says nothing of keys"),
    "zh-CN": sign("屏幕提示密钥缺失", "屏幕未提示密钥"),
  },
  moved_told: {
    en: sign("the terminal was moved", "the terminal was not moved"),
    "zh-CN": sign("终端被移动过", "终端未被移动"),
  },
  number_told_wrong: {
    en: sign("the number was typed wrong", "the number was typed right"),
    "zh-CN": sign("卡号手工输错", "卡号手工输入无误"),
  },
};
