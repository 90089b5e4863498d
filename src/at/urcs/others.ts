/** Fibocom and Intel XMM, Telit, Cinterion, ZTE, Sierra, Unisoc and ASR, MediaTek, Option, Ericsson, Icera, Altair: few lines each. */
import { bodyOf, integerOf, textOf } from "../fields.ts";
import { ratOfName } from "../parse/radio-cell.ts";
import { parseZpas } from "../parse/zte.ts";
import { fieldsIn, inserted, notice, notices, type Urc, type UrcTable } from "./urc-table.ts";

/** FM160 and L610 AT manuals; ModemManager's fibocom and xmm plugins; TOBY-L2 manual for +XSIM. */
const fibocom: UrcTable = {
  // `Inserted` and `Removed` come from the contact, READY and DROP from the card.
  "+SIM": {
    name: "sim_presence",
    read: (line) => {
      const word = /^(inserted|removed)/i.exec(bodyOf(line))?.[1]?.toLowerCase();
      return inserted(word === undefined ? undefined : word === "inserted");
    },
  },
  "+SIM READY": notice("sim_ready"),
  "+SIM DROP": { name: "sim_dropped", read: () => inserted(false) },
  // 0 and 9: no card; 99: not known.
  "+XSIM": {
    name: "sim_state",
    alone: true,
    read: (line) => {
      const state = integerOf(fieldsIn(line).at(-1));
      return state === undefined || state === 99 ? undefined : inserted(state !== 0 && state !== 9);
    },
  },
  // `0` when the call is gone, else the state and the address.
  "+MIPCALL": {
    name: "bearer",
    read: (line) => ({ kind: "bearer", up: !/^0\b(?!\.)/.test(bodyOf(line)), cid: undefined }),
  },
  ...notices("location", ["+XBIPI", "+XLSRSTOP", "+GTAGNSSUPDATE"]),
  ...notices("ping_result", ["+MPING", "+MPINGSTAT"]),
  // FM160 repeats the slot unasked.
  ...notices("sim_slot", ["+GTDUALSIM"]),
  ...notices("vendor_report", ["+GTURC", "+XDRVI", "+XREG", "+XCSSTATE"]),
};

/** LE910Cx and HE910 AT manuals; ModemManager's telit plugin. */
const telit: UrcTable = {
  "#QSS": {
    name: "sim_presence",
    alone: true,
    read: (line) => {
      const state = integerOf(fieldsIn(line).at(-1));
      return inserted(state === undefined ? undefined : state !== 0);
    },
  },
  ...notices("power_saving", ["#PSMRI"]),
  ...notices("time_zone", ["#NITZ"]),
  ...notices("temperature", ["#TEMPMEAS", "#QTEMP"]),
  ...notices("packet_type", ["#PSNT", "#PSMWURC"]),
  ...notices("ip_stack", ["#SRING", "#FTPMSG", "#HTTPRING"]),
  ...notices("sim_toolkit", ["#STN"]),
};

function supply(line: string): Urc {
  const text = bodyOf(line);
  if (/^over/i.test(text)) return { kind: "voltage", level: /shutdown/i.test(text) ? "critical" : "high" };
  return { kind: "voltage", level: /shutdown/i.test(text) ? "critical" : "low" };
}

/** ELS61 and PLS8 AT manuals; ModemManager's cinterion plugin. */
const cinterion: UrcTable = {
  "^SBC": { name: "voltage", read: supply },
  "^SHUTDOWN": { name: "shutdown", read: () => ({ kind: "shutdown" }) },
  "^SCKS": {
    name: "sim_presence",
    alone: true,
    read: (line) => {
      const state = integerOf(fieldsIn(line).at(-1));
      return inserted(state === undefined ? undefined : state !== 0);
    },
  },
  ...notices("temperature", ["^SCTM_B"]),
  ...notices("boot", ["^SYSLOADING"]),
  ...notices("call", ["^SLCC"]),
  ...notices("ip_stack", ["^SIS", "^SISR", "^SISW", "^EXIT"]),
  ...notices("sim_ready", ["^SSIM READY"]),
};

/** ModemManager's zte plugin; device logs. */
const zte: UrcTable = {
  "+ZPASR": {
    name: "network_mode",
    read: (line) => {
      const mode = parseZpas([line])?.mode;
      const rat = mode === undefined ? undefined : ratOfName(mode);
      return rat ? { kind: "mode", rat } : { kind: "notice", name: "network_mode" };
    },
  },
  ...notices("operator", ["+ZDONR"]),
  ...notices("sim_toolkit", ["+ZUSIMR", "+ZEND"]),
  ...notices("time_zone", ["+ZPSTM", "+ZMSRI"]),
};

/** Wavecom and Sierra WISMO, HL AT manuals; ModemManager's sierra and icera plugins. */
const sierra: UrcTable = {
  // +PACSP0, +PACSP1: digits stand behind the name.
  "+PACSP": notice("plmn_mode"),
  // 0 removed, 1 inserted; the others tell how far it has started.
  "+WIND": {
    name: "start",
    read: (line) => {
      const state = integerOf(fieldsIn(line)[0]);
      return state === 0 || state === 1 ? inserted(state === 1) : { kind: "notice", name: "start" };
    },
  },
  ...notices("ip_stack", ["+KCNX_IND", "+KTCP_NOTIF", "+KTCP_DATA", "+KUDP_NOTIF", "+KUDP_DATA"]),
};

/** OpenLuat AT manual and captures in QModem's testcases; MediaTek boot logs. */
const unisoc: UrcTable = {
  "+E_UTRAN SERVICE": { name: "service", read: () => ({ kind: "mode", rat: "lte" }) },
  ...notices("cell", [
    "+EEMLTESVC",
    "+EEMLTEINTER",
    "+EEMLTEINTRA",
    "+EEMLTEINTERRAT",
    "+EEMUMTSSVC",
    "+EEMUMTSINTRA",
    "+EEMUMTSINTERRAT",
    "+EEMGINFOBASIC",
    "+EEMGINFOSVC",
    "+EEMGINFONC",
    "+EEMGINBFTM",
  ]),
  ...notices("start", ["^CINIT", "^STN", "+EUSIM", "+EIND", "+EPBSE"]),
  ...notices("signal", ["+ECSQ"]),
  ...notices("sim_toolkit", ["+STKPCI"]),
};

/** ModemManager's option, mbm, icera and altair plugins. */
const older: UrcTable = {
  _OSIGQ: {
    name: "signal",
    read: (line) => {
      const rssiRaw = integerOf(textOf(fieldsIn(line)[0]));
      return rssiRaw === undefined ? undefined : { kind: "signal", rssiRaw };
    },
  },
  ...notices("mode", ["_OSSYSI", "_OCTI", "_OUWCTI", "*ERINFO"]),
  ...notices("bearer", ["*E2NAP", "%IPDPACT", "%STATCM", "%PCOINFO"]),
  ...notices("start", ["*EMRDY"]),
  ...notices("message", ["*EMWI", "*ESTKSMS"]),
  ...notices("sim_toolkit", ["%NOTIFYEV"]),
};

export const otherUrcs: UrcTable = { ...older, ...unisoc, ...sierra, ...zte, ...cinterion, ...telit, ...fibocom };
