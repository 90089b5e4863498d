/** 3GPP TS 27.007 and 27.005, and what chip sets of several vendors add. */
import { fieldsOf, integerOf, textOf } from "../fields.ts";
import { parseCgev } from "../parse/packet-event.ts";
import { parseRegistration } from "../parse/registration.ts";
import { parseCpin } from "../parse/sim.ts";
import { fieldsIn, inserted, notice, notices, type Urc, type UrcRow, type UrcTable } from "./urc-table.ts";

const registration: UrcRow = {
  name: "registration",
  read: (line) => {
    const parsed = parseRegistration(line);
    return parsed && { kind: "registration", registration: parsed };
  },
};

/** Indicators by name: Cinterion's `simstatus,0` and `service,1`. Those by number differ from module to module. */
function indicator(line: string): Urc {
  const [name, value] = fieldsIn(line);
  const number = integerOf(value);
  const other: Urc = { kind: "notice", name: "indicator" };
  if (number === undefined) return other;
  if (textOf(name) === "simstatus") return inserted(number !== 0) ?? other;
  return textOf(name) === "service" ? { kind: "service", service: number === 0 ? "none" : "full" } : other;
}

export const standardUrcs: UrcTable = {
  "+CREG": registration,
  "+CGREG": registration,
  "+CEREG": registration,
  "+C5GREG": registration,
  "+CPIN": {
    name: "pin",
    read: (line) => {
      const pin = parseCpin(line);
      return pin && { kind: "sim_pin", pin };
    },
  },
  "+CGEV": {
    name: "packet",
    read: (line) => {
      const event = parseCgev(line);
      return event && { kind: "packet", event };
    },
  },
  // Sent unasked after AT+AUTOCSQ=1,1 (SIMCom), which ModemManager switches on.
  "+CSQ": {
    name: "signal",
    read: (line) => {
      const rssiRaw = integerOf(fieldsOf(line, "+CSQ")?.[0]);
      return rssiRaw === undefined ? undefined : { kind: "signal", rssiRaw };
    },
  },
  "+CSCON": { name: "radio_connection", alone: true },
  "+CIEV": { name: "indicator", read: indicator },
  "+CFUN": notice("functionality"),
  "+CESQ": notice("signal"),
  ...notices("time_zone", ["+CTZV", "+CTZE", "+CTZU", "+CTZR"]),
  ...notices("network_time", ["+NITZ"]),
  ...notices("ring", ["RING", "+CRING"]),
  ...notices("caller", ["+CLIP", "+CCWA", "+COLP", "+CDIP", "+CNAP"]),
  ...notices("message", ["+CMT", "+CMTI", "+CBM", "+CBMI"]),
  ...notices("message_report", ["+CDS", "+CDSI"]),
  ...notices("supplementary_service", ["+CUSD", "+CSSI", "+CSSU"]),
  ...notices("ims", ["+CIREPI", "+CIREPH", "+CIREGU"]),
  ...notices("sim_toolkit", ["+CUSATP", "+CUSATEND", "^CUSATP", "^CUSATEND"]),
  ...notices("phonebook_ready", ["PB DONE", "+PBREADY"]),
  ...notices("sms_ready", ["SMS DONE", "SMS READY"]),
  ...notices("call_ready", ["CALL READY"]),
};
