/**
 * Asks the router of the shop whether it is there: three echoes, and what ARP says after them. Many routers drop echoes, so
 * silence alone is no proof: one that has answered before and does not any more fails, and so does one that ARP no longer
 * finds. Where neither tells, a connection to its name service does: taken or refused, somebody is there.
 * Level 1 of host-link 8: nothing leaves the shop.
 */
import { isIPv6 } from "node:net";
import type { Clock } from "../../base/clock.ts";
import { measured, type Reading } from "../../model/reading.ts";
import { connect } from "../connection.ts";
import { type Neighbour, neighbour } from "./neighbours.ts";
import { type PingAnswer, ping } from "./ping.ts";
import type { RunTool } from "./tool.ts";
import { isLan, type Way } from "./way.ts";

/** Three echoes and their answers, and a connection at most; all of it within the shop. */
export const gatewayCost = { connections: 0, bytes: 700 } as const;

export interface GatewayOptions {
  readonly root: string;
  readonly run: RunTool;
  readonly clock: Clock;
}

export interface Gateway {
  look(way: Way | undefined): Promise<readonly Reading[]>;
}

const namePort = 53;
const connectMs = 1_000;
/** ARP believes in a neighbour for that long without hearing of it, and then asks for 8 s. */
const believedMs = 60_000;

/** What is known of one router from earlier looks. */
interface Acquaintance {
  readonly key: string;
  readonly answersEchoes: boolean;
  /** Since when nothing at all was heard of it. */
  readonly silentSinceMs: number | undefined;
}

interface Finding {
  readonly echo: PingAnswer;
  readonly arp: Neighbour;
  /** It answered in some way. */
  readonly isThere: boolean;
  /** Known to the kernel for longer than it would believe a dead one. */
  readonly isTrusted: boolean;
  readonly answersEchoes: boolean;
}

function pingVerdict({ echo, arp, isThere, answersEchoes }: Finding): "ok" | "fail" | undefined {
  if (echo.kind === "answered") return "ok";
  if (isThere) return undefined;
  return arp === "incomplete" || answersEchoes ? "fail" : undefined;
}

function arpVerdict({ arp, isThere, isTrusted }: Finding): "ok" | "incomplete" | undefined {
  if (isThere) return "ok";
  if (arp === "incomplete") return "incomplete";
  return arp === "complete" && isTrusted ? "ok" : undefined;
}

/** Loss is of those that answer at all: a router that drops every echo loses nothing. */
function quality({ echo, answersEchoes, isThere }: Finding): { readonly loss?: number; readonly rtt?: number } {
  if (echo.kind === "answered") return { loss: echo.lossPct, rtt: echo.rttMs };
  return echo.kind === "silent" && answersEchoes && !isThere ? { loss: 100 } : {};
}

const signals = ["net.gateway_ping", "lan.arp_gateway", "lan.gateway_loss_pct", "lan.gateway_rtt_ms"] as const;

function readings(values: readonly unknown[], nowMs: number): readonly Reading[] {
  return signals.map((signal, at) => measured(signal, values[at], nowMs));
}

export function createGateway({ root, run, clock }: GatewayOptions): Gateway {
  let known: Acquaintance = { key: "", answersEchoes: false, silentSinceMs: undefined };

  /** A connection that is taken or refused was answered; one that fails otherwise says nothing. */
  async function answers(address: string, name: string): Promise<boolean> {
    const scoped = isIPv6(address) && /^fe[89ab]/i.test(address) ? `${address}%${name}` : address;
    const { kind } = await connect({ address: scoped, port: namePort }, connectMs, clock.monoMs);
    return kind === "ok" || kind === "refused" || kind === "reset";
  }

  function remember(key: string, echoed: boolean, isThere: boolean): Acquaintance {
    const before = known.key === key ? known : { answersEchoes: false, silentSinceMs: undefined };
    return {
      key,
      answersEchoes: echoed || before.answersEchoes,
      silentSinceMs: isThere ? undefined : (before.silentSinceMs ?? clock.monoMs()),
    };
  }

  async function find(address: string, name: string): Promise<Finding> {
    const echo = await ping({ address, by: name, count: 3, waitS: 1 }, run);
    const echoed = echo.kind === "answered";
    const first = echoed ? "complete" : neighbour(root, address, name);
    const isThere = echoed || (first !== "incomplete" && (await answers(address, name)));
    // Without ping the connection is what made the kernel ask.
    const arp = isThere || first === "incomplete" ? first : neighbour(root, address, name);
    known = remember(`${name} ${address}`, echoed, isThere);
    const { answersEchoes, silentSinceMs } = known;
    const isTrusted = silentSinceMs !== undefined && clock.monoMs() - silentSinceMs >= believedMs;
    return { echo, arp, isThere, isTrusted, answersEchoes };
  }

  return {
    look: async (way) => {
      if (way?.gateway === undefined || !isLan(way.kind)) return readings([], clock.monoMs());
      const finding = await find(way.gateway, way.name);
      const { loss, rtt } = quality(finding);
      return readings([pingVerdict(finding), arpVerdict(finding), loss, rtt], clock.monoMs());
    },
  };
}
