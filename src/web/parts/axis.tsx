/** Hours or days under what is drawn over time. */
import { useApp } from "../app-context.ts";
import { type RangeName, type Span, shareOf, ticks } from "../span.ts";

interface AxisProps {
  readonly span: Span;
  readonly range: RangeName;
}

export function Axis({ span, range }: AxisProps) {
  const { say } = useApp();
  return (
    <div class="axis" aria-hidden="true">
      {ticks(span, range, say).map(({ atMs, label }) => (
        <span key={atMs} style={{ left: `${(100 * shareOf(atMs, span)).toFixed(2)}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}
