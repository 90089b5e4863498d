/** What field 39 means to Visa where it differs from the UnionPay table. */
import type { CodeTable } from "../code-table.ts";

export const visaCodes: CodeTable = {
  "21": { meaning: "do_not_honour", says: "未采取行动", from: "antom north" },
  "28": { meaning: "issuer_out", says: "文件暂不可用", from: "antom north" },
  "46": { meaning: "no_such_account", says: "账户已关闭", from: "antom north" },
  "58": { meaning: "not_permitted_to_terminal", says: "不允许该终端交易", from: "antom" },
  "59": { meaning: "fraud", says: "涉嫌欺诈", from: "antom gwmsg" },
  "64": { meaning: "security_violation", says: "不满足反洗钱要求", from: "failjson" },
  "70": { meaning: "extra_authentication", says: "需要PIN", from: "failjson" },
  "78": { meaning: "card_not_activated", says: "首次使用未激活/冻结", from: "failjson svista" },
  "82": { meaning: "card_check_failed", says: "CVV/卡认证错误", from: "svista" },
  "1A": { meaning: "extra_authentication", says: "需要额外认证", from: "gwmsg" },
  Q1: { meaning: "card_check_failed", says: "卡认证失败", from: "moneris gwmsg" },
  Z3: { meaning: "no_link_offline", says: "无法联机，脱机拒绝", from: "moneris" },
  Z1: { meaning: "declined_offline", says: "脱机拒绝", from: "moneris" },
};
