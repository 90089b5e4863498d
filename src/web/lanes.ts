/** Cases as lanes of a timeline: one lane a fault, one bar a case. */
import type { CaseView, SeverityRank } from "../console/api.ts";
import { type Span, shareOf } from "./span.ts";

export interface Bar {
  readonly key: string;
  /** 0..1 of the span. */
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
}

export interface Lane {
  readonly fault: string;
  readonly name: string;
  readonly severity: SeverityRank;
  readonly bars: readonly Bar[];
}

/** Those that reach into the span; open ones first, then those that were open last. */
export function lanesOf(cases: readonly CaseView[], span: Span): readonly Lane[] {
  const inside = cases.filter(
    ({ openedMs, closedMs }) => openedMs < span.toMs && (closedMs ?? span.toMs) >= span.fromMs,
  );
  const last = (one: CaseView) => one.closedMs ?? Number.POSITIVE_INFINITY;
  const sorted = inside.toSorted((a, b) =>
    last(a) === last(b) ? b.openedMs - a.openedMs : last(b) > last(a) ? 1 : -1,
  );
  const faults = [...new Set(sorted.map(({ fault }) => fault))];
  return faults.flatMap((fault) => {
    const own = sorted.filter((one) => one.fault === fault);
    const [first] = own;
    if (!first) return [];
    const bars = own.map((one) => ({
      key: `${one.id} ${one.openedMs}`,
      from: shareOf(one.openedMs, span),
      to: shareOf(one.closedMs ?? span.toMs, span),
      isOpen: one.closedMs === null,
    }));
    return [{ fault, name: first.name, severity: first.severity, bars }];
  });
}
