/** Measured quantities → the numbers modems print for them. */
import type { Signal } from "./world.ts";

/** 100 resource blocks: RSSI = RSRP − RSRQ + 10·log10(N) by the definition of RSRQ (3GPP TS 36.214 §5.1.3). */
const BANDWIDTH_DB = 20;

export interface RadioView {
  readonly rsrp: number | string;
  readonly rsrq: number | string;
  readonly rssi: number | string;
  readonly sinr: number | string;
  /** +QCSQ: steps of 0.2 dB from −20 dB. */
  readonly sinr_steps: number | string;
  /** +CSQ <rssi>, TS 27.007 §8.5. */
  readonly csq: number;
  /** +CESQ <rsrq> and <rsrp>, TS 27.007 §8.69. */
  readonly cesq_rsrq: number;
  readonly cesq_rsrp: number;
}

export function viewRadio(signal: Signal | "none"): RadioView {
  if (signal === "none") {
    return { rsrp: "-", rsrq: "-", rssi: "-", sinr: "-", sinr_steps: "-", csq: 99, cesq_rsrq: 255, cesq_rsrp: 255 };
  }
  const { rsrp, rsrq, sinr } = signal;
  const total = Math.round(rsrp - rsrq + BANDWIDTH_DB);
  const csq = signal.csq ?? clamp(Math.floor((total + 113) / 2), 31);
  return {
    rsrp,
    rsrq,
    rssi: signal.csq === undefined ? total : rssiOf(signal.csq),
    sinr,
    sinr_steps: Math.round((sinr + 20) * 5),
    csq,
    cesq_rsrq: clamp(Math.floor((rsrq + 20) * 2), 34),
    cesq_rsrp: clamp(Math.floor(rsrp + 141), 97),
  };
}

/** What an overridden +CSQ stands for, so that the two do not contradict each other. */
function rssiOf(csq: number): number | string {
  return csq === 99 ? "-" : -113 + 2 * csq;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
