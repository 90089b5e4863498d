import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** EM7455, EM9191, MC7304, HL78xx and their like: EM/MC74xx AT manual; ModemManager's sierra plugin. */
export const sierra: VendorProfile = {
  ...generic,
  id: "sierra",
  name: "Sierra Wireless",
  match: [
    { manufacturer: /^sierra/i, source: "ATI of the EM7455: Sierra Wireless, Incorporated" },
    { manufacturer: /^sierra/i, model: /^(EM|MC|HL|WP|C)\d/i, source: "ATI of EM7455, MC7455, EM9191; C885" },
  ],
  setup: [],
  radio: [{ request: "AT!GSTATUS?", parser: "gstatus" }, ...generic.radio],
  iccid: ["AT+ICCID", "AT+CCID"],
  temperature: [{ request: "AT!PCTEMP?", parser: "pctemp" }],
  voltage: [{ request: "AT!PCVOLT?", parser: "pcvolt" }],
  recovery: { ...generic.recovery, reset: "AT!RESET" },
};
