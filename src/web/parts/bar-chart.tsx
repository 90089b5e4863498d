/** Counts as bars: what went well above the line, what did not below it, so that place tells what colour tells. */
import { useApp } from "../app-context.ts";
import { sum } from "../bins.ts";
import { count } from "../format.ts";
import type { RangeName, Span } from "../span.ts";
import { Axis } from "./axis.tsx";

export interface BarSeries {
  readonly key: string;
  readonly label: string;
  /** Its colour in the style sheet, and its pattern. */
  readonly look: "good" | "bad" | "late" | "weak" | "plain";
  /** Equally many for each series. */
  readonly bins: readonly number[];
}

interface BarChartProps {
  readonly title: string;
  readonly up: readonly BarSeries[];
  readonly down: readonly BarSeries[];
  readonly span: Span;
  readonly range: RangeName;
  text?(total: number): string;
}

const height = 72;

interface Box {
  readonly key: string;
  readonly look: BarSeries["look"];
  readonly bin: number;
  /** In counts from the line, upwards. */
  readonly from: number;
  readonly to: number;
}

/** The boxes of one side, each upon the one before. */
function stacked(series: readonly BarSeries[]): readonly Box[] {
  const heights = new Map<number, number>();
  return series.flatMap(({ key, look, bins }) =>
    bins.flatMap((value, bin) => {
      if (value <= 0) return [];
      const from = heights.get(bin) ?? 0;
      heights.set(bin, from + value);
      return [{ key: `${key} ${bin}`, look, bin, from, to: from + value }];
    }),
  );
}

export function BarChart({ title, up, down, span, range, text }: BarChartProps) {
  const { say } = useApp();
  const all = [...up, ...down];
  const bins = all[0]?.bins.length ?? 1;
  const [above, below] = [stacked(up), stacked(down)];
  const [most, least] = [above, below].map((boxes) => Math.max(0, ...boxes.map(({ to }) => to)));
  const unit = height / Math.max(1, (most ?? 0) + (least ?? 0));
  const line = (most ?? 0) * unit;
  const told = all.map(({ label, bins: own }) => {
    const total = sum(own);
    return say.charts.sum(label, text ? text(total) : count(Math.round(total), say));
  });
  const width = 100 / bins;
  const bar = ({ key, look, bin, from, to }: Box, isUp: boolean) => (
    <rect
      key={key}
      class={look}
      x={`${(bin + 0.08) * width}%`}
      width={`${0.84 * width}%`}
      y={isUp ? line - to * unit : line + from * unit}
      height={Math.max(1, (to - from) * unit)}
    />
  );
  return (
    <figure class="bar-chart">
      <figcaption>
        <b>{title}</b>
        {all.map(({ key, look }, index) => (
          <span key={key}>
            <span class={`swatch ${look}`} aria-hidden="true" /> {told[index]}
          </span>
        ))}
      </figcaption>
      <svg class="bar-drawing" height={height} role="img" aria-label={`${title}: ${told.join(", ")}`}>
        {above.map((box) => bar(box, true))}
        {below.map((box) => bar(box, false))}
        <line x1="0" x2="100%" y1={line} y2={line} />
      </svg>
      <Axis span={span} range={range} />
    </figure>
  );
}
