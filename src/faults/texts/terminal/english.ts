/** Texts in English for the terminal's own side, its card, its bank and its money, joined. */
import type { FaultTexts } from "../../../model/text.ts";
import { cardEnglish } from "./card/english.ts";
import { issuerEnglish } from "./issuer/english.ts";
import { machineEnglish } from "./machine/english.ts";
import { moneyEnglish } from "./money/english.ts";
import { partsEnglish } from "./parts/english.ts";
import { rulesEnglish } from "./rules/english.ts";
import { softwareEnglish } from "./software/english.ts";

export const terminalEnglish: FaultTexts = {
  ...moneyEnglish,
  ...machineEnglish,
  ...partsEnglish,
  ...softwareEnglish,
  ...rulesEnglish,
  ...issuerEnglish,
  ...cardEnglish,
};
