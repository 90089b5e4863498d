import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";
import { simcomQualcomm } from "./simcom-qualcomm.ts";

/** A7600, A7670, A7672, SIM7670 and their like, on ASR chips: A7600 series AT manual. */
export const simcomAsr: VendorProfile = {
  ...simcomQualcomm,
  id: "simcom_asr",
  name: "SIMCom on ASR (A7600, A7670)",
  match: [
    {
      model: /^(SIMCOM_)?(A76\d\d|SIM767\d)/i,
      source: "ATI of the A7670E-FASE, whose maker is INCORPORATED, and of the A7670G-LLSE (LilyGO-T-A76XX examples)",
    },
    {
      manufacturer: /simcom/i,
      model: /^(SIMCOM_)?(A76\d\d|SIM767\d)/i,
      source: "AT+SIMCOMATI of the SIM7670G-MNGV",
    },
  ],
  // The same command with other numbers: 3GPP indices in place of tenths of a dB.
  radio: [{ request: "AT+CPSI?", parser: "cpsi_index" }, ...generic.radio],
  iccid: ["AT+CICCID", "AT+ICCID", "AT+CCID"],
};
