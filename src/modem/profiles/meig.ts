import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** SLM750, SLM770, SRM815, SRM825 and their like: QModem vendor/meig.sh and cmds/meig.sh. */
export const meig: VendorProfile = {
  ...generic,
  id: "meig",
  name: "MeiG",
  match: [
    { manufacturer: /^meig/i, source: "AT+CGMI of MeiG modules" },
    { model: /^S[LR]M\d{3}/i, source: "AT+CGMM of SLM750, SLM770A, SRM815, SRM825 (FUjr/QModem modem_support.json)" },
    { manufacturer: /^meig/i, model: /^S[LR]M\d{3}/i, source: "both" },
  ],
  setup: [],
  radio: [{ request: "AT^CELLINFO=1", parser: "cellinfo" }, { request: "AT^HCSQ?", parser: "hcsq" }, ...generic.radio],
  iccid: ["AT+ICCID", "AT+CCID"],
  temperature: [{ request: "AT+TEMP", parser: "temp" }],
  traffic: [{ request: "AT^DSFLOWQRY", parser: "dsflowqry" }],
};
