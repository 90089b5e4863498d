/** Texts in simplified Chinese for the terminal's own side, its card, its bank and its money, joined. */
import type { FaultTexts } from "../../../model/text.ts";
import { cardChinese } from "./card/chinese.ts";
import { issuerChinese } from "./issuer/chinese.ts";
import { machineChinese } from "./machine/chinese.ts";
import { moneyChinese } from "./money/chinese.ts";
import { partsChinese } from "./parts/chinese.ts";
import { rulesChinese } from "./rules/chinese.ts";
import { softwareChinese } from "./software/chinese.ts";

export const terminalChinese: FaultTexts = {
  ...moneyChinese,
  ...machineChinese,
  ...partsChinese,
  ...softwareChinese,
  ...rulesChinese,
  ...issuerChinese,
  ...cardChinese,
};
