import { fieldsOf, firstOf, integerOf, textOf } from "../fields.ts";
import { parseChiptemp, parseGetportmode, parseHcsq, parseMode, parseSysinfo } from "../parse/huawei.ts";
import { parseCserssi, parseCsnr, parseHfreqinfo, parseLtersrp, parseMonsc } from "../parse/huawei-cell.ts";
import { parseDhcp, parseDsflowqry, parseDsflowrpt, parseNdisstat } from "../parse/huawei-data.ts";
import type { RadioCell } from "../parse/radio-cell.ts";
import { parseCpin } from "../parse/sim.ts";
import { cellFacts } from "./cell.ts";
import type { FactReader, FactTable, Fields } from "./fact.ts";

function quality(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseHcsq);
  if (!parsed) return undefined;
  const { sysmode, values, raw } = parsed;
  return {
    sysmode,
    rssi_dbm: values.rssi,
    rsrp_dbm: values.rsrp,
    rsrq_db: values.rsrq,
    sinr_db: values.sinr,
    rscp_dbm: values.rscp,
    ecio_db: values.ecio,
    ...Object.fromEntries(Object.entries(raw).map(([name, index]) => [`${name}_raw`, index])),
  };
}

function systemState(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseSysinfo);
  return (
    parsed && {
      srv_status: parsed.service,
      srv_domain: parsed.domain,
      roam_status: parsed.roaming,
      sim_state: parsed.sim,
      sysmode: parsed.sysmode,
      sysmode_name: parsed.sysmodeName,
      submode: parsed.submode,
      submode_name: parsed.submodeName,
    }
  );
}

function ndisState(lines: readonly string[]): Fields | undefined {
  const parsed = parseNdisstat(lines);
  return parsed && { ipv4_up: parsed.ipv4Up, ipv6_up: parsed.ipv6Up };
}

function sessionFlow(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseDsflowrpt);
  return (
    parsed && {
      duration_s: parsed.durationS,
      tx_rate_Bps: parsed.sendRate,
      rx_rate_Bps: parsed.receiveRate,
      tx_bytes: parsed.sentBytes,
      rx_bytes: parsed.receivedBytes,
    }
  );
}

function flows(lines: readonly string[]): Fields | undefined {
  const parsed = parseDsflowqry(lines);
  return (
    parsed && {
      duration_s: parsed.last.durationS,
      tx_bytes: parsed.last.sentBytes,
      rx_bytes: parsed.last.receivedBytes,
      total_duration_s: parsed.total.durationS,
      total_tx_bytes: parsed.total.sentBytes,
      total_rx_bytes: parsed.total.receivedBytes,
    }
  );
}

function carriers(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseHfreqinfo);
  const first = parsed?.carriers[0];
  return (
    parsed && {
      sysmode: parsed.sysmode,
      band: first?.band,
      channel: first?.channel,
      bandwidth_khz: first?.bandwidthKhz,
      carriers: parsed.carriers.length,
    }
  );
}

/** State, then the tries left: for the code asked for, PUK, PIN, PUK2, PIN2. */
function pin(lines: readonly string[]): Fields | undefined {
  const fields = firstOf(lines, (line) => fieldsOf(line, "^CPIN"));
  const parsed = parseCpin(`+CPIN: ${textOf(fields?.[0]) ?? ""}`);
  if (!fields || !parsed) return undefined;
  const [puk, pin1, puk2, pin2] = fields.slice(2).map(integerOf);
  return {
    cpin: parsed.text,
    sim_state: parsed.state,
    usable: parsed.state === "ready",
    pin_left: pin1,
    puk_left: puk,
    pin2_left: pin2,
    puk2_left: puk2,
  };
}

function temperatures(lines: readonly string[]): Fields | undefined {
  const parsed = firstOf(lines, parseChiptemp);
  return parsed && { temps_list_c: parsed, max_c: parsed.length > 0 ? Math.max(...parsed) : undefined };
}

/** Settings of what is searched and in which order, as the modem wrote them. */
const selection =
  (name: string, keys: readonly string[]): FactReader =>
  (lines) => {
    const fields = firstOf(lines, (line) => fieldsOf(line, name));
    return fields && Object.fromEntries(keys.map((key, at) => [key, textOf(fields[at])]));
  };

const cellBy =
  (parse: (line: string) => RadioCell | undefined): FactReader =>
  (lines) => {
    const cell = firstOf(lines, parse);
    return cell && cellFacts(cell);
  };

export const huaweiFacts: FactTable = {
  "^HCSQ": quality,
  "^SYSINFO": systemState,
  "^SYSINFOEX": systemState,
  "^NDISSTATQRY": ndisState,
  "^NDISSTAT": ndisState,
  "^DSFLOWRPT": sessionFlow,
  "^DSFLOWQRY": flows,
  "^DHCP": (lines) => {
    const lease = firstOf(lines, parseDhcp);
    return lease && { ...lease };
  },
  "^CHIPTEMP": temperatures,
  "^MONSC": cellBy(parseMonsc),
  "^CSERSSI": (lines) => {
    const cell = parseCserssi(lines);
    return cell && { nr: cellFacts(cell) };
  },
  "^LTERSRP": cellBy(parseLtersrp),
  "^CSNR": cellBy(parseCsnr),
  "^HFREQINFO": carriers,
  "^MODE": (lines) => {
    const mode = firstOf(lines, parseMode);
    return mode && { sysmode: mode.sysmode, submode: mode.submode };
  },
  "^CPIN": pin,
  "^GETPORTMODE": (lines) => {
    const ports = parseGetportmode(lines);
    return ports && { ports };
  },
  "^SYSCFG": selection("^SYSCFG", ["mode", "acqorder", "band", "roam", "srvdomain"]),
  "^SYSCFGEX": selection("^SYSCFGEX", ["acqorder", "band", "roam", "srvdomain", "lteband"]),
  "^PREFMODE": selection("^PREFMODE", ["mode"]),
};
