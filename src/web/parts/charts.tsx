/** What was measured and counted over the chosen time. Only what there is: an empty chart would look like a fault. */
import type { Series, SeriesView, TerminalView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { binCount, binned, daily } from "../bins.ts";
import { failures, linePlans, ways } from "../chart-plan.ts";
import { kilobytes } from "../format.ts";
import type { Loaded } from "../loaded.ts";
import type { RangeName, Span } from "../span.ts";
import { BarChart, type BarSeries } from "./bar-chart.tsx";
import { Issuers } from "./issuers.tsx";
import { LineChart } from "./line-chart.tsx";
import { Empty } from "./notice.tsx";
import { View } from "./view.tsx";

interface DrawnProps {
  readonly found: SeriesView;
  readonly span: Span;
  readonly range: RangeName;
}

function Lines({ found, span, range }: DrawnProps) {
  return linePlans.map(({ signals, bounds }) => {
    const series = signals
      .map((signal) => found.series.find((one) => one.signal === signal))
      .find((one): one is Series => one !== undefined && one.points.length > 0);
    const drawn = series && { series, span, range, ...(bounds ? { bounds } : {}) };
    return drawn && <LineChart key={series.signal} title={series.name} {...drawn} />;
  });
}

function Counts({ found, span, range }: DrawnProps) {
  const { say } = useApp();
  const { charts } = say;
  const shared = { span, range };
  const bins = (signal: string) => {
    const points = found.series.find((one) => one.signal === signal)?.points ?? [];
    return points.length > 0 ? binned(points, span, binCount[range]) : undefined;
  };
  const one = (signal: string, label: string, look: BarSeries["look"]): readonly BarSeries[] => {
    const own = bins(signal);
    return own ? [{ key: signal, label, look, bins: own }] : [];
  };
  const looks = { refused: "bad", unanswered: "late", unsent: "weak" } as const;
  const down = failures.flatMap((end) => one(`payments.${end}`, charts[end], looks[end]));
  const approved = one("payments.approved", charts.approved, "good");
  const used = found.series.find((each) => each.signal === "data.day_kb")?.points ?? [];
  const days = daily(used, span);
  const data: BarSeries = { key: "data", label: charts.used, look: "plain", bins: days.bins };
  return (
    <>
      {approved.length + down.length > 0 && <BarChart {...shared} title={charts.payments} up={approved} down={down} />}
      {ways.map((way) => {
        const ok = one(`reads.${way}.ok`, charts.ok, "good");
        const failed = one(`reads.${way}.failed`, charts.failed, "bad");
        if (ok.length + failed.length === 0) return null;
        return <BarChart {...shared} key={way} title={`${charts.reads} · ${charts[way]}`} up={ok} down={failed} />;
      })}
      {range !== "day" && used.length > 0 && (
        <BarChart {...{ range, span: days.span }} title={charts.data} up={[data]} down={[]} text={kilobytes} />
      )}
    </>
  );
}

interface ChartsProps {
  readonly view: TerminalView;
  readonly loaded: Loaded<SeriesView>;
  readonly span: Span;
  readonly range: RangeName;
}

export function Charts({ view, loaded, span, range }: ChartsProps) {
  const { say } = useApp();
  const isMeasured = view.measured.length > 0;
  const isEmpty = (found: SeriesView) => found.series.every(({ points }) => points.length === 0);
  return (
    <section class="card" aria-labelledby="charts">
      <h2 id="charts">{say.terminal.charts}</h2>
      {!isMeasured && <Empty title={say.terminal.noPoints} />}
      {isMeasured && (
        <View loaded={loaded} rows={8}>
          {(found) =>
            isEmpty(found) ? (
              <Empty title={say.terminal.noPoints} />
            ) : (
              <div class="charts">
                <Lines found={found} span={span} range={range} />
                <Counts found={found} span={span} range={range} />
                <Issuers view={view} span={span} />
              </div>
            )
          }
        </View>
      )}
    </section>
  );
}
