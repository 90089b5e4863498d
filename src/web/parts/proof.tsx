/** The past of a terminal: timeline and charts over one range, chosen once for both. */
import { useMemo, useState } from "preact/hooks";
import type { TerminalView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { allSignals } from "../chart-plan.ts";
import { useSeries } from "../series.ts";
import { type RangeName, ranges, type Span } from "../span.ts";
import { Charts } from "./charts.tsx";
import { Timeline } from "./timeline.tsx";

const names = ["day", "week", "month"] as const satisfies readonly RangeName[];
/** The end moves on by so much at a time: charts need not be asked for more often. */
const stepMs = 300_000;

export function Proof({ view }: { readonly view: TerminalView }) {
  const { say } = useApp();
  const [range, setRange] = useState<RangeName>("day");
  const toMs = Math.ceil(view.atMs / stepMs) * stepMs;
  const span: Span = useMemo(() => ({ fromMs: toMs - ranges[range], toMs }), [toMs, range]);
  const measured = new Set(view.measured.map(({ signal }) => signal));
  const signals = allSignals.filter((signal) => measured.has(signal));
  const loaded = useSeries(view, signals, span);
  return (
    <div class="proof">
      <fieldset class="tabs">
        <legend class="unseen">{say.terminal.charts}</legend>
        {names.map((name) => (
          <label key={name}>
            <input type="radio" name="range" checked={name === range} onChange={() => setRange(name)} />
            <span class="tab">{say.terminal.ranges[name]}</span>
          </label>
        ))}
      </fieldset>
      <Timeline cases={[...view.verdicts, ...view.history]} history={view.history} span={span} range={range} />
      <Charts view={view} loaded={loaded} span={span} range={range} />
    </div>
  );
}
