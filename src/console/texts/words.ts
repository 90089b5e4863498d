/** Words around what the store holds: states, reasons, what people did. */
import type { Language } from "../../model/text.ts";

type Both = readonly [english: string, chinese: string];
type Table = Readonly<Record<string, Both>>;

const states: Table = {
  queued: ["waits for the broker", "等待发送"],
  sent: ["sent", "已发送"],
  accepted: ["accepted", "已接受"],
  running: ["running", "执行中"],
  succeeded: ["succeeded", "成功"],
  failed: ["failed", "失败"],
  refused: ["refused", "被拒绝"],
  timed_out: ["timed out", "超时"],
  interrupted: ["interrupted", "被中断"],
  unanswered: ["no answer in time", "未在期限内应答"],
};

const reasons: Table = {
  too_old: ["the command is too old", "命令过旧"],
  expired: ["it came after its deadline", "到达时已过期限"],
  from_the_future: ["the terminal's clock is behind", "终端时钟落后"],
  bad_deadline: ["the deadline is not allowed", "期限不合规"],
  unknown_verb: ["the terminal does not know this verb", "终端不支持该命令"],
  bad_arguments: ["the terminal does not take these words", "参数不被接受"],
  not_allowed: ["the terminal does not allow it", "终端不允许"],
  clock_unknown: ["the terminal does not know the time", "终端时钟未知"],
  too_often: ["asked too often", "请求过于频繁"],
  busy: ["other commands wait", "已有命令在等待"],
  payment_running: ["a payment is running", "正在交易"],
  reversal_pending: ["a reversal is pending", "有待冲正交易"],
  recovery_running: ["a recovery is running", "正在自愈"],
  recovery_off: ["recovery is off there", "自愈未启用"],
  not_kept: ["the terminal could not write it down", "终端无法记录命令"],
  result_too_large: ["the result is too large", "结果过大"],
  result_gone: ["the result is no longer kept", "结果已不再保留"],
  result_not_kept: ["the result is not kept", "结果未保留"],
  unknown_command: ["the terminal does not know that command", "终端无此命令"],
  unknown_test: ["there is no such test", "没有该测试"],
};

const deeds: Table = {
  login: ["signed in", "登录"],
  login_failed: ["could not sign in", "登录失败"],
  logout: ["signed out", "退出"],
  setup: ["made the first account", "创建首个账户"],
  command: ["sent a command", "发送命令"],
  bundle: ["took a bundle", "下载诊断包"],
  user_added: ["added an account", "新增账户"],
  user_changed: ["changed an account", "修改账户"],
  password: ["changed the own password", "修改自己的密码"],
};

const clocks: Table = {
  none: ["not set", "未设置"],
  rtc: ["its own clock", "终端自身时钟"],
  ntp: ["by a time server", "由时间服务器校准"],
  network: ["by the mobile network", "由移动网络校准"],
  host: ["by the acquirer's host", "由收单主机校准"],
};

const identity: Table = {
  events: ["only events", "仅上报事件"],
  snapshot: ["one snapshot a day", "每日一次快照"],
  month: ["the month's budget is nearly used", "本月流量额度将用完"],
  configured: ["as configured", "按配置"],
  shorter: ["its log of commands was cut short", "命令审计日志被截短"],
  changed: ["its log of commands was changed", "命令审计日志被改动"],
};

function from(table: Table): (word: string, language: Language) => string {
  return (word, language) =>
    (Object.hasOwn(table, word) ? table[word]?.[language === "en" ? 0 : 1] : undefined) ?? word;
}

export const stateText = from(states);
export const reasonText = from(reasons);
export const deedText = from(deeds);
export const clockText = from(clocks);
export const identityText = from(identity);
