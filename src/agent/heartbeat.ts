/**
 * Records of how the agent itself is and what it costs: a measurement, by default hourly, once a day with every use of the
 * month. Where measurements are not sent, once a day as news of its state.
 */
import type { Heartbeat } from "../model/data-use.ts";
import type { Parts } from "./agent.ts";
import type { Site } from "./site.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const kilobyte = 1_024;

type Beating = Pick<Parts, "outbox" | "uplink" | "reporter" | "commands">;

function beatOf({ outbox, uplink, reporter, commands }: Beating, withUses: boolean): Heartbeat {
  const { keepaliveS, data } = uplink.status();
  const { dropped, lost } = outbox.stats();
  const audit = commands?.view().audit;
  return {
    uptimeS: Math.floor(process.uptime()),
    rssKb: Math.round(process.memoryUsage.rss() / kilobyte),
    waiting: outbox.pendingCount(),
    dropped: Object.values(dropped).reduce((sum, count) => sum + count, lost + reporter.lost),
    keepaliveS,
    data: withUses ? data : { ...data, uses: {} },
    ...(audit && audit.lines > 0 ? { audit: { head: audit.head, count: audit.lines } } : {}),
  };
}

/** Runs until the agent stops. The first comes at a random moment of the period, so that a fleet does not beat in step. */
export async function beat({ config, clock, random, stop }: Site, parts: Beating): Promise<void> {
  const periodMs = config["uplink.heartbeat_min"] * minuteMs;
  if (periodMs === 0) return;
  let fullAtMs = clock.monoMs();
  await clock.sleep(random() * periodMs, stop);
  while (!stop.aborted) {
    const isFull = parts.uplink.status().data.rung === "full";
    const withUses = clock.monoMs() >= fullAtMs;
    if (withUses) fullAtMs = clock.monoMs() + dayMs - periodMs / 2;
    const body = () => ({ kind: "heartbeat", heartbeat: beatOf(parts, withUses) }) as const;
    if (isFull || withUses) await parts.reporter.append(isFull ? "metric" : "state", body());
    await clock.sleep(periodMs, stop);
  }
}
