/** What is done with cards at the counter and what people say of them, in words. */
import { type SignTexts, sign } from "../../sign.ts";

export const counterSigns: SignTexts = {
  chip_slips: {
    en: sign("several cards were read at the second try", "not several cards needed a second try"),
    "zh-CN": sign("多张卡第二次才读出", "没有多张卡要试两次"),
  },
  put_in_wrong_told: {
    en: sign("put in the wrong way, a person says", "nobody says it was put in wrong"),
    "zh-CN": sign("有人说插反了", "无人说插反"),
  },
  removal_told: {
    en: sign("the application says that the card was taken out", "the application says nothing of a card taken out"),
    "zh-CN": sign("应用提示卡被拔出", "应用未提示拔卡"),
  },
  wiped_and_fine: {
    en: sign("read after wiping, a person says", "nobody says wiping helped"),
    "zh-CN": sign("有人说擦拭后能读", "无人说擦拭有效"),
  },
  flaky_told: {
    en: sign("the card works now and then, a person says", "nobody says the card is unreliable"),
    "zh-CN": sign("有人说卡时好时坏", "无人说卡时好时坏"),
  },
  bad_every_way: {
    en: sign("one card fails by chip and by stripe", "no card fails by chip and by stripe"),
    "zh-CN": sign("一张卡芯片磁条都失败", "无卡芯片磁条都失败"),
  },
  bad_batch: {
    en: sign("only cards of one issuer are hard to read", "not only one issuer's cards are hard to read"),
    "zh-CN": sign("只有一家银行的卡难读", "不止一家银行的卡难读"),
  },
  expires_soon: {
    en: sign("card expires soon", "card does not expire soon"),
    "zh-CN": sign("卡片快到期", "卡片未临近到期"),
  },
  stripe_told_incomplete: {
    en: sign("the stripe is incomplete, a person says", "nobody says the stripe is incomplete"),
    "zh-CN": sign("有人说磁条信息不全", "无人说磁条不全"),
  },
  cards_told_together: {
    en: sign("several cards held together, a person says", "nobody says cards were held together"),
    "zh-CN": sign("有人说几张卡叠在一起", "无人说卡叠在一起"),
  },
  procedure_told: {
    en: sign("done in the wrong way, a person says", "nobody says it was done wrong"),
    "zh-CN": sign("有人说操作不对", "无人说操作不对"),
  },
  record_missing: {
    en: sign("a void named a payment that is not there", "no void named a missing payment"),
    "zh-CN": sign("撤销的交易查不到", "无撤销查不到交易"),
  },
};
