/** Which languages the page speaks, and which it begins with. */
import { chinese } from "./chinese.ts";
import { english, type Words } from "./english.ts";

export type { Words } from "./english.ts";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Each in itself, for the switch. */
export const languageNames: Readonly<Record<Language, string>> = { "zh-CN": "中文", en: "English" };

const words: Readonly<Record<Language, Words>> = { "zh-CN": chinese, en: english };

export function wordsOf(language: Language): Words {
  return words[language];
}

/** What was chosen before, else the first that the browser asks for and the page speaks, else English. */
export function firstLanguage(kept: string | null, asked: readonly string[]): Language {
  const known = languages.find((language) => language === kept);
  if (known) return known;
  const first = asked.find((tag) => /^(?:zh|en)\b/i.test(tag));
  return first && /^zh\b/i.test(first) ? "zh-CN" : "en";
}
