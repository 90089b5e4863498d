/** What a terminal's agent does now and then, as src/agent does it. */
import type { BootParts } from "./parts.ts";
import type { FleetSite } from "./site.ts";

const periodMs = 20_000;

/** Reports what had to be dropped, and publishes a set of cases that waits. */
export async function keepAccounts(parts: BootParts, stop: AbortSignal): Promise<void> {
  const { outbox, reporter, clock } = parts;
  while (!stop.aborted) {
    const dropped = outbox.takeDropped();
    reporter.refresh();
    if (dropped.length > 0) await reporter.append("state", { kind: "dropped", dropped });
    await clock.sleep(periodMs, stop);
  }
}

/** Of the process each terminal has its share. */
export async function beat(site: FleetSite, parts: BootParts, stop: AbortSignal): Promise<void> {
  const { outbox, reporter, uplink, clock } = parts;
  const { heartbeatMs, world } = site;
  if (heartbeatMs === 0) return;
  const bootMs = clock.monoMs();
  await clock.sleep(Math.random() * heartbeatMs, stop);
  while (!stop.aborted) {
    const { keepaliveS, data } = uplink.status();
    const { dropped, lost } = outbox.stats();
    await reporter.append("metric", {
      kind: "heartbeat",
      heartbeat: {
        uptimeS: Math.floor((clock.monoMs() - bootMs) / 1_000),
        rssKb: Math.round(process.memoryUsage.rss() / 1_024 / world.population.terminals.length),
        waiting: outbox.pendingCount(),
        dropped: Object.values(dropped).reduce((sum, count) => sum + count, lost + reporter.lost),
        ...{ keepaliveS, data: { ...data, uses: {} } },
      },
    });
    await clock.sleep(heartbeatMs, stop);
  }
}

/** What was measured and counted; a last one at the end. */
export async function tellMeasures(site: FleetSite, parts: BootParts, stop: AbortSignal): Promise<void> {
  const { measures, reporter, uplink, clock } = parts;
  const { measuresMs } = site;
  if (measuresMs === 0) return;
  await clock.sleep(Math.random() * measuresMs, stop);
  for (;;) {
    const taken = measures.take(clock.monoMs());
    const isFull = uplink.status().data.rung === "full";
    if (taken && isFull) await reporter.append("metric", { kind: "measures", measures: taken });
    if (stop.aborted) return;
    await clock.sleep(measuresMs, stop);
  }
}
