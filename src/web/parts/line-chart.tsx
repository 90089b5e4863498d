/** A measured quantity over time: its mean as a line, lowest to highest as a band behind it, gaps where nothing was measured. */
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import type { Series } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { colour, onScheme, onWidth } from "../browser.ts";
import { amount, clockTime } from "../format.ts";
import { type RangeName, type Span, ticks } from "../span.ts";
import type { Words } from "../words/language.ts";

interface LineChartProps {
  readonly title: string;
  readonly series: Series;
  readonly span: Span;
  readonly range: RangeName;
  /** Of the scale; without it as measured. */
  readonly bounds?: readonly [number, number];
}

const height = 128;

/** Columns as uPlot takes them, seconds first. A distance four times the usual is a gap. */
function columns(points: Series["points"]): uPlot.AlignedData {
  const distances = points.slice(1).map(([atMs], index) => atMs - (points[index]?.[0] ?? atMs));
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  const rows = points.flatMap((point, index) => {
    const isGap = index > 0 && usual > 0 && (distances[index - 1] ?? 0) > 4 * usual;
    const before = points[index - 1]?.[0] ?? point[0];
    const nothing = [(before + point[0]) / 2, null, null, null] as const;
    return isGap ? [nothing, point] : [point];
  });
  return [
    rows.map(([atMs]) => atMs / 1_000),
    rows.map(([, low]) => low),
    rows.map(([, , , high]) => high),
    rows.map(([, , mean]) => mean),
  ];
}

interface Drawn {
  readonly width: number;
  readonly range: RangeName;
  readonly span: Span;
  readonly bounds: readonly [number, number] | undefined;
  readonly say: Words;
}

function options({ width, span, range, bounds, say }: Drawn): uPlot.Options {
  const [ink, faint, line] = [colour("soft"), colour("line"), colour("accent")];
  const font = "11px system-ui, sans-serif";
  const axis = { stroke: ink, font, grid: { stroke: faint, width: 1 }, ticks: { show: false } };
  const marks = ticks(span, range, say);
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      x: { time: true, range: [span.fromMs / 1_000, span.toMs / 1_000] },
      ...(bounds ? { y: { range: [bounds[0], bounds[1]] } } : {}),
    },
    axes: [
      {
        ...{ ...axis, size: 24 },
        splits: () => marks.map(({ atMs }) => atMs / 1_000),
        values: () => marks.map(({ label }) => label),
      },
      { ...axis, size: 46, space: 30, values: (_, splits) => splits.map((value) => amount(value, say)) },
    ],
    series: [
      {},
      { stroke: "transparent", points: { show: false } },
      { stroke: "transparent", points: { show: false } },
      { stroke: line, width: 1.75, points: { show: false } },
    ],
    bands: [{ series: [2, 1], fill: colour("band") }],
  };
}

function text(plot: uPlot, unit: string, say: Words): string {
  const at = plot.cursor.idx ?? -1;
  const [times, low, high, mean] = plot.data;
  const value = mean?.[at];
  const atS = times[at];
  if (value === undefined || value === null || atS === undefined) return "";
  const edges = `${amount(low?.[at] ?? value, say)} … ${amount(high?.[at] ?? value, say)}`;
  return `${clockTime(1_000 * atS, 0, say)}  ${amount(value, say)} ${unit} (${edges})`;
}

/** In words, for who sees no curve: the newest, the lowest and the highest. */
function summary(series: Series, say: Words): string {
  const { charts } = say;
  const means = series.points.map(([, , mean]) => mean);
  const total = means.reduce((all, mean) => all + mean, 0);
  const low = Math.min(...series.points.map(([, lowest]) => lowest));
  const high = Math.max(...series.points.map(([, , , highest]) => highest));
  const figures = [
    [charts.low, low],
    [charts.mean, total / means.length],
    [charts.high, high],
  ] as const;
  return figures.map(([name, value]) => `${name} ${amount(value, say)} ${series.unit}`).join(" · ");
}

export function LineChart({ title, series, span, range, bounds }: LineChartProps) {
  const { say } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const told = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const host = box.current;
    if (!host) return;
    let plot: uPlot | undefined;
    const draw = () => {
      plot?.destroy();
      const width = Math.max(200, host.clientWidth);
      const drawn = options({ width, span, range, bounds, say });
      const tell = (current: uPlot) => {
        if (told.current) told.current.textContent = text(current, series.unit, say);
      };
      plot = new uPlot({ ...drawn, hooks: { setCursor: [tell] } }, columns(series.points), host);
    };
    const stopWidth = onWidth(host, draw);
    const stopScheme = onScheme(draw);
    return () => {
      stopWidth();
      stopScheme();
      plot?.destroy();
    };
  }, [series, span, range, bounds, say]);
  return (
    <figure class="line-chart">
      <figcaption>
        <b>{title}</b>
        <span>{summary(series, say)}</span>
        <span ref={told} class="pointed" aria-hidden="true" />
      </figcaption>
      <div ref={box} class="plot" role="img" aria-label={`${title}: ${summary(series, say)}`} />
    </figure>
  );
}
