/** Quectel (EC2x and EC2x TCP/IP AT manuals; BG96 and RM5xx manuals; ModemManager's quectel plugin). */
import { integerOf, textOf } from "../fields.ts";
import { ratOfName } from "../parse/radio-cell.ts";
import { parseQsimstat } from "../parse/sim.ts";
import { fieldsIn, notice, notices, type Urc, type UrcTable, type VoltageLevel } from "./urc-table.ts";

/** `"vbatt",<n>`: below 3.2 V and above 4.35 V it switches itself off soon. */
const voltages: Readonly<Record<string, VoltageLevel>> = {
  "-2": "critical",
  "-1": "low",
  "1": "high",
  "2": "critical",
};
const words: Readonly<Record<string, string>> = { "SMS DONE": "sms_ready", "PB DONE": "phonebook_ready" };

function indication(line: string): Urc {
  const [first, second] = fieldsIn(line);
  const subject = textOf(first) ?? "";
  const rssiRaw = integerOf(second);
  if (subject === "csq" && rssiRaw !== undefined) return { kind: "signal", rssiRaw };
  const level = voltages[second ?? ""];
  if (subject === "vbatt" && level) return { kind: "voltage", level };
  const rat = subject === "act" ? ratOfName(textOf(second) ?? "") : undefined;
  return rat ? { kind: "mode", rat } : { kind: "notice", name: words[subject.toUpperCase()] ?? "indication" };
}

export const quectelUrcs: UrcTable = {
  "+QSIMSTAT": {
    name: "sim_presence",
    read: (line) => {
      const presence = parseQsimstat(line);
      return presence && { kind: "sim_presence", presence };
    },
  },
  "+QIND": { name: "indication", read: indication },
  // `0` and `1` alone; the reply to a read has the context and its type behind it.
  "+QNETDEVSTATUS": {
    name: "bearer",
    read: (line) => {
      const fields = fieldsIn(line);
      const state = integerOf(fields[0]);
      return fields.length > 1 || state === undefined ? undefined : { kind: "bearer", up: state === 1, cid: undefined };
    },
  },
  "POWERED DOWN": { name: "shutdown", read: () => ({ kind: "shutdown" }) },
  "NORMAL POWER DOWN": { name: "shutdown", read: () => ({ kind: "shutdown" }) },
  "+QUSIM": notice("sim_kind"),
  "+QNWLOCK": notice("network_lock"),
  "+QPING": notice("ping_result"),
  "+QNTP": notice("ntp_result"),
  ...notices("ip_stack", ["+QIURC", "+QIOPEN", "+QSSLURC", "+QSSLOPEN", "+QMTSTAT", "+QMTRECV", "+QHTTPGET"]),
  ...notices("location", ["+QGPSURC"]),
  ...notices("wake_up", ["+QLWURC"]),
  ...notices("tone", ["+QTONEDET"]),
};
