/**
 * Field 39 as UnionPay's terminals in China meet it, codes 00 to 49. `from`: the lists that say so (code-sources.ts). Where
 * lists differ the terminal table is taken.
 */
import type { CodeTable } from "../code-table.ts";

export const unionpayTo49: CodeTable = {
  "00": { meaning: "none", says: "承兑或交易成功", from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld north nexi" },
  "10": { meaning: "none", says: "部分金额批准(部分承兑)", from: "jt nld liaoyang mis antom nexi" },
  "11": { meaning: "none", says: "成功，VIP客户", from: "jt nld liaoyang mis antom" },
  "16": { meaning: "none", says: "批准更新第三磁道", from: "jt" },
  "01": {
    meaning: "do_not_honour",
    says: "查发卡行 / 请持卡人与发卡银行联系",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld mis liaoyang antom north nexi",
  },
  "02": {
    meaning: "do_not_honour",
    says: "查发卡行的特殊条件(可电话向发卡行查询)",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld antom north nexi",
  },
  "03": {
    meaning: "merchant_unknown",
    says: "无效商户(商户未登记)",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld mis liaoyang antom north nexi",
  },
  "04": {
    meaning: "pick_up_card",
    says: "没收卡",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld mis liaoyang antom north nexi",
  },
  "05": {
    meaning: "do_not_honour",
    says: "持卡人认证失败 / 不予承兑",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld mis liaoyang antom north nexi galileo",
  },
  "06": { meaning: "issuer_error", says: "出错(发卡行故障)", from: "cil-v1 koolyun ms jt xz ccb cil-v2 antom north" },
  "07": { meaning: "pick_up_card", says: "特殊条件下没收卡", from: "cil-v1 koolyun ms jt xz ccb cil-v2 antom north" },
  "08": { meaning: "extra_authentication", says: "验证身份后承兑(ISO)", from: "nexi svista chan" },
  "09": { meaning: "result_unknown", says: "请求正在处理中", from: "cil-v1 koolyun ms jt xz ccb cil-v2 nexi" },
  "12": {
    meaning: "transaction_invalid",
    says: "无效交易(发卡行不支持的交易)",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld mis liaoyang antom north nexi",
  },
  "13": {
    meaning: "amount_invalid",
    says: "无效金额(金额为0或太大)",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld mis liaoyang antom north nexi",
  },
  "14": {
    meaning: "card_number_invalid",
    says: "无效卡号(卡种未登记或读卡号有误)",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld mis liaoyang antom north nexi",
  },
  "15": {
    meaning: "no_such_issuer",
    says: "此卡无对应发卡方 / 无此发卡行",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 nld mis liaoyang antom north nexi",
  },
  "17": { meaning: "do_not_honour", says: "拒绝但不没收卡", from: "jt" },
  "19": {
    meaning: "read_again",
    says: "重新送入交易(刷卡读取数据有误)",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 antom north",
  },
  "20": { meaning: "switch_fault", says: "无效应答", from: "cil-v1 koolyun ms jt xz ccb cil-v2" },
  "21": { meaning: "card_dormant", says: "该卡未初始化或睡眠卡", from: "nld mis liaoyang cil-v1 koolyun ms jt xz" },
  "22": {
    meaning: "state_mismatch",
    says: "操作有误，或超出交易允许天数 / POS状态与中心不符",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 nexi",
  },
  "23": { meaning: "data_error", says: "不可接受的交易费", from: "cil-v1 koolyun ms jt xz ccb cil-v2" },
  "25": {
    meaning: "data_error",
    says: "没有原始交易 / 未能找到文件上记录",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom north",
  },
  "30": {
    meaning: "data_error",
    says: "报文格式错误，请重试",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 north nexi",
  },
  "31": {
    meaning: "no_such_issuer",
    says: "银联不支持的银行(此发卡方未开通业务)",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2",
  },
  "32": { meaning: "result_unknown", says: "部分完成", from: "jt" },
  "33": { meaning: "card_expired", says: "过期的卡(可没收)", from: "cil-v1 koolyun ms jt xz ccb cil-v2 nexi svista" },
  "34": {
    meaning: "fraud",
    says: "作弊卡，吞卡 / 有作弊嫌疑",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 nexi",
  },
  "35": { meaning: "fraud", says: "受卡方与安全保密部门联系(没收卡)", from: "cil-v1 koolyun ms jt xz ccb cil-v2" },
  "36": { meaning: "card_restricted", says: "受限制的卡(没收)", from: "cil-v1 koolyun ms jt xz ccb cil-v2 svista" },
  "37": {
    meaning: "fraud",
    says: "受卡方呼受理方安全保密部门(没收卡)",
    from: "cil-v1 koolyun ms jt xz ccb cil-v2 svista",
  },
  "38": {
    meaning: "pin_tries_over",
    says: "密码错误次数超限(没收)",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2",
  },
  "39": { meaning: "no_such_account", says: "无此信用卡账户", from: "cil-v1 koolyun ms jt xz ccb cil-v2 antom north" },
  "40": {
    meaning: "not_permitted_to_card",
    says: "发卡方不支持的交易类型 / 请求的功能尚不支持",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 nexi",
  },
  "41": {
    meaning: "pick_up_card",
    says: "挂失卡",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom north nexi",
  },
  "42": { meaning: "no_such_account", says: "无此账户", from: "cil-v1 koolyun ms jt xz ccb cil-v2" },
  "43": {
    meaning: "pick_up_card",
    says: "被窃卡",
    from: "cil-v1 koolyun ms jt xz ccb nld mis liaoyang cil-v2 antom north nexi",
  },
  "44": { meaning: "no_such_account", says: "无此投资账户", from: "cil-v1 koolyun ms jt xz ccb cil-v2" },
  "45": { meaning: "fallback_refused", says: "不允许降级，请使用芯片", from: "nld mis cil-v2 cil-v3 ccb" },
};
