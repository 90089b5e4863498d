import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** NL668, FM150, FM160 and their like, on Qualcomm chips: FM160/FG160 AT manual V1.0.2, and an FM160-CN seen. */
export const fibocomQualcomm: VendorProfile = {
  ...generic,
  id: "fibocom_qualcomm",
  name: "Fibocom on Qualcomm (NL668, FM150, FM160)",
  match: [
    { manufacturer: /^fibocom/i, source: "AT+CGMI of the FM160-CN, seen: Fibocom Wireless Inc." },
    {
      manufacturer: /^fibocom/i,
      model: /^(F[MG]1\d\d|NL[69]\d\d|MA5\d\d|MC\d)/i,
      source: "AT+CGMM of FM160-CN, NL668T-GL and FM150-AE",
    },
  ],
  setup: [],
  // Nine fields, four of them of 5G (seen); the cell comes with +GTCCINFO.
  radio: [{ request: "AT+GTCCINFO?", parser: "gtccinfo" }, ...generic.radio],
  // +ICCID takes 18 ms, +CCID 10 s without SIM (seen).
  iccid: ["AT+ICCID", "AT+CCID"],
  temperature: [
    { request: "AT+MTSM=1", parser: "mtsm" },
    { request: "AT+GTSENRDTEMP=1", parser: "gtsenrdtemp" },
  ],
  traffic: [{ request: "AT+GTSTATIS?", parser: "gtstatis" }],
  // ModemManager mm-broadband-modem-fibocom.c.
  recovery: { ...generic.recovery, reset: "AT+CFUN=15" },
};
