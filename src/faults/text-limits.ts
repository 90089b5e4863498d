/** Longest that a screen at the counter shows whole, and a list shows in its column: characters; and most lines of advice. */
import type { Language } from "../model/text.ts";

export interface TextLimit {
  readonly name: number;
  readonly say: number;
  /** One thing to do, or not to do. */
  readonly line: number;
  /** What an observation says in words. */
  readonly sign: number;
}

export const textLimits: Readonly<Record<Language, TextLimit>> = {
  "zh-CN": { name: 14, say: 40, line: 40, sign: 20 },
  en: { name: 40, say: 120, line: 130, sign: 60 },
};

export const mostLines = 3;
