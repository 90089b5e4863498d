/** What observations of card readers and of chips say in words. */
import { type SignTexts, sign } from "../../sign.ts";

export const cardSigns: SignTexts = {
  chip_of_card: {
    en: sign("only this card's chip fails", "not only this card's chip fails"),
    "zh-CN": sign("只有这张卡的芯片失败", "不止这张卡的芯片失败"),
  },
  chip_of_many: {
    en: sign("chips of several cards fail", "chips of several cards do not fail"),
    "zh-CN": sign("多张卡的芯片失败", "没有多张卡的芯片失败"),
  },
  chip_fails: { en: sign("a chip is not read", "chips are read"), "zh-CN": sign("有芯片读不出", "芯片都能读出") },
  chip_all_fail: {
    en: sign("every chip fails", "some chips are read"),
    "zh-CN": sign("芯片全部读不出", "有芯片读得出"),
  },
  chip_some_fail: {
    en: sign("some chip reads fail", "not just some chip reads fail"),
    "zh-CN": sign("芯片读卡时好时坏", "芯片读卡并非时好时坏"),
  },
  chip_recovered_at_once: {
    en: sign("chip read at the next try", "chip not read at the next try"),
    "zh-CN": sign("再插一次芯片即读出", "再插一次仍未读出"),
  },
  chip_recovered_later: {
    en: sign("chip read after some tries", "chip not read after some tries"),
    "zh-CN": sign("多插几次后芯片读出", "多插几次也未读出"),
  },
  chip_fails_again: {
    en: sign("chip fails at the second try too", "chip does not fail again"),
    "zh-CN": sign("再次插卡仍读不出", "再次插卡后读出"),
  },
  chip_fails_each_time: {
    en: sign("chip fails at every try", "chip does not fail at every try"),
    "zh-CN": sign("反复插卡仍读不出", "反复插卡后读出"),
  },
  stripe_of_card: {
    en: sign("only this card's stripe fails", "not only this card's stripe fails"),
    "zh-CN": sign("只有这张卡的磁条失败", "不止这张卡的磁条失败"),
  },
  stripe_of_many: {
    en: sign("stripes of several cards fail", "stripes of several cards do not fail"),
    "zh-CN": sign("多张卡的磁条失败", "没有多张卡的磁条失败"),
  },
  stripe_all_fail: {
    en: sign("every stripe fails", "some stripes are read"),
    "zh-CN": sign("磁条全部读不出", "有磁条读得出"),
  },
  stripe_some_fail: {
    en: sign("some stripe reads fail", "not just some stripe reads fail"),
    "zh-CN": sign("磁条读卡时好时坏", "磁条读卡并非时好时坏"),
  },
  stripe_empty: {
    en: sign("nothing on the stripe", "something on the stripe"),
    "zh-CN": sign("磁条读不到数据", "磁条有数据"),
  },
  stripe_garbled: {
    en: sign("stripe read with errors", "stripe read without errors"),
    "zh-CN": sign("磁条数据校验错", "磁条数据无校验错"),
  },
  stripe_short: {
    en: sign("data missing on the stripe", "no data missing on the stripe"),
    "zh-CN": sign("磁条数据不全", "磁条数据完整"),
  },
  touch_of_card: {
    en: sign("only this card fails by tapping", "not only this card fails by tapping"),
    "zh-CN": sign("只有这张卡挥卡失败", "不止这张卡挥卡失败"),
  },
  touch_of_many: {
    en: sign("several cards fail by tapping", "several cards do not fail by tapping"),
    "zh-CN": sign("多张卡挥卡失败", "没有多张卡挥卡失败"),
  },
  touch_all_fail: { en: sign("every tap fails", "some taps succeed"), "zh-CN": sign("挥卡全部失败", "有挥卡成功") },
  chip_blocked: {
    en: sign("chip out of use or declines", "chip in use"),
    "zh-CN": sign("芯片已停用或拒绝", "芯片可用"),
  },
  chip_pin_blocked: {
    en: sign("chip takes no PIN any more", "chip still takes a PIN"),
    "zh-CN": sign("芯片不再接受密码", "芯片仍接受密码"),
  },
  chip_pin_wrong: {
    en: sign("chip did not accept the PIN", "chip did not refuse the PIN"),
    "zh-CN": sign("芯片未通过密码", "芯片未拒绝密码"),
  },
  chip_expired: {
    en: sign("chip says the card has expired", "chip does not say the card has expired"),
    "zh-CN": sign("芯片提示已过有效期", "芯片未提示过期"),
  },
  chip_too_early: {
    en: sign("chip says the card is not valid yet", "chip does not say the card is not valid yet"),
    "zh-CN": sign("芯片提示未到生效期", "芯片未提示未生效"),
  },
  chip_data_bad: {
    en: sign("data missing on the chip", "no data missing on the chip"),
    "zh-CN": sign("芯片数据不全", "芯片数据完整"),
  },
  chip_not_proved: {
    en: sign("chip's data could not be authenticated", "chip's data authenticated"),
    "zh-CN": sign("芯片数据认证未通过", "芯片数据认证通过"),
  },
  chip_unsupported: {
    en: sign("nothing on the chip the terminal supports", "chip is supported"),
    "zh-CN": sign("终端不支持芯片应用", "终端支持芯片应用"),
  },
  chip_memory_bad: {
    en: sign("chip reports trouble with its memory or line", "chip's memory and line in order"),
    "zh-CN": sign("芯片存储或通信异常", "芯片存储与通信正常"),
  },
  chip_service_refused: {
    en: sign("chip does not allow this service", "chip allows this service"),
    "zh-CN": sign("芯片不允许此项服务", "芯片允许此项服务"),
  },
  card_on_list: {
    en: sign("card is on the terminal's exception list", "card is on no list"),
    "zh-CN": sign("卡在终端例外名单中", "卡不在例外名单中"),
  },
  pinpad_wanted: {
    en: sign("PIN asked for, PIN pad missing or not working", "PIN pad there when asked for"),
    "zh-CN": sign("要求密码但密码键盘不可用", "需要时密码键盘可用"),
  },
  other_interface_asked: {
    en: sign("card asks to be inserted instead", "card does not ask for another way"),
    "zh-CN": sign("卡要求改用插卡", "卡未要求换方式"),
  },
  cards_collide: {
    en: sign("more than one card at the reader", "one card at the reader"),
    "zh-CN": sign("感应区有多张卡", "感应区只有一张卡"),
  },
  dates_wrong_for_many: {
    en: sign("dates of several cards do not fit", "dates of cards fit"),
    "zh-CN": sign("多张卡日期不符", "没有多张卡日期不符"),
  },
  chip_card_swiped: {
    en: sign("a chip card was swiped", "no chip card was swiped"),
    "zh-CN": sign("刷了芯片卡的磁条", "未刷芯片卡的磁条"),
  },
  swiped_untried: {
    en: sign("swiped without trying the chip", "not swiped before the chip was tried"),
    "zh-CN": sign("未试芯片直接刷卡", "刷卡前已试芯片"),
  },
  swiped_after_failure: {
    en: sign("swiped after the chip failed", "not swiped after a failed chip"),
    "zh-CN": sign("芯片失败后改刷卡", "并非芯片失败后刷卡"),
  },
  pulled_early: {
    en: sign("card taken out during the payment", "card stayed in"),
    "zh-CN": sign("交易中拔卡", "交易中未拔卡"),
  },
  broken_off: {
    en: sign("payment cancelled or timed out at the terminal", "payment not broken off at the terminal"),
    "zh-CN": sign("交易在终端取消或超时", "交易未在终端中断"),
  },
  broken_off_often: {
    en: sign("payments often broken off at the terminal", "payments seldom broken off at the terminal"),
    "zh-CN": sign("交易多次在终端中断", "交易很少在终端中断"),
  },
};
