/** The words around what terminals say. Names of faults and observations come from the catalogue's own texts. */
import type { Payments } from "../model/measures.ts";
import type { Language } from "../model/text.ts";

export interface Words {
  readonly events: Readonly<Record<string, string>>;
  readonly parties: Readonly<Record<string, string>>;
  readonly severities: Readonly<Record<string, string>>;
  readonly because: string;
  readonly ruledOut: string;
  readonly toAct: string;
  readonly after: string;
  readonly clockUnset: string;
  readonly time: (occurrence: number) => string;
  readonly recurrent: (raises: number) => string;
  readonly untold: (raises: number) => string;
  readonly online: string;
  readonly offline: string;
  readonly isThere: string;
  readonly started: string;
  /** What the agent tried, by rung, and what came of it. */
  readonly rungs: Readonly<Record<string, string>>;
  readonly helped: Readonly<Record<string, string>>;
  readonly attemptReplies: Readonly<Record<string, string>>;
  readonly tried: (rung: string, fault: string) => string;
  readonly measuredBefore: string;
  readonly measuredAfter: string;
  /** Followed by the first digits of its id, what it is, and why. */
  readonly command: string;
  readonly commandStates: Readonly<Record<string, string>>;
  readonly chunk: (command: string, bytes: number, total: number) => string;
  /** How the agent is: resident megabytes, records. */
  readonly heartbeat: (megabytes: number, waiting: number, dropped: number) => string;
  readonly data: (month: string, day: string) => string;
  readonly keepAlive: (seconds: number) => string;
  /** Where a terminal stands: shop, region, acquirer, carrier. */
  readonly places: Readonly<Record<string, string>>;
  readonly measured: (minutes: number) => string;
  readonly payments: (payments: Payments) => string;
  readonly issuer: (issuer: string, approved: number, refused: number) => string;
  readonly reads: (way: string, ok: number, failed: number) => string;
  readonly readWays: Readonly<Record<string, string>>;
  /** Of the audit log of commands: how many lines, and the beginning of the newest one's hash. */
  readonly auditLog: (lines: number, head: string) => string;
  readonly auditDoubts: Readonly<Record<"shorter" | "changed", (lines: number, head: string) => string>>;
  readonly rungsOfData: Readonly<Record<string, string>>;
  readonly reasonsOfData: Readonly<Record<string, string>>;
  readonly dated: (seq: number, time: string, clock: string) => string;
  readonly openCases: string;
  readonly none: string;
  readonly dropped: (count: number, recordClass: string, range: string) => string;
  readonly unknownKind: string;
  readonly unreadable: (count: number) => string;
  readonly kept: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    events: { opened: "OPENED", changed: "CHANGED", closed: "CLOSED" },
    parties: {},
    severities: {},
    because: "because",
    ruledOut: "not",
    toAct: "to act:",
    after: "heard after",
    clockUnset: "its clock is not set",
    time: (occurrence) => `${occurrence} times since boot`,
    recurrent: (raises) => `RECURRENT: ${raises} times in 24 h`,
    untold: (raises) => `${raises} raises between were not sent`,
    online: "online",
    offline: "offline",
    isThere: "is there:",
    started: "the agent started:",
    rungs: { reattach: "attach anew", radio: "radio off and on", reset: "restart of the modem" },
    helped: { yes: "helped", no: "did not help", unknown: "not known whether it helped" },
    attemptReplies: {
      done: "the modem did it",
      refused: "the modem refused",
      silent: "the modem did not answer",
      lost: "the modem was gone",
      withheld: "not sent: forbidden at the last moment",
    },
    tried: (rung, fault) => `TRIED  ${rung}  against ${fault}`,
    measuredBefore: "before",
    measuredAfter: "after",
    command: "command",
    commandStates: { timed_out: "timed out" },
    chunk: (command, bytes, total) => `result of command ${command}, up to byte ${bytes} of ${total}`,
    heartbeat: (megabytes, waiting, dropped) => `agent: ${megabytes} MB, ${waiting} records wait, ${dropped} dropped`,
    data: (month, day) => `data ${month} this month, ${day} today`,
    keepAlive: (seconds) => `ping every ${seconds} s`,
    places: {},
    measured: (minutes) => `measured in ${minutes} min:`,
    payments: ({ approved, refused, unanswered, unsent }) =>
      `payments ${approved} approved, ${refused} refused, ${unanswered} unanswered, ${unsent} not sent`,
    issuer: (issuer, approved, refused) => `issuer ${issuer}: ${approved} approved, ${refused} refused`,
    reads: (way, ok, failed) => `${way}: ${ok} read, ${failed} not read`,
    readWays: {},
    auditLog: (lines, head) => `audit log ${lines} lines, head ${head}`,
    auditDoubts: {
      shorter: (lines, head) => `AUDIT LOG CUT SHORT: it had ${lines} lines before, head ${head}`,
      changed: (lines, head) => `AUDIT LOG CHANGED: line ${lines} had the hash ${head} before`,
    },
    rungsOfData: { events: "only events", snapshot: "one snapshot a day" },
    reasonsOfData: { month: "the month's budget is nearly used", configured: "as configured" },
    dated: (seq, time, clock) => `record ${seq} was written at ${time}, by a clock known since (${clock})`,
    openCases: "open cases:",
    none: "none",
    dropped: (count, recordClass, range) => `had to drop ${count} records of class ${recordClass}, ${range}`,
    unknownKind: "a record of a kind that this version does not know",
    unreadable: (count) => `cannot be read (${count} so far):`,
    kept: "[kept by the broker]",
  },
  "zh-CN": {
    events: { opened: "发生", changed: "变化", closed: "恢复" },
    parties: {
      merchant: "商户",
      acquirer: "收单机构",
      carrier: "移动运营商",
      isp: "宽带运营商",
      issuer: "发卡行",
      vendor: "终端厂商",
      utility: "供电部门",
      switch: "交换中心",
      cardholder: "持卡人",
    },
    severities: { critical: "严重", major: "重要", minor: "一般", warning: "提示" },
    because: "依据",
    ruledOut: "已排除",
    toAct: "处理方：",
    after: "上报延迟",
    clockUnset: "终端时钟未校准",
    time: (occurrence) => `开机后第${occurrence}次`,
    recurrent: (raises) => `反复发生：24小时内${raises}次`,
    untold: (raises) => `其间有${raises}次未上报`,
    online: "上线",
    offline: "离线",
    isThere: "在位：",
    started: "诊断程序已启动：",
    rungs: { reattach: "重新附着网络", radio: "关闭并打开射频", reset: "重启模块" },
    helped: { yes: "有效", no: "无效", unknown: "效果未知" },
    attemptReplies: {
      done: "模块已执行",
      refused: "模块拒绝",
      silent: "模块无应答",
      lost: "模块端口消失",
      withheld: "未下发：最后一刻被禁止",
    },
    tried: (rung, fault) => `自愈  ${rung}  针对${fault}`,
    measuredBefore: "之前",
    measuredAfter: "之后",
    command: "命令",
    commandStates: {
      accepted: "已接受",
      running: "执行中",
      succeeded: "成功",
      failed: "失败",
      refused: "被拒绝",
      timed_out: "超时",
      interrupted: "被中断",
    },
    chunk: (command, bytes, total) => `命令${command}的结果，已到第${bytes}字节，共${total}字节`,
    heartbeat: (megabytes, waiting, dropped) => `诊断程序：内存${megabytes} MB，待发${waiting}条，丢弃${dropped}条`,
    data: (month, day) => `本月流量${month}，今日${day}`,
    keepAlive: (seconds) => `心跳间隔${seconds}秒`,
    places: { shop: "门店", region: "地区", acquirer: "收单机构", carrier: "运营商" },
    measured: (minutes) => `${minutes}分钟内测得：`,
    payments: ({ approved, refused, unanswered, unsent }) =>
      `交易成功${approved}笔，拒绝${refused}笔，无应答${unanswered}笔，未发出${unsent}笔`,
    issuer: (issuer, approved, refused) => `发卡行${issuer}：成功${approved}笔，拒绝${refused}笔`,
    reads: (way, ok, failed) => `${way}：读卡成功${ok}次，失败${failed}次`,
    readWays: { chip: "插卡", contactless: "挥卡", stripe: "刷卡" },
    auditLog: (lines, head) => `审计日志${lines}行，末行哈希${head}`,
    auditDoubts: {
      shorter: (lines, head) => `审计日志被截短：此前有${lines}行，末行哈希${head}`,
      changed: (lines, head) => `审计日志被改动：此前第${lines}行的哈希为${head}`,
    },
    rungsOfData: { events: "仅上报事件", snapshot: "每日一次快照" },
    reasonsOfData: { month: "本月流量额度将用完", configured: "按配置" },
    dated: (seq, time, clock) => `第${seq}条记录写于${time}（按后来校准的时钟：${clock}）`,
    openCases: "当前故障：",
    none: "无",
    dropped: (count, recordClass, range) => `丢弃了${count}条记录（${recordClass}，${range}）`,
    unknownKind: "本版本不认识的记录类型",
    unreadable: (count) => `无法解析（累计${count}条）：`,
    kept: "［代理保留］",
  },
};
