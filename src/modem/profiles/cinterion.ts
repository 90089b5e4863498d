import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** EHS6, ELS61, PLS8, PLS63 and their like: EHS6 AT manual; ModemManager's cinterion plugin. */
export const cinterion: VendorProfile = {
  ...generic,
  id: "cinterion",
  name: "Cinterion, Gemalto, Thales",
  match: [
    { manufacturer: /^(cinterion|gemalto|thales|siemens)/i, source: "AT+CGMI over the years" },
    {
      manufacturer: /^(cinterion|gemalto|thales|siemens)/i,
      model: /^(EHS|EMS|ELS|PLS|PLPS|PHS|PCS|BGS|AHS|TX|EXS|MV)\d/i,
      source: "AT+CGMM of the families named here",
    },
  ],
  // Changes of the card as ^SCKS (ModemManager mm-broadband-modem-cinterion.c).
  setup: [["AT^SCKS=1"]],
  radio: [{ request: "AT^SMONI", parser: "smoni" }, ...generic.radio],
  simPresence: { request: "AT^SCKS?", parser: "scks" },
  // ^SBC reports voltage only when it is about to switch off, and the SIM's contact as ^SCKS.
  voltage: [],
};
