import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** SIM7000, SIM7070, SIM7500, SIM7600, SIM8200 and their like, on Qualcomm chips: SIM7500/7600 AT manual. */
export const simcomQualcomm: VendorProfile = {
  ...generic,
  id: "simcom_qualcomm",
  name: "SIMCom on Qualcomm (SIM7000, SIM7600, SIM8200)",
  match: [
    { manufacturer: /simcom/i, source: "AT+CGMI of the SIM7600: SIMCOM INCORPORATED" },
    {
      model: /^(SIMCOM_)?SIM(5320|70[0789]\d|7[156]\d\d|79\d\d|8[23]\d\d)/i,
      source:
        "AT+CGMM: SIMCOM_SIM7600G-H, SIMCOM_SIM7080G (LilyGO examples), SIM7906, SIM8200EA-M2 (3ginfo-lite 1e0e9001)",
    },
  ],
  setup: [],
  // All four values and the technology, in tenths of a dB.
  radio: [{ request: "AT+CPSI?", parser: "cpsi" }, ...generic.radio],
  iccid: ["AT+ICCID", "AT+CICCID", "AT+CCID"],
  temperature: [{ request: "AT+CPMUTEMP", parser: "cpmutemp" }],
  // ModemManager mm-broadband-modem-simtech.c.
  recovery: { ...generic.recovery, reset: "AT+CRESET" },
};
