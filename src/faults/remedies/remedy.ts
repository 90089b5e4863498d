/** What a remedy of the merchants' guides is: who does it, what it can cost, and what must hold before anybody is told to. */
import type { Party } from "../../model/catalogue.ts";
import type { Guard } from "./guards.ts";
import { type BothLanguages, both } from "./words.ts";

export type Risk = 0 | 1 | 2;

export const riskWords: Readonly<Record<Risk, BothLanguages>> = {
  0: both("harmless", "无风险"),
  1: both("interrupts service", "会中断业务"),
  2: both("can cost money or data", "可能造成资金或数据损失"),
};

/** Why nobody is charged twice by trying again: as it stands with one fault. */
export type ResultKnown =
  /** The host answered, and refused. */
  | "answered"
  /** The card was not read, or no connection came about: nothing was sent. */
  | "not_sent"
  /** The text says itself that the result is looked up, or the reversal seen to succeed, before. */
  | "asked_first"
  /** The reversal has succeeded. */
  | "reversed";

export interface Remedy {
  readonly words: BothLanguages;
  readonly who: readonly Party[];
  readonly risk: Risk;
  readonly guards: readonly Guard[];
  /** Response codes after which it makes sense; without it any, or none at all. */
  readonly codes?: readonly string[];
  /** Which of the merchants' guides name it. */
  readonly guides: string;
  /** Faults whose texts give it to the merchant, in the order of the catalogue; a test compares this with the texts. */
  readonly faults: readonly string[];
  /** Of a remedy that charges a card again: why the result of the first payment is known, by fault. */
  readonly resultKnown?: Readonly<Record<string, ResultKnown>>;
  /** Why no text gives it to a merchant. */
  readonly notForMerchants?: BothLanguages;
}
