/** What can be asked of a terminal, in words for people: verbs, and the words that go with them. */
import { rungIds } from "../../model/attempt.ts";
import type { VerbName } from "../../model/command.ts";
import type { Language } from "../../model/text.ts";

export type Both = readonly [english: string, chinese: string];

interface VerbText {
  readonly name: Both;
  readonly about: Both;
}

const verbTexts: Readonly<Record<VerbName, VerbText>> = {
  diagnose: {
    name: ["Diagnose now", "立即诊断"],
    about: ["What the terminal thinks is wrong at this moment, and why.", "终端此刻判断的故障及依据。"],
  },
  read_state: {
    name: ["Read its state", "读取状态"],
    about: [
      "Modem, links, host, budgets and the agent itself.",
      "通信模块、网络、主机、流量额度及诊断程序本身的状态。",
    ],
  },
  run_test: {
    name: ["Run a test", "执行测试"],
    about: ["One safe test that the terminal makes by itself.", "由终端自行完成的一项安全测试。"],
  },
  at_read: {
    name: ["Ask the modem", "查询通信模块"],
    about: ["Reading AT commands only; identities come masked.", "仅限读取类AT命令，身份信息已脱敏。"],
  },
  log_tail: {
    name: ["Read the log", "查看日志"],
    about: ["The newest lines of the agent's log.", "诊断程序日志的最新若干行。"],
  },
  hold: {
    name: ["Hold tests", "暂停探测"],
    about: ["It visits no host of its own accord for so long.", "在此期间不主动访问主机。"],
  },
  release: {
    name: ["End the hold", "结束暂停"],
    about: ["It may test again.", "恢复主动探测。"],
  },
  bundle: {
    name: ["Fetch everything", "获取诊断包"],
    about: ["State, diagnosis, cases, log and settings in one file.", "状态、诊断、故障、日志与配置合为一个文件。"],
  },
  recover: {
    name: ["Mend the modem", "修复通信模块"],
    about: ["One step of the recovery ladder, within its guards and budgets.", "在保护条件与次数限制内执行一级自愈。"],
  },
  rotate_keys: {
    name: ["Change the keys", "更换密钥"],
    about: ["Which keys of support it trusts.", "更换终端信任的支持人员密钥。"],
  },
  set_config: {
    name: ["Change settings", "修改配置"],
    about: ["On trial: they go back by themselves unless confirmed.", "试运行：不确认则自动恢复。"],
  },
  confirm_config: {
    name: ["Keep settings", "确认配置"],
    about: ["What an earlier command has set stays.", "保留先前命令所作的修改。"],
  },
  again: {
    name: ["Send the result again", "重新取结果"],
    about: ["The result of an earlier command, if it was lost on the way.", "先前命令的结果在途中丢失时重新发送。"],
  },
};

export const wordLabels = {
  active: ["With tests first", "先执行测试"],
  language: ["Language", "语言"],
  test: ["Test", "测试项目"],
  requests: ["AT commands, one a line", "AT命令，每行一条"],
  lines: ["Lines", "行数"],
  minutes: ["Minutes", "分钟"],
  rung: ["Step", "级别"],
  settings: ["Settings, one KEY=JSON a line", "配置，每行一条 KEY=JSON"],
  trial: ["Seconds on trial", "试运行秒数"],
  id: ["Id of the command", "命令编号"],
  add: ["Keys to add, as keygen made them (JSON)", "新增密钥（keygen生成的JSON）"],
  remove: ["Ids of keys to remove, one a line", "要移除的密钥编号，每行一个"],
} as const satisfies Readonly<Record<string, Both>>;

const rungs: Readonly<Record<string, Both>> = {
  reattach: ["attach anew", "重新附着网络"],
  radio: ["radio off and on", "关闭并打开射频"],
  reset: ["restart the modem", "重启模块"],
};

export const said = ([english, chinese]: Both, language: Language): string => (language === "en" ? english : chinese);

export function verbName(verb: VerbName, language: Language): string {
  return said(verbTexts[verb].name, language);
}

export function verbAbout(verb: VerbName, language: Language): string {
  return said(verbTexts[verb].about, language);
}

export function rungChoices(language: Language) {
  return rungIds.map((rung) => ({ value: rung, label: said(rungs[rung] ?? [rung, rung], language) }));
}
