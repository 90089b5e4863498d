import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** ZTE and Gosuncn (ZTEWelink) modules: QModem vendor/gosuncn.sh; ModemManager's zte plugin. */
export const zte: VendorProfile = {
  ...generic,
  id: "zte",
  name: "ZTE, Gosuncn",
  match: [
    { manufacturer: /^(zte|gosuncn)/i, source: "ATI of the MF627: ZTE INCORPORATED (ModemManager tests)" },
    { manufacturer: /^(zte|gosuncn)/i, model: /^(M[EFUW]|GM)\d/i, source: "AT+CGMM of MF286D, ME3630, GM500, GM800" },
    { model: /^(ME3630|GM[58]00)/i, source: "branded modules that keep the model and change the maker" },
  ],
  setup: [],
  // Levels of the cell; +ZCELLINFO has none, and which cell it is comes with the registration.
  radio: [{ request: "AT+ZRSSI", parser: "zcellinfo" }, ...generic.radio],
  iccid: ["AT+ICCID", "AT+ZICCID?", "AT+CCID"],
  temperature: [{ request: "AT+MTSM=1", parser: "mtsm" }],
};
