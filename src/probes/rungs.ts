/** The rungs of the active ladder: how far each goes (host-link 8), what it costs, and in which looks it is climbed. */
import { connectionCost } from "./connection.ts";
import { echoCost } from "./echo.ts";
import type { Rung } from "./governor/permit.ts";
import type { Look } from "./governor/rhythm.ts";
import { nameCost } from "./name.ts";
import { otherPathCost } from "./way/other-path.ts";
import { hostPingCost, qualityCost } from "./way/ping.ts";
import { portalCost } from "./way/portal.ts";
import { tlsCost } from "./way/tls.ts";

export const rungs = {
  /** Within the shop: it costs nobody anything. */
  gateway: { name: "gateway", level: 1, connections: 0, bytes: 0 },
  name: { name: "name", level: 1, ...nameCost },
  other_name: { name: "other_name", level: 1, ...nameCost },
  outside: { name: "outside", level: 1, ...portalCost },
  /** Asks for the name of the independent host first. */
  quality: { name: "quality", level: 1, connections: 0, bytes: qualityCost.bytes + nameCost.bytes },
  host: { name: "host", level: 2, ...connectionCost },
  alternate: { name: "alternate", level: 2, ...connectionCost },
  host_ping: { name: "host_ping", level: 2, ...hostPingCost },
  other_path: { name: "other_path", level: 2, ...otherPathCost },
  tls: { name: "tls", level: 3, ...tlsCost },
  echo: { name: "echo", level: 4, ...echoCost },
  /** The same within TLS. */
  secure_echo: { name: "secure_echo", level: 4, connections: 1, bytes: tlsCost.bytes + echoCost.bytes },
} as const satisfies Readonly<Record<string, Rung>>;

export type RungId = keyof typeof rungs;

/** `asked`: a person wants to know. */
export type LookKind = Look | "asked";

const everything: readonly RungId[] = [
  ...["gateway", "name", "other_name", "outside", "quality"],
  ...["host", "alternate", "host_ping", "other_path", "tls"],
] as const;

const moment = 15_000;
const aWhile = 300_000;

/**
 * A person who asks again and again is told what was found before: of the host a moment ago, of what stands beside it a while
 * ago. What is within the shop costs nothing.
 */
export const askedGapMs: Readonly<Record<RungId, number>> = {
  ...{ gateway: 0, name: 0, host: moment, tls: moment, echo: moment, secure_echo: moment },
  ...{ other_name: aWhile, outside: aWhile, quality: aWhile, alternate: aWhile, host_ping: aWhile, other_path: aWhile },
};

/** An echo uses the terminal's identity: never by itself. */
export const rungsOf: Readonly<Record<LookKind, readonly RungId[]>> = {
  idle: ["gateway", "name"],
  close: ["gateway", "name", "other_name", "outside", "quality", "host", "alternate", "tls"],
  // What takes seconds comes when the rest is known.
  last: everything,
  rare: ["name", "host"],
  asked: [...everything, "echo", "secure_echo"],
};
