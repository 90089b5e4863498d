/** Payments by issuer: one bank that refuses is another trouble than all of them. */
import type { SeriesView, TerminalView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { sum } from "../bins.ts";
import { issuersOf } from "../chart-plan.ts";
import { count } from "../format.ts";
import { useSeries } from "../series.ts";
import type { Span } from "../span.ts";

interface IssuersProps {
  readonly view: TerminalView;
  readonly span: Span;
}

function totalOf({ series }: SeriesView, signal: string): number {
  const points = series.find((one) => one.signal === signal)?.points ?? [];
  return sum(points.map(([, , mean]) => mean));
}

export function Issuers({ view, span }: IssuersProps) {
  const { say } = useApp();
  const { charts } = say;
  const issuers = issuersOf(view.measured.map(({ signal }) => signal));
  const signals = issuers.flatMap((issuer) => [`issuer.${issuer}.approved`, `issuer.${issuer}.refused`]);
  const { data } = useSeries(view, signals, span);
  if (!data) return null;
  const rows = issuers
    .map((issuer) => {
      const [approved, refused] = [
        totalOf(data, `issuer.${issuer}.approved`),
        totalOf(data, `issuer.${issuer}.refused`),
      ];
      return { issuer, approved, refused };
    })
    .filter(({ approved, refused }) => approved + refused > 0)
    .sort((a, b) => b.approved + b.refused - (a.approved + a.refused));
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ approved, refused }) => approved + refused));
  return (
    <table class="issuers">
      <caption>{charts.issuers}</caption>
      <thead>
        <tr>
          <th scope="col">{charts.issuer}</th>
          <th scope="col">
            <span class="unseen">{charts.payments}</span>
          </th>
          <th scope="col" class="num">
            {charts.approved}
          </th>
          <th scope="col" class="num">
            {charts.refused}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ issuer, approved, refused }) => (
          <tr key={issuer}>
            <th scope="row">{issuer}</th>
            <td class="share" aria-hidden="true">
              <span class="bar">
                <span class="swatch-good" style={{ width: `${(100 * approved) / most}%` }} />
                <span class="swatch-bad" style={{ width: `${(100 * refused) / most}%` }} />
              </span>
            </td>
            <td class="num">{count(approved, say)}</td>
            <td class="num">{count(refused, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
