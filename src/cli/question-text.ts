/** Tests as they end, and the question to the merchant, for a person. */

import type { QuestionView, TestReport } from "../model/test-view.ts";
import type { Language } from "../model/text.ts";
import { table } from "./table.ts";
import { words } from "./words.ts";

/** Why a test was not made, in the words of the governor and of the agent. */
const refusals: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  level: { en: "not permitted (probes.level)", "zh-CN": "未被允许（probes.level）" },
  payment: { en: "money is on the way", "zh-CN": "有交易或冲正" },
  hold: { en: "probes are held back at present", "zh-CN": "目前暂停检测" },
  too_soon: { en: "made a moment ago", "zh-CN": "刚刚检测过" },
  hour: { en: "the budget of this hour is spent", "zh-CN": "本小时额度已用完" },
  day: { en: "the budget of this day is spent", "zh-CN": "今日额度已用完" },
  nothing_to_do: { en: "not set up here, or no way at present", "zh-CN": "未配置或当前无网络" },
};

export function formatTest({ text, found, refused }: TestReport, language: Language): string {
  const why = refused === null ? undefined : (refusals[refused]?.[language] ?? refused);
  const values = found.map(({ signal, value }) => `${signal} = ${value ?? "-"}`).join(", ");
  return `${text}: ${why ?? (values || "-")}\n`;
}

export function formatQuestion({ id, text, answers }: QuestionView, language: Language): string {
  const rows = answers.map(({ answer, text: said }) => [said, `posdiag answer ${id} ${answer}`]);
  return `\n${words[language].question}\n  ${text}\n${table(rows)}`;
}
