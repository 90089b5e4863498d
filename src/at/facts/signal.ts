/** +CSQ and +CESQ. */
import { firstOf } from "../fields.ts";
import { type ExtendedQuality, parseCesq, parseCsq } from "../parse/radio.ts";
import type { FactTable, Fields } from "./fact.ts";

function quality(lines: readonly string[]): Fields {
  const parsed = firstOf(lines, parseCsq);
  // Some answer the plain question with the ranges of the test form.
  if (!parsed) return { is_test_response: lines.length > 0, rssi_dbm: undefined };
  const { rssiRaw, berRaw, rssiDbm, rssiBound, ber } = parsed;
  return { rssi_raw: rssiRaw, ber_raw: berRaw, rssi_dbm: rssiDbm, rssi_bound: rssiBound, ber };
}

/** In the order of the reply; the first and the last index of a scale stand for open intervals (27.007 §8.69). */
const scales = [
  { name: "rxlev", last: 63, below: "lt -110 dBm", above: "ge -48 dBm" },
  { name: "ber", last: undefined, below: undefined, above: undefined },
  { name: "rscp", last: 96, below: "lt -120 dBm", above: "ge -25 dBm" },
  { name: "ecno", last: 49, below: "lt -24 dB", above: "ge 0 dB" },
  { name: "rsrq", last: 34, below: "lt -19.5 dB", above: "ge -3 dB" },
  { name: "rsrp", last: 97, below: "lt -140 dBm", above: "ge -44 dBm" },
  { name: "ss_rsrq", last: 126, below: "lt -43 dB", above: "ge 20 dB" },
  { name: "ss_rsrp", last: 126, below: "lt -156 dBm", above: "ge -31 dBm" },
  { name: "ss_sinr", last: 127, below: "lt -23 dB", above: "ge 40 dB" },
] as const;

function rawFacts({ raw }: ExtendedQuality): Fields {
  const entries = scales.flatMap(({ name, last, below, above }, at): [string, unknown][] => {
    const index = raw[at];
    const bound = index === 0 ? below : index === last ? above : undefined;
    return [
      [`${name}_raw`, index],
      ...(bound === undefined ? [] : [[`${name}_bound`, bound] satisfies [string, string]]),
    ];
  });
  return Object.fromEntries(entries);
}

function extended(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseCesq);
  if (!parsed) return undefined;
  return {
    ...rawFacts(parsed),
    rxlev_dbm: parsed.rxlevDbm,
    ber: parsed.ber,
    rscp_dbm: parsed.rscpDbm,
    ecno_db: parsed.ecnoDb,
    rsrq_db: parsed.rsrqDb,
    rsrp_dbm: parsed.rsrpDbm,
    ss_rsrq_db: parsed.ssRsrqDb,
    ss_rsrp_dbm: parsed.ssRsrpDbm,
    ss_sinr_db: parsed.ssSinrDb,
  };
}

export const signalFacts: FactTable = { "+CSQ": quality, "+CESQ": extended };
