/** What field 39 means to German acquirers (GICC) where it differs from the UnionPay table. */
import type { CodeTable } from "../code-table.ts";

export const giccCodes: CodeTable = {
  "02": { meaning: "do_not_honour", says: "电话授权", from: "nexi" },
  "06": { meaning: "state_mismatch", says: "序列号错误，需诊断", from: "nexi" },
  "58": { meaning: "terminal_unknown", says: "终端号未知", from: "nexi" },
};
