/** Looks up what people read. A fault without a text of its own is told as what it is: not listed. */
import type { FaultText, FaultTexts, Language } from "../model/text.ts";
import { unlistedOf } from "../model/unlisted.ts";
import { families } from "./families.ts";
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

const colon: Readonly<Record<Language, string>> = { en: ": ", "zh-CN": "：" };
/** What people read in one deployment. */
export interface TextBook {
  textOf(fault: string, language: Language): FaultText;
}

/** `own`: the deployment's own wording, which replaces the parts of a text that it has. */
export type OwnTexts = Readonly<Partial<Record<Language, Readonly<Record<string, Partial<FaultText>>>>>>;

export function createTextBook(own: OwnTexts = {}): TextBook {
  return {
    textOf: (fault, language) => {
      const table = faultTexts[language];
      const known = Object.hasOwn(table, fault) ? fault : "unlisted";
      const text = { ...(table[known] ?? { name: fault, say: fault, do: [], doNot: [] }), ...own[language]?.[known] };
      // That much is known of what nobody has listed.
      const family = families[unlistedOf(fault) ?? ""]?.[language];
      return family === undefined ? text : { ...text, name: `${family}${colon[language]}${text.name}` };
    },
  };
}

/** The texts as they come with the program. */
export const builtInTexts: TextBook = createTextBook();
export const { textOf } = builtInTexts;

/** An observation in words. */
export function signOf(observation: string, holds: boolean, language: Language): string {
  const text = signTexts[observation]?.[language];
  if (!text) return holds ? observation : `not ${observation}`;
  return holds ? text.holds : text.not;
}
