/** What the payment application itself shows the merchant: wordings of UnionPay's terminal applications. */

const BY_CODE: Readonly<Record<string, string>> = {
  "00": "交易成功",
  "03": "商户未登记",
  "05": "交易失败，请联系发卡行",
  "14": "无效卡号",
  "15": "此卡无对应发卡方",
  "21": "该卡未初始化或睡眠卡",
  "34": "交易失败，请联系发卡行",
  "36": "此卡有误，请换卡重试",
  "41": "没收卡，请联系收单行",
  "43": "没收卡，请联系收单行",
  "45": "芯片卡交易，请插卡",
  "51": "余额不足，请查询",
  "54": "该卡已过期",
  "55": "密码错误，请重试",
  "57": "不允许此卡交易",
  "58": "发卡方不允许该卡在本终端进行此交易",
  "59": "卡片校验错",
  "61": "交易金额超限",
  "62": "受限制的卡",
  "65": "超出消费次数限制",
  "75": "密码错误次数超限",
  "77": "请向网络中心签到",
  "78": "止付卡",
  "90": "正在日终处理，请稍后重做",
  "91": "发卡方状态不正常，请稍后重做",
  "96": "交换中心异常，请稍后重做",
  "97": "终端号未登记",
  "98": "发卡方超时，请稍后重做",
  "99": "PIN格式错，请重新签到",
  A0: "MAC校验错，请重新签到",
  RA: "规则预警，拒绝交易",
  YM: "商家账户状态异常",
  Y5: "退款失败，商家账户余额不足",
  YR: "付款金额小于最低限额",
  YQ: "软件版本过低，请升级",
};

const BY_HINDRANCE: Readonly<Record<string, string>> = {
  cancelled: "交易取消",
  input_timeout: "输入超时，交易终止",
  no_card_in_time: "刷卡错误，交易终止",
  key_missing: "主密钥不存在",
  pinpad_failed: "密码键盘故障",
  storage_full: "存储空间不足",
  chip_failed: "读卡失败，请换卡",
  no_application: "不支持此卡",
  card_blocked: "卡片已锁定",
  card_expired: "卡片已过期",
  card_removed: "卡片已移除，交易终止",
  over_contactless_limit: "超非接限额，请插卡",
  place_not_allowed: "终端位置异常，已锁定",
  terminal_locked: "终端受到攻击，已锁定",
  application_error: "程序异常退出",
  answer_invalid: "解包错误",
  not_yet_valid: "卡片未生效",
};

const BY_OUTCOME: Readonly<Record<string, string>> = {
  approved: "交易成功",
  declined: "交易失败",
  timeout: "通讯超时，无应答",
  aborted: "连接失败",
  unknown: "交易结果未知，等待冲正",
};

const BY_PRINTER: Readonly<Record<string, string>> = {
  paper_out: "打印机缺纸",
  cover_open: "打印机仓盖未关",
  jam: "打印机卡纸",
  overheat: "打印头过热",
  low_voltage: "打印机低电量",
  fault: "打印机故障",
};

export interface Ended {
  readonly outcome: string;
  readonly rc?: string;
  readonly hindrance?: string;
  /** What the printer said when no slip came. */
  readonly printer?: string;
}

/** One line, as large as the screen. */
export function promptOf({ outcome, rc, hindrance, printer }: Ended): string {
  const first =
    (hindrance !== undefined ? BY_HINDRANCE[hindrance] : undefined) ??
    (rc !== undefined ? `${BY_CODE[rc] ?? "交易失败"}${rc === "00" ? "" : ` (${rc})`}` : undefined) ??
    BY_OUTCOME[outcome] ??
    "交易终止";
  return printer === undefined ? first : `${first}，${BY_PRINTER[printer] ?? "打印机故障"}`;
}
