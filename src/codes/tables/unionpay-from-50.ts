/**
 * Field 39 as UnionPay's terminals in China meet it, codes 50 to A7. `from`: the lists that say so (code-sources.ts). Where
 * lists differ the terminal table is taken. A bank reads A2, A4, A5 and A6 as declined: that needs the acquirer's own file.
 */
import type { CodeTable } from "../code-table.ts";

export const unionpayFrom50: CodeTable = {
  A2: { meaning: "none", says: "交易成功，请向资金转入行确认", from: "nld mis liaoyang" },
  A4: { meaning: "none", says: "交易成功，请向资金到账行确认", from: "nld mis liaoyang" },
  A5: { meaning: "none", says: "交易成功，请向资金到账行确认", from: "nld mis liaoyang" },
  A6: { meaning: "none", says: "交易成功，请向资金到账行确认", from: "nld mis liaoyang" },
  "51": {
    meaning: "insufficient_funds",
    says: "余额不足 / 可用余额不足",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom north nexi",
  },
  "52": { meaning: "no_such_account", says: "无此支票账户", from: "cil-v1 koolyun ms jt xz ccb cil-v2 antom north" },
  "53": { meaning: "no_such_account", says: "无此储蓄卡账户", from: "cil-v1 koolyun ms jt xz ccb cil-v2 antom north" },
  "54": {
    meaning: "card_expired",
    says: "该卡已过期",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom north nexi",
  },
  "55": {
    meaning: "pin_wrong",
    says: "密码错",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom north nexi",
  },
  "56": { meaning: "no_such_account", says: "无此卡记录", from: "cil-v1 koolyun ms jt xz ccb cil-v2 nexi" },
  "57": {
    meaning: "not_permitted_to_card",
    says: "不允许此卡交易",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom",
  },
  "58": {
    meaning: "not_permitted_to_terminal",
    says: "发卡方不允许该卡在本终端进行此交易 / 不允许终端进行的交易",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom",
  },
  "59": {
    meaning: "card_check_failed",
    says: "卡片校验错 / 有作弊嫌疑",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom",
  },
  "60": { meaning: "security_violation", says: "受卡方与安全保密部门联系", from: "cil-v1 koolyun ms jt xz ccb cil-v2" },
  "61": {
    meaning: "over_amount_limit",
    says: "交易金额超限 / 超出取款金额限制",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom nexi",
  },
  "62": {
    meaning: "card_restricted",
    says: "受限制的卡",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom nexi",
  },
  "63": {
    meaning: "security_violation",
    says: "违反安全保密规定",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nexi failjson",
  },
  "64": {
    meaning: "data_error",
    says: "交易金额与原交易不匹配",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 nexi",
  },
  "65": {
    meaning: "over_count_limit",
    says: "超出消费次数限制",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2",
  },
  "66": {
    meaning: "security_violation",
    says: "受卡方呼受理方安全保密部门",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2",
  },
  "67": { meaning: "pick_up_card", says: "捕捉(没收卡)", from: "cil-v1 koolyun ms jt xz ccb cil-v2" },
  "68": {
    meaning: "issuer_silent",
    says: "交易超时(发卡行规定时间内没有回答)",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 svista",
  },
  "75": {
    meaning: "pin_tries_over",
    says: "密码错误次数超限",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 moneris failjson svista",
  },
  "76": { meaning: "no_such_account", says: "无效账户", from: "jt cil-v2" },
  "77": {
    meaning: "signin_first",
    says: "请重新签到再交易(批次与网络中心不一致)",
    from: "cil-v1 koolyun ms xz ccb nld mis cil-v2",
  },
  "78": { meaning: "card_not_activated", says: "交易失败，请联系发卡行", from: "cil-v2 chan failjson" },
  "79": { meaning: "data_error", says: "脱机交易对账不平，重传脱机数据", from: "cil-v1 koolyun ms xz ccb cil-v2" },
  "88": { meaning: "other", says: "交易失败(私有)", from: "cil-v3 chan" },
  "90": {
    meaning: "cutover",
    says: "系统日切，请稍后重试",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2",
  },
  "91": {
    meaning: "issuer_out",
    says: "发卡方状态不正常 / 发卡行或银联不能操作",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 gwmsg svista",
  },
  "92": {
    meaning: "issuer_out",
    says: "发卡方线路异常 / 金融机构或中间网络设施无法达到",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 gwmsg",
  },
  "93": { meaning: "security_violation", says: "交易违法、不能完成", from: "cil-v1 koolyun ms jt xz ccb cil-v2 gwmsg" },
  "94": { meaning: "data_error", says: "重复交易", from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 svista" },
  "95": {
    meaning: "settle_first",
    says: "对账不平 / 调节控制错",
    from: "cil-v1 koolyun ms jt xz ccb nld cil-v2 svista",
  },
  "96": {
    meaning: "switch_fault",
    says: "拒绝，交换中心异常",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 sxf gwmsg svista",
  },
  "97": {
    meaning: "terminal_unknown",
    says: "终端未登记 / POS终端号找不到",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 sxf",
  },
  "98": {
    meaning: "issuer_silent",
    says: "发卡方超时 / 收不到发卡行应答",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2",
  },
  "99": {
    meaning: "pin_block_wrong",
    says: "PIN格式错，请重新签到",
    from: "cil-v1 koolyun xz ccb nld mis liaoyang cil-v2",
  },
  A0: {
    meaning: "mac_wrong",
    says: "MAC校验错，请重新签到",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2",
  },
  A1: { meaning: "data_error", says: "转账货币不一致", from: "nld mis liaoyang" },
  A3: { meaning: "no_such_account", says: "资金到账行账号不正确 / 账户不正确", from: "nld mis liaoyang" },
  A7: { meaning: "switch_fault", says: "安全处理失败 / 交换中心异常", from: "nld mis liaoyang" },
};
