/** The words around a list of terminals, and around one of them. Names of faults and signs are the catalogue's own. */
import type { Language } from "../model/text.ts";

export interface FleetWords {
  /** Between the parts of a list, and before what is said of something. */
  readonly comma: string;
  readonly colon: string;
  readonly terminal: string;
  readonly severity: string;
  readonly connection: string;
  readonly place: string;
  readonly since: string;
  readonly fault: string;
  readonly online: string;
  readonly offline: string;
  readonly unheard: string;
  readonly well: string;
  readonly places: Readonly<Record<string, string>>;
  /** Behind `offline`. */
  readonly silent: (span: string) => string;
  readonly more: (count: number) => string;
  readonly shown: (count: number) => string;
  readonly shownOfMore: (count: number) => string;
  /** Of one terminal. */
  readonly heard: (span: string) => string;
  readonly from: (time: string, span: string) => string;
  readonly times: (occurrence: number) => string;
  readonly recurrent: (raises: number) => string;
  readonly toAct: string;
  readonly toDo: string;
  readonly notToDo: string;
  readonly evidence: string;
  readonly ruledOut: string;
  readonly because: string;
  readonly clockUnset: string;
  readonly allWell: string;
  readonly handbook: (fault: string) => string;
  readonly history: string;
  readonly noHistory: string;
  readonly gaps: string;
  readonly dropped: string;
  readonly gap: (boot: string, numbers: string) => string;
  readonly commands: string;
  readonly agent: string;
  readonly modem: string;
  readonly records: (waiting: number, dropped: number) => string;
  readonly data: (month: number, day: number, budget: number) => string;
  readonly clockOff: (seconds: number) => string;
  readonly incidents: string;
}

const english: FleetWords = {
  ...{ comma: ", ", colon: ": " },
  ...{ terminal: "terminal", severity: "severity", connection: "connection", place: "place", since: "since" },
  ...{ fault: "what is wrong", online: "online", offline: "offline", unheard: "not known", well: "–" },
  places: {},
  silent: (span) => `offline, heard ${span} ago`,
  more: (count) => `and ${count} more`,
  shown: (count) => (count === 1 ? "1 terminal" : `${count} terminals`),
  shownOfMore: (count) => `the first ${count}, and there are more: --limit`,
  heard: (span) => `heard ${span} ago`,
  from: (time, span) => `since ${time} (${span})`,
  times: (occurrence) => `${occurrence} times since boot`,
  recurrent: (raises) => `recurrent: ${raises} times in 24 h`,
  ...{ toAct: "to act: ", toDo: "What to do:", notToDo: "What not to do:", evidence: "Evidence:" },
  ...{ ruledOut: "Ruled out:", because: "because ", clockUnset: "its clock was not set" },
  allWell: "Nothing is wrong with it.",
  handbook: (fault) => `posdiag faults ${fault} tells more`,
  ...{ history: "Before:", noHistory: "Nothing was wrong before.", gaps: "Reports that have not come:" },
  gap: (boot, numbers) => `boot ${boot}: ${numbers}`,
  dropped: "(it had to drop them)",
  ...{ commands: "Commands:", agent: "agent", modem: "modem" },
  records: (waiting, dropped) => `${waiting} reports wait, ${dropped} dropped`,
  data: (month, day, budget) => `data ${month} KB this month${budget > 0 ? ` of ${budget} KB` : ""}, ${day} KB today`,
  clockOff: (seconds) => `its clock is off by ${seconds} s`,
  incidents: "Others have the same trouble:",
};

const chinese: FleetWords = {
  ...{ comma: "，", colon: "：" },
  ...{ terminal: "终端", severity: "级别", connection: "连接", place: "位置", since: "持续", fault: "故障" },
  ...{ online: "在线", offline: "离线", unheard: "未知", well: "–" },
  places: { shop: "门店", region: "地区", acquirer: "收单机构", carrier: "运营商" },
  silent: (span) => `离线，${span}前上报`,
  more: (count) => `另有${count}项`,
  shown: (count) => `共${count}台终端`,
  shownOfMore: (count) => `仅列出前${count}台，其余请用 --limit`,
  heard: (span) => `${span}前上报`,
  from: (time, span) => `自${time}起（${span}）`,
  times: (occurrence) => `开机后第${occurrence}次`,
  recurrent: (raises) => `反复发生：24小时内${raises}次`,
  ...{ toAct: "处理方：", toDo: "请这样做：", notToDo: "请不要：", evidence: "依据：", ruledOut: "已排除：" },
  ...{ because: "", clockUnset: "终端时钟未校准", allWell: "没有故障。" },
  handbook: (fault) => `详见 posdiag faults ${fault} --lang zh-CN`,
  ...{ history: "历史故障：", noHistory: "此前没有故障。", gaps: "未收到的上报：" },
  gap: (boot, numbers) => `启动 ${boot}：${numbers}`,
  dropped: "（终端已丢弃）",
  ...{ commands: "命令：", agent: "诊断程序", modem: "模块" },
  records: (waiting, dropped) => `待发${waiting}条，丢弃${dropped}条`,
  data: (month, day, budget) => `本月流量${month} KB${budget > 0 ? `（额度${budget} KB）` : ""}，今日${day} KB`,
  clockOff: (seconds) => `时钟偏差${seconds}秒`,
  incidents: "其他终端有同样的故障：",
};

export const fleetWords: Readonly<Record<Language, FleetWords>> = { en: english, "zh-CN": chinese };
