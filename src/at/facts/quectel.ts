/** Quectel, beside the fields of its cells. */
import { firstOf } from "../fields.ts";
import { parseQping } from "../parse/ping.ts";
import {
  type Carrier,
  parseQcainfo,
  parseQgdcnt,
  parseQinistat,
  parseQnwinfo,
  parseQpinc,
  parseQtemp,
} from "../parse/quectel.ts";
import { parseQsimstat } from "../parse/sim.ts";
import type { FactTable, Fields } from "./fact.ts";
import { neighbourFacts, qualityFacts, servingCellFacts } from "./quectel-cell.ts";

function carrierFacts(carrier: Carrier): Fields {
  return {
    arfcn: carrier.channel,
    bandwidth: carrier.bandwidth,
    band: carrier.band,
    pci: carrier.physical,
    rsrp_dbm: carrier.rsrpDbm,
    rsrq_db: carrier.rsrqDb,
    rssi_dbm: carrier.rssiDbm,
    sinr_db: carrier.sinrDb,
  };
}

function carriers(lines: readonly string[]): Fields {
  const all = parseQcainfo(lines);
  const primary = all.find((carrier) => carrier.primary);
  const scc = all.filter((carrier) => !carrier.primary).map(carrierFacts);
  return { pcc: primary && carrierFacts(primary), scc };
}

function tries(lines: readonly string[]): Fields {
  const all = parseQpinc(lines);
  const of = (facility: string) => all.find((each) => each.facility === facility);
  const [first, second] = [of("SC"), of("P2")];
  return {
    ...(first && { pin_left: first.pin, puk_left: first.puk }),
    ...(second && { pin2_left: second.pin, puk2_left: second.puk }),
  };
}

function temperatures(lines: readonly string[]): Fields | undefined {
  const sensors = parseQtemp(lines);
  if (sensors.length === 0) return { max_c: undefined };
  const named = sensors.flatMap(({ sensor, celsius }) => (sensor === undefined ? [] : [[sensor, celsius] as const]));
  return {
    ...(named.length > 0
      ? { temps_c: Object.fromEntries(named) }
      : { temps_list_c: sensors.map(({ celsius }) => celsius) }),
    max_c: Math.max(...sensors.map(({ celsius }) => celsius)),
  };
}

function ping(lines: readonly string[]): Fields | undefined {
  const report = parseQping(lines);
  if (!report) return undefined;
  const { result, meaning, replies, summary } = report;
  const times = { rtt_min: summary?.min, rtt_max: summary?.max, rtt_avg: summary?.average };
  return { result, meaning, replies, sent: summary?.sent, received: summary?.received, lost: summary?.lost, ...times };
}

export const quectelFacts: FactTable = {
  "+QCSQ": qualityFacts,
  "+QENG": (lines, asked) =>
    asked.command?.includes("neighbourcell") ? neighbourFacts(lines) : servingCellFacts(lines),
  "+QCAINFO": carriers,
  "+QPINC": tries,
  "+QTEMP": temperatures,
  "+QPING": ping,
  "+QNWINFO": (lines) => {
    const parsed = firstOf(lines, parseQnwinfo);
    return (
      parsed && { act: parsed.access, operator_numeric: parsed.operator, band: parsed.band, channel: parsed.channel }
    );
  },
  "+QSIMSTAT": (lines) => {
    const parsed = firstOf(lines, parseQsimstat);
    return parsed && { enabled: parsed.enabled ? 1 : 0, inserted: parsed.inserted };
  },
  "+QINISTAT": (lines) => {
    const parsed = firstOf(lines, parseQinistat);
    if (!parsed) return undefined;
    const { status, cpinReady, smsReady, phonebookReady } = parsed;
    return { status, cpin_ready: cpinReady, sms_ready: smsReady, pb_ready: phonebookReady };
  },
  "+QGDCNT": (lines) => {
    const parsed = firstOf(lines, parseQgdcnt);
    return parsed && { tx_bytes: parsed.sentBytes, rx_bytes: parsed.receivedBytes };
  },
};
