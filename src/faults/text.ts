/** Looks up what people read. A fault without a text of its own is told as what it is: not listed. */
import type { FaultText, FaultTexts, Language } from "../model/text.ts";
import { chinese } from "./texts/chinese.ts";
import { english } from "./texts/english.ts";
import { networkChinese } from "./texts/network/chinese.ts";
import { networkEnglish } from "./texts/network/english.ts";
import { signTexts } from "./texts/signs.ts";
import { terminalChinese } from "./texts/terminal/chinese.ts";
import { terminalEnglish } from "./texts/terminal/english.ts";

/** Every text there is, by language, then by fault. */
export const faultTexts: Readonly<Record<Language, FaultTexts>> = {
  "zh-CN": { ...chinese, ...networkChinese, ...terminalChinese },
  en: { ...english, ...networkEnglish, ...terminalEnglish },
};

export function textOf(fault: string, language: Language): FaultText {
  const table = faultTexts[language];
  const text = table[fault] ?? table["unlisted"];
  if (text) return text;
  return { name: fault, say: fault, do: [], doNot: [] };
}

/** An observation in words. */
export function signOf(observation: string, holds: boolean, language: Language): string {
  const text = signTexts[observation]?.[language];
  if (!text) return holds ? observation : `not ${observation}`;
  return holds ? text.holds : text.not;
}
