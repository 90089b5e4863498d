/** ICMP echoes by the system's own ping: raw sockets are not for Node, and ping is trusted with them everywhere. */
import { isIPv6 } from "node:net";
import type { Clock } from "../../base/clock.ts";
import { absent, type Reading, reading } from "../../model/reading.ts";
import type { RunTool } from "./tool.ts";

export interface Ping {
  readonly address: string;
  /** By this interface; undefined: as the routes lead. */
  readonly by: string | undefined;
  readonly count: number;
  /** How long to wait for the last answer, seconds. */
  readonly waitS: number;
}

export type PingAnswer =
  /** `rttMs`: the mean round trip. */
  | { readonly kind: "answered"; readonly lossPct: number; readonly rttMs: number }
  | { readonly kind: "silent" }
  /** There is no ping here, we may not use it, or there is no way to send anything. */
  | { readonly kind: "unable" };

/** Echo and answer with 56 bytes of data: 84 bytes each of IP. */
const echoBytes = 168;

/** Level 1 of host-link: no connection, and nothing that a host keeps. */
export const hostPingCost = { connections: 0, bytes: 3 * echoBytes } as const;
export const qualityCost = { connections: 0, bytes: 5 * echoBytes } as const;

/**
 * The last lines of iputils (`3 packets transmitted, 3 received, … rtt min/avg/max/mdev = 0.1/0.2/0.3/0.1 ms`), of busybox
 * and of toybox (`3 packets received`, `round-trip min/avg/max = …`). Without them nothing was sent.
 */
export function pingAnswerIn(text: string): PingAnswer {
  const [, sent, received] = /(\d+) packets transmitted, (\d+) (?:packets )?received/.exec(text) ?? [];
  if (!Number(sent)) return { kind: "unable" };
  const mean = /min\/avg\/max\S* = [\d.]+\/([\d.]+)\//.exec(text)?.[1];
  if (!Number(received)) return { kind: "silent" };
  if (mean === undefined) return { kind: "unable" };
  const lossPct = Math.max(0, Math.round(100 * (1 - Number(received) / Number(sent))));
  return { kind: "answered", lossPct, rttMs: Math.round(10 * Number(mean)) / 10 };
}

const gapS = 0.2;
const slackMs = 1_000;

export async function ping({ address, by, count, waitS }: Ping, run: RunTool): Promise<PingAnswer> {
  const family = isIPv6(address) ? ["-6"] : [];
  const device = by === undefined ? [] : ["-I", by];
  const pace = ["-q", "-c", String(count), "-i", String(gapS), "-W", String(waitS)];
  const timeoutMs = (count * gapS + waitS) * 1_000 + slackMs;
  const answer = await run("ping", [...family, ...pace, ...device, address], { timeoutMs });
  return answer.kind === "done" ? pingAnswerIn(answer.text) : { kind: "unable" };
}

interface Errand {
  readonly address: string;
  readonly by: string | undefined;
  readonly run: RunTool;
  readonly clock: Clock;
}

/** `net.host_ping`: whether the acquirer's address answers echoes. */
export async function pingHost({ address, by, run, clock }: Errand): Promise<readonly Reading[]> {
  const answer = await ping({ address, by, count: 3, waitS: 2 }, run);
  if (answer.kind === "unable") return [absent("net.host_ping", clock.monoMs())];
  return [reading("net.host_ping", answer.kind === "answered" ? "ok" : "fail", clock.monoMs())];
}

/** `net.loss_pct` and `net.rtt_ms` to an independent host. One that answers nothing may just not answer echoes. */
export async function measureQuality({ address, by, run, clock }: Errand): Promise<readonly Reading[]> {
  // A line that somebody fills answers after seconds, and has lost nothing.
  const answer = await ping({ address, by, count: 5, waitS: 4 }, run);
  const nowMs = clock.monoMs();
  if (answer.kind !== "answered") return [absent("net.loss_pct", nowMs), absent("net.rtt_ms", nowMs)];
  return [reading("net.loss_pct", answer.lossPct, nowMs), reading("net.rtt_ms", answer.rttMs, nowMs)];
}
