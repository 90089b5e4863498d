/** The way to the host and its probes as the local socket gives them. */
import type { ProbesView, SpentView, WayView } from "../model/view.ts";
import type { GovernorStatus } from "../probes/governor/governor.ts";
import type { Cost } from "../probes/governor/permit.ts";
import type { Way } from "../probes/way/way.ts";

export function wayView(way: Way | undefined): WayView {
  return { interface: way?.name ?? null, kind: way?.kind ?? null, gateway: way?.gateway ?? null };
}

function spentView(spent: Cost, most: Cost): SpentView {
  return { ...spent, most_connections: most.connections, most_bytes: most.bytes };
}

export function probesView({ level, limits, spent, held, refused }: GovernorStatus, nowMs: number): ProbesView {
  return {
    level,
    hour: spentView(spent.hour, limits.hour),
    day: spentView(spent.day, limits.day),
    held,
    refused: refused
      ? { rung: refused.rung, why: refused.why, age_s: Math.round((nowMs - refused.atMs) / 1_000) }
      : null,
  };
}
