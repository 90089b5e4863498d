/** Huawei, under the names it gives them (ME909s AT manual; ModemManager's huawei plugin; HiSilicon's AT sources), and MeiG's calls. */
import { fieldsOf, integerOf } from "../fields.ts";
import { parseMode } from "../parse/huawei.ts";
import { parseDsflowrpt, parseNdisstat } from "../parse/huawei-data.ts";
import { fieldsIn, inserted, type Urc, type UrcTable } from "./urc-table.ts";

const bearerDown: Urc = { kind: "bearer", up: false, cid: undefined };
const bearerUp: Urc = { kind: "bearer", up: true, cid: undefined };

function rejection(line: string): Urc | undefined {
  const cause = integerOf(fieldsIn(line)[2]);
  // From 256 on they are the module's own.
  return cause !== undefined && cause > 0 && cause < 256
    ? { kind: "rejection", cause }
    : { kind: "notice", name: "REJINFO" };
}

function service(line: string): Urc | undefined {
  const state = integerOf(fieldsIn(line)[0]);
  if (state === undefined) return undefined;
  return { kind: "service", service: state === 2 ? "full" : state === 0 || state === 4 ? "none" : "limited" };
}

/** IPv4 and IPv6 come and go apart: one that is up is enough. */
function networkCard(line: string): Urc | undefined {
  const state = parseNdisstat([line]);
  return state && (state.ipv4Up || state.ipv6Up ? bearerUp : bearerDown);
}

/** Names of lines in which nothing is measured. */
const named = [
  "RSSILVL",
  "HRSSILVL",
  "HCSQ",
  "BOOT",
  "STIN",
  "CSNR",
  "CERSSI",
  "CSERSSI",
  "LTERSRP",
  "ANLEVEL",
  "RESET",
  "ORIG",
  "CONF",
  "CONN",
  "CEND",
  "DDTMF",
  "CONNECT",
  "DSDORMANT",
  "RFSWITCH",
  "POSITION",
  "POSEND",
  "ECCLIST",
  "CSCHANNELINFO",
  "CCALLSTATE",
  "EONS",
  "LWURC",
  "SMMEMFULL",
  "PLMNSELEINFO",
  "TIME",
  "NWTIME",
  "THERM",
] as const;

export const huaweiUrcs: UrcTable = {
  ...Object.fromEntries(named.map((name) => [`^${name}`, { name }])),
  "^RSSI": {
    name: "RSSI",
    read: (line) => {
      const rssiRaw = integerOf(fieldsOf(line, "^RSSI")?.[0]);
      return rssiRaw === undefined ? undefined : { kind: "signal", rssiRaw };
    },
  },
  "^MODE": {
    name: "MODE",
    read: (line) => {
      const rat = parseMode(line)?.rat;
      return rat ? { kind: "mode", rat } : { kind: "notice", name: "MODE" };
    },
  },
  "^SRVST": { name: "SRVST", read: service },
  // 0–4 say for what the card is valid; 255: there is none.
  "^SIMST": {
    name: "SIMST",
    read: (line) => {
      const state = integerOf(fieldsIn(line)[0]);
      return inserted(state === undefined ? undefined : state !== 255);
    },
  },
  "^DSFLOWRPT": {
    name: "DSFLOWRPT",
    read: (line) => {
      const flow = parseDsflowrpt(line);
      return flow && { kind: "traffic", sentBytes: flow.sentBytes, receivedBytes: flow.receivedBytes };
    },
  },
  "^NDISSTAT": { name: "NDISSTAT", read: networkCard },
  "^NDISEND": { name: "NDISEND", read: () => bearerDown },
  "^PDPDEACT": { name: "PDPDEACT", read: () => bearerDown },
  "^DCONN": { name: "DCONN", read: () => bearerUp },
  "^DEND": { name: "DEND", read: () => bearerDown },
  "^REJINFO": { name: "REJINFO", read: rejection },
};
