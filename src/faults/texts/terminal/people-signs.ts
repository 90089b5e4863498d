/** What only people know, in words. */
import { type SignTexts, sign } from "../sign.ts";

export const peopleSigns: SignTexts = {
  disaster_told: {
    en: sign("somebody tells of a disaster", "nobody tells of a disaster"),
    "zh-CN": sign("有人反映受灾", "无人反映受灾"),
  },
  disaster_announced: {
    en: sign("a disaster was announced", "no disaster announced"),
    "zh-CN": sign("有灾害通知", "没有灾害通知"),
  },
  theft_told: {
    en: sign("somebody says it is lost or stolen", "nobody says it is lost or stolen"),
    "zh-CN": sign("有人反映丢失或被盗", "无人反映丢失或被盗"),
  },
  damage_told: {
    en: sign("somebody tells of damage by force", "nobody tells of damage by force"),
    "zh-CN": sign("有人反映人为损坏", "无人反映人为损坏"),
  },
  keys_told_exposed: {
    en: sign("somebody says keys are exposed", "nobody says keys are exposed"),
    "zh-CN": sign("有人反映密钥泄露", "无人反映密钥泄露"),
  },
  keys_announced: {
    en: sign("a change of keys was announced", "no change of keys announced"),
    "zh-CN": sign("有更换密钥的通知", "没有更换密钥的通知"),
  },
  terms_announced: {
    en: sign("a change of terms was announced", "no change of terms announced"),
    "zh-CN": sign("有协议变更的通知", "没有协议变更的通知"),
  },
  refund_told: {
    en: sign("somebody wants a refund", "nobody wants a refund"),
    "zh-CN": sign("有人要退货", "无人要退货"),
  },
  refund_told_failing: {
    en: sign("a person says refunds fail", "nobody says refunds fail"),
    "zh-CN": sign("有人说退货不成功", "无人说退货不成功"),
  },
  direct_debit_told: {
    en: sign("somebody says a direct debit failed", "nobody says a direct debit failed"),
    "zh-CN": sign("有人反映自动扣款失败", "无人反映自动扣款失败"),
  },
  wrong_goods_told: {
    en: sign("somebody says the goods were entered wrong", "nobody says the goods were entered wrong"),
    "zh-CN": sign("有人反映商品录错", "无人反映商品录错"),
  },
  wrong_amount_told: {
    en: sign("somebody says the amount was entered wrong", "nobody says the amount was entered wrong"),
    "zh-CN": sign("有人反映金额输错", "无人反映金额输错"),
  },
  terminal_exchanged: {
    en: sign("terminal was exchanged or repaired, a person says", "nobody speaks of an exchange or repair"),
    "zh-CN": sign("有人说换机或维修过", "无人提及换机或维修"),
  },
  keys_loaded: {
    en: sign("keys were loaded anew, a person says", "nobody speaks of new keys"),
    "zh-CN": sign("有人说重新灌过密钥", "无人提及重新灌密钥"),
  },
  application_told: {
    en: sign("a person says the application fails", "nobody says the application fails"),
    "zh-CN": sign("有人说应用出错", "无人说应用出错"),
  },
  moved_said: {
    en: sign("terminal was moved, a person says", "nobody says it was moved"),
    "zh-CN": sign("有人说移动过地点", "无人提及移动地点"),
  },
  works_elsewhere: {
    en: sign("it works at another shop, a person says", "nobody says it works elsewhere"),
    "zh-CN": sign("有人说别家可以刷", "无人说别家可以刷"),
  },
  merchant_data_told: {
    en: sign("somebody says the merchant's data are wrong", "nobody says the merchant's data are wrong"),
    "zh-CN": sign("有人反映商户资料有误", "无人反映商户资料有误"),
  },
};
