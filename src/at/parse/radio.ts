/**
 * +CSQ and +CESQ → dBm and dB (3GPP TS 27.007 §8.5, §8.69; intervals of TS 36.133 and 38.133). The value is the lower
 * edge of its interval; 99 and 255 mean "not known" and never become a number.
 */
import { fieldsOf, integerOf } from "../fields.ts";
import { indexed, indices, type Read } from "./measure.ts";

/** Where an index stands for an open interval: at most, at least. */
export type Bound = "le" | "ge";

export interface SignalQuality {
  readonly rssiRaw: number;
  readonly berRaw: number | undefined;
  readonly rssiDbm: number | undefined;
  readonly rssiBound: Bound | undefined;
  /** RXQUAL 0–7. */
  readonly ber: number | undefined;
}

/** Indices of one kind: where they start and end, and the value of the first. TD-SCDMA modems of Quectel add 100–191. */
const rssiRanges = [
  { first: 0, last: 31, base: -113, step: 2 },
  { first: 100, last: 191, base: -116, step: 1 },
] as const;

function rssiOf(raw: number): Pick<SignalQuality, "rssiDbm" | "rssiBound"> {
  const range = rssiRanges.find(({ first, last }) => raw >= first && raw <= last);
  if (!range) return { rssiDbm: undefined, rssiBound: undefined };
  const rssiDbm = range.base + (raw - range.first) * range.step;
  if (raw === range.first) return { rssiDbm, rssiBound: "le" };
  return { rssiDbm, rssiBound: raw === range.last ? "ge" : undefined };
}

export function parseCsq(line: string): SignalQuality | undefined {
  const fields = fieldsOf(line, "+CSQ");
  const rssiRaw = integerOf(fields?.[0]);
  if (rssiRaw === undefined) return undefined;
  const berRaw = integerOf(fields?.[1]);
  const ber = berRaw !== undefined && berRaw >= 0 && berRaw <= 7 ? berRaw : undefined;
  return { rssiRaw, berRaw, ...rssiOf(rssiRaw), ber };
}

/** How an index of +CESQ becomes a value. */
const scales = {
  rxlevDbm: indices.rxlev,
  ber: indexed(7, 0, 1),
  rscpDbm: indices.rscp,
  ecnoDb: indices.ecno,
  rsrqDb: indices.rsrq,
  rsrpDbm: indices.rsrp,
  ssRsrqDb: indices.nrRsrq,
  ssRsrpDbm: indices.nrRsrp,
  ssSinrDb: indices.nrSinr,
} as const satisfies Record<string, Read>;

/** In the order of the reply; the last three only where the modem knows 5G. */
const order = [
  "rxlevDbm",
  "ber",
  "rscpDbm",
  "ecnoDb",
  "rsrqDb",
  "rsrpDbm",
  "ssRsrqDb",
  "ssRsrpDbm",
  "ssSinrDb",
] as const satisfies readonly (keyof typeof scales)[];

export type ExtendedQuality = Readonly<Record<keyof typeof scales, number | undefined>> & {
  /** The indices as they came. */
  readonly raw: readonly (number | undefined)[];
};

export function parseCesq(line: string): ExtendedQuality | undefined {
  const fields = fieldsOf(line, "+CESQ");
  if (!fields || fields.length < 6) return undefined;
  const raw = order.map((_, at) => integerOf(fields[at]));
  if (raw.slice(0, 6).includes(undefined)) return undefined;
  const value = (name: keyof typeof scales) => scales[name](fields[order.indexOf(name)]);
  return {
    raw,
    rxlevDbm: value("rxlevDbm"),
    ber: value("ber"),
    rscpDbm: value("rscpDbm"),
    ecnoDb: value("ecnoDb"),
    rsrqDb: value("rsrqDb"),
    rsrpDbm: value("rsrpDbm"),
    ssRsrqDb: value("ssRsrqDb"),
    ssRsrpDbm: value("ssRsrpDbm"),
    ssSinrDb: value("ssSinrDb"),
  };
}
