/** What people read: sentences by fault id, one table per language. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

export interface FaultText {
  /** Short name of the fault, for lists. */
  readonly name: string;
  /** One sentence for the merchant: what is wrong. */
  readonly say: string;
  /** What to do, most useful first; one action each. */
  readonly do: readonly string[];
  readonly doNot: readonly string[];
}

export type FaultTexts = Readonly<Record<string, FaultText>>;
