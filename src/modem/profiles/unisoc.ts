import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** Air724UG and other boards on Unisoc chips: captures of an Air724UG, LuatOS-Air_V4032_RDA8910 (FUjr/QModem testcases). */
export const unisoc: VendorProfile = {
  ...generic,
  id: "unisoc",
  name: "OpenLuat and other boards on Unisoc",
  match: [
    { model: /^Air7\d\d/i, source: "AT+CGMM of the Air724UG, whose AT+CGMI is empty (FUjr/QModem testcases/openluat)" },
    { revision: /RDA8910|UIS8910|UNISOC/i, source: "AT+CGMR of the Air724UG: LuatOS-Air_V4032_RDA8910_…" },
    { manufacturer: /^(openluat|airm2m|unisoc|spreadtrum)/i, source: "makers of boards and of the chip" },
  ],
  setup: [],
  iccid: ["AT+ICCID", "AT+CCID"],
};
