/** Whether a record is about money: then no budget holds it back. */
import type { WaitingRecord } from "../outbox/outbox.ts";
import { decodeReport } from "../report/decode.ts";

export function isAboutMoney(
  record: WaitingRecord | undefined,
  isMoney: ((fault: string) => boolean) | undefined,
): boolean {
  if (record?.class !== "fault" || !isMoney) return false;
  const report = decodeReport(record.payload);
  if (report.kind === "refused" || report.value.body.kind !== "case") return false;
  return isMoney(report.value.body.event.case.verdict.fault);
}
