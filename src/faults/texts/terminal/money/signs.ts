/** What observations of a payment's money say in words. */
import { type SignTexts, sign } from "../../sign.ts";

export const moneySigns: SignTexts = {
  approval_unprinted: {
    en: sign("approved and no slip printed", "no approval without a slip"),
    "zh-CN": sign("已成功但未打单", "没有成功未打单的交易"),
  },
  result_open: {
    en: sign("sent, and no result known", "every result known"),
    "zh-CN": sign("已发出但结果未知", "没有结果未知的交易"),
  },
  result_said_open: {
    en: sign("host says the result is open", "host does not say the result is open"),
    "zh-CN": sign("主机答复结果未定", "主机未答复结果未定"),
  },
  reversal_waiting: {
    en: sign("a reversal waits", "no reversal waits"),
    "zh-CN": sign("有待发的冲正", "没有待发的冲正"),
  },
  reversal_done: {
    en: sign("reversal succeeded", "no reversal just succeeded"),
    "zh-CN": sign("冲正成功", "没有刚成功的冲正"),
  },
  reversal_given_up: { en: sign("reversal failed", "no reversal failed"), "zh-CN": sign("冲正不成功", "没有冲正失败") },
  approved_twice: {
    en: sign("one card and amount approved twice", "nothing approved twice"),
    "zh-CN": sign("同卡同金额成功两次", "没有同卡同金额的重复"),
  },
};
