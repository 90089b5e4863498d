/**
 * Huawei ME909, E3xxx and MT57xx: signal, temperature and system state (ME909s AT manual; bytes and fields in ModemManager's
 * huawei plugin; HiSilicon's AT sources for ^MONSC and ^CSERSSI). Cells are in huawei-cell.ts, data in huawei-data.ts.
 */
import { allFieldsOf, fieldsOf, integerOf, textOf } from "../fields.ts";
import { indexed, indices, type Read } from "./measure.ts";
import type { Rat } from "./radio-cell.ts";

type Measure = "rssi" | "rsrp" | "rsrq" | "sinr" | "rscp" | "ecio";

/** ^HCSQ prints indices; 255 is "not known". */
const scales: Readonly<Record<Measure, Read>> = {
  rssi: indexed(96, -121, 1),
  rsrp: indices.rsrp,
  rsrq: indices.rsrq,
  sinr: indexed(251, -20.2, 0.2),
  rscp: indices.rscp,
  ecio: indexed(65, -32.5, 0.5),
};

const lteOrder = ["rssi", "rsrp", "sinr", "rsrq"] as const;
const wcdmaOrder = ["rssi", "rscp", "ecio"] as const;
const orders: ReadonlyMap<string, readonly Measure[]> = new Map<string, readonly Measure[]>([
  ["GSM", ["rssi"]],
  ["WCDMA", wcdmaOrder],
  ["TDSCDMA", wcdmaOrder],
  ["TD-SCDMA", wcdmaOrder],
  ["LTE", lteOrder],
  ["NR", ["rsrp", "sinr", "rsrq"]],
]);

export interface HuaweiQuality {
  readonly sysmode: string;
  /** dBm and dB. */
  readonly values: Readonly<Partial<Record<Measure, number>>>;
  readonly raw: Readonly<Partial<Record<Measure, number>>>;
}

/** Some firmware puts the report settings, two numbers, in front of the mode. */
export function parseHcsq(line: string): HuaweiQuality | undefined {
  const fields = fieldsOf(line, "^HCSQ");
  const at = fields?.findIndex((field) => !/^\d+$/.test(field)) ?? -1;
  const sysmode = textOf(fields?.[at])?.toUpperCase();
  if (!fields || sysmode === undefined || sysmode.startsWith("(")) return undefined;
  const values: Partial<Record<Measure, number>> = {};
  const raw: Partial<Record<Measure, number>> = {};
  for (const [place, name] of (orders.get(sysmode) ?? []).entries()) {
    const field = fields[at + 1 + place];
    const index = integerOf(field);
    const value = scales[name](field);
    if (index !== undefined) raw[name] = index;
    if (value !== undefined) values[name] = value;
  }
  return { sysmode, values, raw };
}

const absent = 65_535;
/** No module works above this many °C: larger numbers are tenths. */
const hottest = 125;

/** °C of each sensor. One module prints whole degrees, another tenths; 65535 and 0 stand for sensors that are not there. */
export function parseChiptemp(line: string): readonly number[] | undefined {
  const fields = fieldsOf(line, "^CHIPTEMP");
  const raw = fields?.flatMap((field) => integerOf(field) ?? []).filter((value) => value !== absent && value !== 0);
  if (!raw || raw.length === 0) return undefined;
  const unit = raw.some((value) => value > hottest) ? 10 : 1;
  return raw.map((value) => value / unit).filter((value) => value > -50 && value <= hottest);
}

export interface SystemState {
  /** 0 none, 1 restricted, 2 valid, 3 restricted to the region, 4 power saving. */
  readonly service: number;
  /** 0 none, 1 CS, 2 PS, 3 both, 255 CDMA. */
  readonly domain: number | undefined;
  readonly roaming: number | undefined;
  /** 1 valid; 0, 2, 3, 4 refused for CS, PS or both; 240 ROM SIM; 255 absent. */
  readonly sim: number | undefined;
  readonly sysmode: number | undefined;
  readonly sysmodeName: string | undefined;
  readonly submode: number | undefined;
  readonly submodeName: string | undefined;
}

/** ^SYSINFO has the mode before the SIM, ^SYSINFOEX the SIM before the mode, and numbers its modes in another way. */
export function parseSysinfo(line: string): SystemState | undefined {
  const plain = fieldsOf(line, "^SYSINFO");
  const fields = plain ?? fieldsOf(line, "^SYSINFOEX");
  const service = integerOf(fields?.[0]);
  if (!fields || service === undefined) return undefined;
  const at = plain ? { sim: 4, mode: 3, submode: 6 } : { sim: 3, mode: 5, submode: 7 };
  return {
    service,
    domain: integerOf(fields[1]),
    roaming: integerOf(fields[2]),
    sim: integerOf(fields[at.sim]),
    sysmode: integerOf(fields[at.mode]),
    sysmodeName: plain ? undefined : textOf(fields[6]),
    submode: integerOf(fields[at.submode]),
    submodeName: plain ? undefined : textOf(fields[8]),
  };
}

/** <sys_mode> of ^MODE and ^SYSINFO: Huawei's numbers, and those that BroadMobi (9) and OpenLuat (17) added. */
const ratBySysmode: ReadonlyMap<number, Rat> = new Map<number, Rat>([
  [0, "none"],
  [3, "gsm"],
  [5, "wcdma"],
  [7, "wcdma"],
  [15, "wcdma"],
  [9, "lte"],
  [17, "lte"],
]);

export interface HuaweiMode {
  readonly sysmode: number;
  readonly submode: number | undefined;
  readonly rat: Rat | undefined;
}

export function parseMode(line: string): HuaweiMode | undefined {
  const fields = fieldsOf(line, "^MODE");
  const sysmode = integerOf(fields?.[0]);
  if (!fields || sysmode === undefined) return undefined;
  return { sysmode, submode: integerOf(fields[1]), rat: ratBySysmode.get(sysmode) };
}

/** Name of each port of the module and its place: PCUI takes commands, MDM is the modem, NDIS the network. */
export function parseGetportmode(lines: readonly string[]): Readonly<Record<string, number>> | undefined {
  const fields = allFieldsOf(lines, "^GETPORTMODE")[0];
  if (!fields) return undefined;
  const ports = fields.slice(1).flatMap((field): [string, number][] => {
    const match = /^([A-Z0-9_]+):\s*(\d+)$/i.exec(field);
    return match?.[1] === undefined ? [] : [[match[1].toUpperCase(), Number(match[2])]];
  });
  return ports.length > 0 ? Object.fromEntries(ports) : undefined;
}
