/** Measured quantities → the numbers modems print for them. */
import type { Signal } from "./world.ts";

/** 100 resource blocks: RSSI = RSRP − RSRQ + 10·log10(N) by the definition of RSRQ (3GPP TS 36.214 §5.1.3). */
const BANDWIDTH_DB = 20;

/** What a modem prints where it has nothing measured, by key; the dBm keys print a dash. */
const NOTHING = {
  csq: 99,
  cesq_rsrq: 255,
  cesq_rsrp: 255,
  nr_rsrq: 255,
  nr_rsrp: 255,
  nr_sinr: 255,
  hcsq_rssi: 255,
  hcsq_sinr: 255,
} as const;

/** Keys of the view that tell the signal: decibels, tenths of them, and the indices of the standards and of Huawei. */
export const RADIO_KEYS = [
  ...["rsrp", "rsrq", "rssi", "sinr", "sinr_steps"],
  ...[
    "rsrp_tenths",
    "rsrq_tenths",
    "rssi_tenths",
    "sinr_tenths",
    "sinr_halves",
    "rsrq_fixed1",
    "sinr_fixed1",
    "sinr_fixed2",
  ],
  ...["csq", "cesq_rsrq", "cesq_rsrp", "nr_rsrq", "nr_rsrp", "nr_sinr", "hcsq_rssi", "hcsq_sinr"],
];

export type RadioView = Readonly<Record<string, number | string>>;

const silence: RadioView = { ...Object.fromEntries(RADIO_KEYS.map((key) => [key, "-"])), ...NOTHING };

/** A signal is never changed, another takes its place: what is printed for it holds as long as it does. */
const printed = new WeakMap<Signal, RadioView>();

export function viewRadio(signal: Signal | "none"): RadioView {
  if (signal === "none") return silence;
  const known = printed.get(signal) ?? measured(signal);
  printed.set(signal, known);
  return known;
}

function measured(signal: Signal): RadioView {
  const { rsrp, rsrq, sinr } = signal;
  const total = Math.round(rsrp - rsrq + BANDWIDTH_DB);
  const csq = signal.csq ?? clamp(Math.floor((total + 113) / 2), 31);
  const rssi = signal.csq === undefined ? total : rssiOf(signal.csq);
  return {
    ...{ rsrp, rsrq, rssi, sinr, csq },
    // +QCSQ: steps of 0.2 dB from −20 dB.
    sinr_steps: Math.round((sinr + 20) * 5),
    ...{ rsrp_tenths: tenths(rsrp), rsrq_tenths: tenths(rsrq), rssi_tenths: tenths(rssi), sinr_tenths: tenths(sinr) },
    // With one or two decimals, which some print even when they are zero.
    ...{ rsrq_fixed1: rsrq.toFixed(1), sinr_fixed1: sinr.toFixed(1), sinr_fixed2: sinr.toFixed(2) },
    // <rssnr> of +GTCCINFO.
    sinr_halves: Math.round(sinr * 2),
    // TS 27.007 §8.69; the last three are those of NR.
    cesq_rsrq: clamp(Math.floor((rsrq + 20) * 2), 34),
    cesq_rsrp: clamp(Math.floor(rsrp + 141), 97),
    nr_rsrq: clamp(Math.floor((rsrq + 43.5) * 2), 126),
    nr_rsrp: clamp(Math.floor(rsrp + 157), 126),
    nr_sinr: clamp(Math.floor((sinr + 23.5) * 2), 127),
    // ^HCSQ of Huawei: RSSI −121 + n, SINR −20.2 + n/5; RSRP and RSRQ as in +CESQ.
    hcsq_rssi: typeof rssi === "number" ? clamp(rssi + 121, 96) : 255,
    hcsq_sinr: clamp(Math.floor((sinr + 20.2) * 5), 251),
  };
}

function tenths(value: number | string): number | string {
  return typeof value === "number" ? Math.round(value * 10) : value;
}

/** What an overridden +CSQ stands for, so that the two do not contradict each other. */
function rssiOf(csq: number): number | string {
  return csq === 99 ? "-" : -113 + 2 * csq;
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
