/** All terminals at a glance: how many fail, of what, and what those have in common. */
import type { FleetView } from "../../console/api.ts";
import { useApp } from "../app-context.ts";
import { count, share, span } from "../format.ts";
import { useLoaded } from "../loaded.ts";
import { CauseMap } from "../parts/cause-map.tsx";
import { FaultBars } from "../parts/fault-bars.tsx";
import { IncidentBanner } from "../parts/incident-banner.tsx";
import { Empty } from "../parts/notice.tsx";
import { SeverityBar } from "../parts/severity-bar.tsx";
import { View } from "../parts/view.tsx";
import { hashes } from "../route.ts";

function Totals({ totals }: Pick<FleetView, "totals">) {
  const { say } = useApp();
  const tiles = [
    { key: "terminals", to: hashes.terminals(), hint: "" },
    {
      key: "online",
      to: hashes.terminals({ state: "all", sort: "changed" }),
      hint: share(totals.online, totals.terminals),
    },
    { key: "failing", to: hashes.terminals({ state: "failing" }), hint: share(totals.failing, totals.terminals) },
    {
      key: "critical",
      to: hashes.terminals({ state: "failing", sort: "worst" }),
      hint: share(totals.critical, totals.terminals),
    },
    {
      key: "silent",
      to: hashes.terminals({ state: "offline", sort: "seen" }),
      hint: share(totals.silent, totals.terminals),
    },
  ] as const;
  return (
    <div class="tiles">
      {tiles.map(({ key, to, hint }) => (
        <a key={key} class={`tile ${key}`} href={to} title={key === "silent" ? say.fleet.totals.silentHint : undefined}>
          <span class="tile-name">{say.fleet.totals[key]}</span>
          <strong>{count(totals[key], say)}</strong>
          <small>{hint && say.fleet.ofAll(hint)}</small>
        </a>
      ))}
    </div>
  );
}

function Collector({ collector }: Pick<FleetView, "collector">) {
  const { say } = useApp();
  const { lagMs, perMinute, unreadable, database } = collector;
  const facts = [
    [say.fleet.lag, lagMs === null ? say.unknown : say.time.ago(span(lagMs, say))],
    [say.fleet.perMinute, count(perMinute, say)],
    [say.fleet.unreadable, unreadable === null ? say.unknown : count(unreadable, say)],
    [say.fleet.database, database === "postgres" ? "PostgreSQL" : "SQLite"],
  ] as const;
  return (
    <footer class="collector">
      <strong>{say.fleet.collector}</strong>
      {facts.map(([name, value]) => (
        <span key={name}>
          {name} <b>{value}</b>
        </span>
      ))}
    </footer>
  );
}

function Found({ fleet }: { readonly fleet: FleetView }) {
  const { say } = useApp();
  if (fleet.totals.terminals === 0) return <Empty title={say.fleet.empty} hint={say.fleet.emptyHint} />;
  const running = fleet.incidents.filter(({ endedMs }) => endedMs === null);
  return (
    <>
      {running.map((incident) => (
        <IncidentBanner key={incident.id} incident={incident} />
      ))}
      <Totals totals={fleet.totals} />
      <SeverityBar bySeverity={fleet.bySeverity} total={fleet.totals.terminals} />
      <div class="columns">
        <FaultBars faults={fleet.topFaults} />
        <CauseMap fleet={fleet} />
      </div>
      <Collector collector={fleet.collector} />
    </>
  );
}

export function Fleet() {
  const { say } = useApp();
  const loaded = useLoaded<FleetView>("/api/fleet");
  return (
    <>
      <h1 class="unseen">{say.fleet.title}</h1>
      <View loaded={loaded} rows={10}>
        {(fleet) => <Found fleet={fleet} />}
      </View>
    </>
  );
}
