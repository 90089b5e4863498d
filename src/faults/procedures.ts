/** The procedures of the merchants' guides, step by step, put right where `doubtful-advice.ts` says that they do harm. */
import { connectionProcedures } from "./procedures/connection.ts";
import { moneyProcedures } from "./procedures/money.ts";
import type { Procedure } from "./procedures/procedure.ts";
import { type BothLanguages, both } from "./remedies/words.ts";

export const procedures: readonly Procedure[] = [...moneyProcedures, ...connectionProcedures];

/** What is in the guides and in no procedure here. */
export const leftOut: readonly BothLanguages[] = [
  both(
    "“Settlement in five steps” (S3) tells of historic barter cards and says nothing about faults.",
    "“POS结算五步”（S3）讲的是早年的易货卡，与故障无关。",
  ),
];

/** Procedures that stand with a fault. */
export function proceduresOf(fault: string): readonly Procedure[] {
  return procedures.filter(({ faults }) => faults.includes(fault));
}
