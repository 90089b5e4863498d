/** Bytes through the bearer as the modem counts them. Profiles name these parsers. */
import { firstOf } from "../fields.ts";
import { parseGtstatis } from "./fibocom.ts";
import { parseDsflowqry } from "./huawei-data.ts";
import { parseQgdcnt } from "./quectel.ts";
import { parseGdatavol } from "./telit.ts";
import { parseUgcntrd } from "./ublox.ts";

export interface Traffic {
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

/** All contexts together; undefined where the reply has none. */
function sum(contexts: readonly Traffic[]): Traffic | undefined {
  if (contexts.length === 0) return undefined;
  return contexts.reduce((total, { sentBytes, receivedBytes }) => ({
    sentBytes: total.sentBytes + sentBytes,
    receivedBytes: total.receivedBytes + receivedBytes,
  }));
}

/** Some firmware leaves the counts out and tells the rates only. */
function counted(counts: Readonly<Record<keyof Traffic, number | undefined>> | undefined): Traffic | undefined {
  const { sentBytes, receivedBytes } = counts ?? {};
  return sentBytes === undefined || receivedBytes === undefined ? undefined : { sentBytes, receivedBytes };
}

export const trafficParsers = {
  qgdcnt: (info) => firstOf(info, parseQgdcnt),
  ugcntrd: (info) =>
    sum(parseUgcntrd(info).map((each) => ({ sentBytes: each.sentTotal, receivedBytes: each.receivedTotal }))),
  gdatavol: (info) => sum(parseGdatavol(info).map((each) => ({ sentBytes: each.sent, receivedBytes: each.received }))),
  dsflowqry: (info) => counted(parseDsflowqry(info)?.total),
  gtstatis: (info) => counted(firstOf(info, parseGtstatis)),
} as const satisfies Record<string, (info: readonly string[]) => Traffic | undefined>;

export type TrafficParser = keyof typeof trafficParsers;
