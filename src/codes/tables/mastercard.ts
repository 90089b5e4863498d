/** What field 39 means to Mastercard where it differs from the UnionPay table. */
import type { CodeTable } from "../code-table.ts";

export const mastercardCodes: CodeTable = {
  "65": { meaning: "extra_authentication", says: "需认证/超次数", from: "gwmsg failjson" },
  "88": { meaning: "card_check_failed", says: "密文校验失败", from: "svista" },
};
