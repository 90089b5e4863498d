/** How the fleet is, in a line: for whoever watches it run. */
import type { Fleet } from "./fleet.ts";

export interface Tally {
  readonly on: number;
  readonly connected: number;
  readonly waiting: number;
  /** Open cases by fault, most first. */
  readonly faults: readonly (readonly [fault: string, count: number])[];
}

export function tallyOf({ members }: Pick<Fleet, "members">): Tally {
  const views = members.flatMap((member) => member.view() ?? []);
  const faults = new Map<string, number>();
  for (const { verdict } of views.flatMap(({ cases }) => cases)) {
    faults.set(verdict.fault, (faults.get(verdict.fault) ?? 0) + 1);
  }
  return {
    on: views.length,
    connected: views.filter(({ uplink }) => uplink.state === "connected").length,
    waiting: views.reduce((sum, { waiting }) => sum + waiting, 0),
    faults: [...faults].toSorted(([, a], [, b]) => b - a),
  };
}

/** Says, each time, what the process has used since the time before. */
export function createProgress(fleet: Fleet): () => string {
  let before = { ...process.cpuUsage(), atMs: performance.now() };
  return () => {
    const now = { ...process.cpuUsage(), atMs: performance.now() };
    const cpu = (now.user + now.system - before.user - before.system) / 10 / Math.max(1, now.atMs - before.atMs);
    before = now;
    const { on, connected, waiting, faults } = tallyOf(fleet);
    const sold = Object.entries(fleet.sales).map(([end, count]) => `${count} ${end}`);
    const named = faults.slice(0, 5).map(([fault, count]) => `${count} ${fault}`);
    const rss = Math.round(process.memoryUsage.rss() / 1_048_576);
    return [
      `${Math.round(fleet.nowMs() / 1_000)} s`,
      `${connected} connected of ${on} on of ${fleet.members.length}`,
      `${waiting} records wait`,
      `sales: ${sold.join(", ") || "none"}`,
      `cases: ${named.join(", ") || "none"}`,
      `${rss} MB, ${cpu.toFixed(0)} % of a core`,
    ].join(" · ");
  };
}
