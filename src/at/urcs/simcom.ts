/** SIMCom (SIM7600, SIM7070, A76xx and SIM800 AT manuals; ModemManager's simtech plugin; TinyGSM). */
import { bodyOf, integerOf } from "../fields.ts";
import { parseCnsmod } from "../parse/simcom.ts";
import { inserted, notice, notices, type Urc, type UrcRow, type UrcTable, type VoltageLevel } from "./urc-table.ts";

const voltage = (level: VoltageLevel): UrcRow => ({ name: "voltage", read: () => ({ kind: "voltage", level }) });

/** `0,DEACTIVE` with the context, `DEACTIVE` and `DEACT` without. */
function application(line: string): Urc | undefined {
  const match = /^(?:(\d+),)?(ACTIVE|DEACTIVE|DEACT)$/.exec(bodyOf(line));
  return match ? { kind: "bearer", up: match[2] === "ACTIVE", cid: integerOf(match[1]) } : undefined;
}

export const simcomUrcs: UrcTable = {
  "+CNSMOD": {
    name: "mode",
    alone: true,
    read: (line) => {
      const rat = parseCnsmod(line)?.rat;
      return rat ? { kind: "mode", rat } : { kind: "notice", name: "mode" };
    },
  },
  "+SIMCARD": {
    name: "sim_presence",
    read: (line) => (bodyOf(line) === "NOT AVAILABLE" ? inserted(false) : { kind: "notice", name: "sim_presence" }),
  },
  "+APP PDP": { name: "bearer", read: application },
  "+PDP": { name: "bearer", read: application },
  // The manual of SIM800 spells the first WARNNING, newer firmware does not.
  "UNDER-VOLTAGE WARNNING": voltage("low"),
  "UNDER-VOLTAGE WARNING": voltage("low"),
  "UNDER-VOLTAGE POWER DOWN": voltage("critical"),
  "OVER-VOLTAGE WARNNING": voltage("high"),
  "OVER-VOLTAGE WARNING": voltage("high"),
  "OVER-VOLTAGE POWER DOWN": voltage("critical"),
  "+CSQN": notice("signal"),
  "+CMTE": notice("temperature"),
  ...notices("network_time", ["*PSUTTZ", "DST"]),
  ...notices("operator", ["*PSNWID"]),
  ...notices("call", ["VOICE CALL", "MISSED_CALL", "+RXDTMF"]),
  ...notices("ip_stack", ["+NETOPEN", "+NETCLOSE", "+CIPEVENT", "+CIPCLOSE", "+CIPERROR", "+CASTATE", "+CADATAIND"]),
  ...notices("ping_result", ["+CPING"]),
  ...notices("ntp_result", ["+CNTP"]),
  ...notices("sim_toolkit", ["+STIN", "+MSTK"]),
  ...notices("sim_kind", ["*ISIMAID", "*EUICC"]),
};
