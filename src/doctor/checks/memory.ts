/** Whether there is memory for the agent, and whether the kernel has ended it for want of it. */
import { join } from "node:path";
import { textIn, valueIn } from "../../probes/way/system-text.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check, Place } from "../place.ts";

const find = createFinder("memory");
const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;
/** The agent as shipped takes 62 to 68 MB (docs/footprint.md); once it runs it needs room for its garbage only. */
const neededMb = { start: 80, running: 12 } as const;
/** MemoryHigh= of the unit. */
const leastLimit = 96 * megabyte;

export interface MemoryFound {
  /** proc(5), meminfo. */
  readonly meminfo: string;
  /** Of the service's control group, memory.max and memory.events of cgroup v2; undefined where there is none. */
  readonly limit: string | undefined;
  readonly events: string | undefined;
  readonly runs: boolean;
}

function kilobytes(text: string, name: string): number | undefined {
  const [, found] = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text) ?? [];
  return found === undefined ? undefined : Number(found);
}

/** MemAvailable is there since Linux 3.14. */
function availableOf(meminfo: string): number | undefined {
  return kilobytes(meminfo, "MemAvailable") ?? kilobytes(meminfo, "MemFree");
}

/** `max` is no limit. */
function bytesOf(limit: string | undefined): number | undefined {
  return limit !== undefined && /^\d+$/.test(limit) ? Number(limit) : undefined;
}

/** Pure. */
export function judgeMemory({ meminfo, limit, events, runs }: MemoryFound): Finding {
  const [available, total] = [availableOf(meminfo), kilobytes(meminfo, "MemTotal")];
  if (available === undefined || total === undefined) return find("unseen");
  const limitBytes = bytesOf(limit);
  const [, killed = "0"] = /^oom_kill (\d+)$/m.exec(events ?? "") ?? [];
  const needed = runs ? neededMb.running : neededMb.start;
  const availableMb = Math.floor(available / kilobyte);
  const values = {
    ...{ available_mb: availableMb, total_mb: Math.floor(total / kilobyte), needed_mb: needed, kills: Number(killed) },
    limit: limitBytes === undefined ? "∞" : `${Math.floor(limitBytes / megabyte)} MB`,
  };
  if (availableMb < needed) return find("short", { values });
  if (values.kills > 0) return find("killed", { values });
  return find(limitBytes !== undefined && limitBytes < leastLimit ? "limit" : "ok", { values });
}

async function look({ root, service, agent }: Place): Promise<Finding> {
  const group = (await service)?.controlGroup;
  const folder = group ? join(root, "sys/fs/cgroup", group) : undefined;
  return judgeMemory({
    meminfo: textIn(join(root, "proc/meminfo")) ?? "",
    limit: folder === undefined ? undefined : valueIn(join(folder, "memory.max")),
    events: folder === undefined ? undefined : textIn(join(folder, "memory.events")),
    runs: (await agent).kind !== "absent",
  });
}

export const memoryCheck: Check = { id: "memory", limitMs: 9_000, look };
