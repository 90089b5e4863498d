/** Words in both languages, for what people read beside the texts of the faults. */
import type { Language } from "../../model/text.ts";

export type BothLanguages = Readonly<Record<Language, string>>;

/** English first, as in the tables of words. */
export const both = (en: string, zh: string): BothLanguages => ({ en, "zh-CN": zh });
