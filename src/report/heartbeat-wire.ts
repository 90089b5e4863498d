/** How the agent is and what it costs: to the wire and back. Kilobytes are of 1,024 bytes, rounded up. */
import type { DataUse, Heartbeat, Standing, UseKind } from "../model/data-use.ts";
import { bootBytes, uint32Max, whole } from "./range.ts";
import type { Received } from "./received.ts";
import type { posdiag } from "./wire.js";
import { dataReasons, dataRungNumbers, useKindNumbers, wordOf } from "./words.ts";

type WireUse = posdiag.v1.DataUse.$Properties;
type WireHeartbeat = posdiag.v1.Heartbeat.$Properties;

/** As it is received: uses in a list, because a newer sender may have others. */
export interface ReceivedDataUse extends Received<Omit<DataUse, "uses">> {
  readonly uses: readonly { readonly kind: string; readonly up: number; readonly down: number }[];
}
export type ReceivedHeartbeat = Received<Omit<Heartbeat, "data">> & { readonly data: ReceivedDataUse | undefined };

const kilobyte = 1_024;
const kilobytes = (field: string, bytes: number): number => whole(field, Math.ceil(bytes / kilobyte), [0, uint32Max]);
const count = (field: string, value: number): number => whole(field, value, [0, uint32Max]);

/** The usual costs nothing. */
export function standingToWire({ rung, reason }: Standing): { readonly rung?: number; readonly reason?: number } {
  if (rung === "full") return {};
  return { rung: dataRungNumbers[rung], reason: dataReasons[reason] };
}

const kindsOf = (uses: DataUse["uses"]): readonly UseKind[] =>
  Object.keys(uses).filter((name): name is UseKind => name in useKindNumbers);

export function dataUseToWire(data: DataUse): WireUse {
  return {
    monthKb: kilobytes("data of the month", data.monthBytes),
    dayKb: kilobytes("data of the day", data.dayBytes),
    budgetKb: kilobytes("data budget", data.budgetBytes),
    ...standingToWire(data),
    uses: kindsOf(data.uses).map((kind) => ({
      kind: useKindNumbers[kind],
      upKb: kilobytes("data sent", data.uses[kind]?.up ?? 0),
      downKb: kilobytes("data received", data.uses[kind]?.down ?? 0),
    })),
  };
}

export function heartbeatToWire({ audit, data, ...heartbeat }: Heartbeat): WireHeartbeat {
  return {
    uptimeS: count("uptime", heartbeat.uptimeS),
    rssKb: count("resident memory", heartbeat.rssKb),
    waiting: count("waiting records", heartbeat.waiting),
    dropped: count("dropped records", heartbeat.dropped),
    keepaliveS: count("keep-alive", heartbeat.keepaliveS),
    data: dataUseToWire(data),
    ...(audit ? { auditHead: bootBytes(audit.head), auditCount: count("audit links", audit.count) } : {}),
  };
}

type WireStanding = { readonly rung?: number | null; readonly reason?: number | null };

export function standingFromWire(wire: WireStanding): Received<Standing> {
  return { rung: wordOf(dataRungNumbers, wire.rung ?? 0), reason: wordOf(dataReasons, wire.reason ?? 0) };
}

export function dataUseFromWire(wire: WireUse | null | undefined): ReceivedDataUse | undefined {
  if (!wire) return undefined;
  return {
    monthBytes: (wire.monthKb ?? 0) * kilobyte,
    dayBytes: (wire.dayKb ?? 0) * kilobyte,
    budgetBytes: (wire.budgetKb ?? 0) * kilobyte,
    ...standingFromWire(wire),
    uses: (wire.uses ?? []).map(({ kind, upKb, downKb }) => ({
      kind: wordOf(useKindNumbers, kind ?? 0),
      up: (upKb ?? 0) * kilobyte,
      down: (downKb ?? 0) * kilobyte,
    })),
  };
}

export function heartbeatFromWire(wire: WireHeartbeat): ReceivedHeartbeat {
  const head = wire.auditHead?.length === 8 ? Buffer.from(wire.auditHead).toString("hex") : undefined;
  return {
    uptimeS: wire.uptimeS ?? 0,
    rssKb: wire.rssKb ?? 0,
    waiting: wire.waiting ?? 0,
    dropped: wire.dropped ?? 0,
    keepaliveS: wire.keepaliveS ?? 0,
    data: dataUseFromWire(wire.data),
    ...(head === undefined ? {} : { audit: { head, count: wire.auditCount ?? 0 } }),
  };
}
