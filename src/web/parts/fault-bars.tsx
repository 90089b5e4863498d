/** The faults of now, most first: how many terminals, and how many of them can be asked at the moment. */
import type { FaultCount } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { count } from "../format.ts";
import { hashes } from "../route.ts";
import { Mark, severityName } from "./mark.tsx";
import { Empty } from "./notice.tsx";

function Row({ fault, most }: { readonly fault: FaultCount; readonly most: number }) {
  const { say } = useApp();
  const offline = fault.open - fault.online;
  return (
    <li>
      <a class="bar-row" data-row href={hashes.terminals({ fault: fault.fault })}>
        <Mark severity={severityName(fault.severity)} silent />
        <span class="bar-name">{fault.name}</span>
        <span class="bar" aria-hidden="true">
          <span class={severityName(fault.severity)} style={{ width: `${(100 * fault.online) / most}%` }} />
          <span class={`${severityName(fault.severity)} faint`} style={{ width: `${(100 * offline) / most}%` }} />
        </span>
        <b aria-hidden="true">{count(fault.open, say)}</b>
        <span class="unseen">
          {say.severity[severityName(fault.severity)]}, {say.fleet.bar(fault.open, fault.online)}
        </span>
      </a>
    </li>
  );
}

export function FaultBars({ faults }: { readonly faults: readonly FaultCount[] }) {
  const { say } = useApp();
  const most = Math.max(1, ...faults.map(({ open }) => open));
  return (
    <section class="card" aria-labelledby="faults-now">
      <h2 id="faults-now">{say.fleet.now}</h2>
      <p class="soft legend-line">
        {say.fleet.nowHint}
        <span class="swatch" aria-hidden="true" /> {say.fleet.onlineOnes}
        <span class="swatch faint" aria-hidden="true" /> {say.fleet.offlineOnes}
      </p>
      {faults.length === 0 ? (
        <Empty title={say.fleet.noFaults} />
      ) : (
        <ul class="bars">
          {faults.map((fault) => (
            <Row key={fault.fault} fault={fault} most={most} />
          ))}
        </ul>
      )}
    </section>
  );
}
