/** The fleet as one bar, divided by the gravest open case of each terminal, with the numbers beside it. */
import type { FleetView, SeverityName } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { count } from "../format.ts";
import { Mark } from "./mark.tsx";

const order: readonly SeverityName[] = ["critical", "major", "minor", "warning", "none"];

interface SeverityBarProps {
  readonly bySeverity: FleetView["bySeverity"];
  readonly total: number;
}

export function SeverityBar({ bySeverity, total }: SeverityBarProps) {
  const { say } = useApp();
  return (
    <div class="severities">
      <div class="severity-bar" aria-hidden="true">
        {order.map((severity) => {
          const share = bySeverity[severity] / Math.max(1, total);
          return <span key={severity} class={severity} style={{ flexGrow: share }} hidden={share === 0} />;
        })}
      </div>
      <ul class="legend">
        {order.map((severity) => (
          <li key={severity}>
            <Mark severity={severity} /> <b>{count(bySeverity[severity], say)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
