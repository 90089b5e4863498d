import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** N720, N75, N58 and their like: QModem vendor/neoway.sh and cmds/neoway.sh. */
export const neoway: VendorProfile = {
  ...generic,
  id: "neoway",
  name: "Neoway",
  match: [
    { manufacturer: /^neoway/i, source: "AT+CGMI of Neoway modules (N58 AT manual 2.1)" },
    { manufacturer: /^neoway/i, model: /^N\d\d/i, source: "AT+CGMM of N720, N75, N58" },
  ],
  setup: [],
  radio: [{ request: "AT+NETDMSGEX", parser: "netdmsgex" }, ...generic.radio],
  iccid: ["AT$MYCCID", "AT+CCID"],
};
