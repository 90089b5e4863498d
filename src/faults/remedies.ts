/** The remedies that the merchants' guides name, by id, with their guards, and which of them a fault's text gives. */
import { callRemedies } from "./remedies/calls.ts";
import { cardRemedies } from "./remedies/card.ts";
import { moneyRemedies } from "./remedies/money.ts";
import { networkRemedies } from "./remedies/network.ts";
import type { Remedy } from "./remedies/remedy.ts";
import { terminalRemedies } from "./remedies/terminal.ts";

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
