/** The remedies that the merchants' guides name, by id, with their guards, and which of them a fault's text gives. */
import type { Language } from "../model/text.ts";
import { callRemedies } from "./remedies/calls.ts";
import { cardRemedies } from "./remedies/card.ts";
import { guards } from "./remedies/guards.ts";
import { moneyRemedies } from "./remedies/money.ts";
import { networkRemedies } from "./remedies/network.ts";
import type { Remedy } from "./remedies/remedy.ts";
import { terminalRemedies } from "./remedies/terminal.ts";

const afterCodes: Readonly<Record<Language, (codes: string) => string>> = {
  en: (codes) => `after response codes ${codes}`,
  "zh-CN": (codes) => `应答码${codes}之后`,
};

/** Ids stay for ever. */
export const remedies: Readonly<Record<string, Remedy>> = {
  ...terminalRemedies,
  ...networkRemedies,
  ...cardRemedies,
  ...moneyRemedies,
  ...callRemedies,
};

/** Ids and remedies that the text of a fault gives to the merchant. */
export function remediesOf(fault: string): readonly (readonly [id: string, remedy: Remedy])[] {
  return Object.entries(remedies).filter(([, { faults }]) => faults.includes(fault));
}

/** What must hold before a remedy is given, in words. */
export function guardsOf({ guards: held, codes }: Remedy, language: Language): readonly string[] {
  const after = codes === undefined ? [] : [afterCodes[language](codes.join(language === "en" ? ", " : "、"))];
  return [...held.map((guard) => guards[guard].words[language]), ...after];
}
