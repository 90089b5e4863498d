/** The code on paper or on a small screen: lines of at most 32 columns, a Chinese character taking two. */
import type { Language } from "../model/text.ts";

interface Words {
  readonly title: string;
  readonly ask: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: { title: "No link to support", ask: "Call support and read out:" },
  "zh-CN": { title: "无法连接技术支持", ask: "请致电技术支持并报出代码：" },
};

/** Two groups a line: as much as a person says in one breath. */
const groupsInLine = 2;

export function slipLines(text: string, language: Language): readonly string[] {
  const groups = text.split("-");
  const starts = groups.map((_, at) => at).filter((at) => at % groupsInLine === 0);
  const { title, ask } = words[language];
  return [title, ask, ...starts.map((at) => groups.slice(at, at + groupsInLine).join(" - "))];
}
