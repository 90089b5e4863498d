/** The words around alarms; their names come with them, in the language that was asked for. */
import type { OperatorState } from "../model/alarm.ts";
import type { Severity } from "../model/catalogue.ts";
import type { Language } from "../model/text.ts";

interface AlarmWords {
  readonly none: string;
  readonly leftOut: (count: number) => string;
  readonly head: readonly string[];
  readonly severities: Readonly<Record<Severity, string>>;
  readonly states: Readonly<Record<OperatorState, string>>;
  readonly operators: Readonly<Record<"merchant" | "support" | "agent", string>>;
  readonly lasts: string;
  readonly cleared: string;
  readonly unconfirmed: string;
  readonly recurrent: (raises: number) => string;
  readonly chattering: string;
  readonly times: (count: number) => string;
  readonly was: (name: string, until: string) => string;
  readonly shelvedFor: (time: string) => string;
  readonly undated: string;
}

export const alarmWords: Readonly<Record<Language, AlarmWords>> = {
  en: {
    none: "No alarms.",
    leftOut: (count) => `${count} more are over or closed; --all shows them.`,
    head: ["ID", "SEVERITY", "ALARM", "STATE", "LAST RAISED (UTC)", "RAISED", "SEEN BY"],
    severities: { critical: "critical", major: "major", minor: "minor", warning: "warning" },
    states: { none: "nobody", ack: "seen", closed: "closed", shelved: "shelved", "un-shelved": "nobody" },
    operators: { merchant: "merchant", support: "support", agent: "agent" },
    lasts: "open",
    cleared: "over",
    unconfirmed: "open, not confirmed since the restart",
    recurrent: (raises) => `RECURRENT: ${raises} times in 24 h`,
    chattering: "chattering: three times in a minute",
    times: (count) => (count === 1 ? "once" : `${count} times`),
    was: (name, until) => `was "${name}" until ${until}`,
    shelvedFor: (time) => `for ${time}`,
    undated: "not known",
  },
  "zh-CN": {
    none: "没有告警。",
    leftOut: (count) => `另有${count}条已恢复或已关闭，加 --all 可查看。`,
    head: ["编号", "级别", "告警", "状态", "最近发生(UTC)", "次数", "确认"],
    severities: { critical: "严重", major: "重要", minor: "一般", warning: "提示" },
    states: { none: "未确认", ack: "已确认", closed: "已关闭", shelved: "已搁置", "un-shelved": "未确认" },
    operators: { merchant: "商户", support: "技术支持", agent: "终端" },
    lasts: "进行中",
    cleared: "已恢复",
    unconfirmed: "进行中，重启后尚未核实",
    recurrent: (raises) => `反复发生：24小时内${raises}次`,
    chattering: "抖动：一分钟内三次",
    times: (count) => `${count}次`,
    was: (name, until) => `此前判断为“${name}”，至${until}`,
    shelvedFor: (time) => `还有${time}`,
    undated: "时间未知",
  },
};
