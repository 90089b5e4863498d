/** What is said of a terminal that cannot choose between causes, in one line. */
import type { Rival } from "../model/case.ts";
import type { Language } from "../model/text.ts";

interface Words {
  readonly unsure: string;
  readonly since: (when: string) => string;
  readonly candidates: (list: readonly string[]) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    unsure: "cause not known yet",
    since: (when) => `, since ${when}`,
    candidates: (list) => `; candidates: ${list.join(", ")}`,
  },
  "zh-CN": {
    unsure: "原因尚未确定",
    since: (when) => `，自${when}起`,
    candidates: (list) => `；可能原因：${list.join("、")}`,
  },
};

export interface UnsureTelling {
  readonly language: Language;
  /** Left away where it stands elsewhere, or is not known. */
  readonly since?: string | undefined;
  nameOf(fault: string): string;
}

export function unsureText(candidates: readonly Rival[], { language, since, nameOf }: UnsureTelling): string {
  const say = words[language];
  const list = candidates.map(({ fault, probability }) => `${nameOf(fault)} ${Math.round(probability * 100)} %`);
  return `${say.unsure}${since ? say.since(since) : ""}${list.length > 0 ? say.candidates(list) : ""}`;
}
