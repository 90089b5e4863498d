import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** SARA, LARA, LENA, TOBY and their like: SARA-R5 AT manual; ubxlib; ModemManager's ublox plugin. */
export const ublox: VendorProfile = {
  ...generic,
  id: "u-blox",
  name: "u-blox",
  match: [
    { manufacturer: /^u-?blox/i, source: "AT+CGMI of every u-blox module" },
    {
      manufacturer: /^u-?blox/i,
      model: /^(SARA|LARA|LENA|LEXI|TOBY|LISA|MPCI)-/i,
      source: "AT+CGMM of the families named here (u-blox/ubxlib cell/api/u_cell_module_type.h)",
    },
  ],
  // The reply with the cell; where the module does not know it, +CESQ tells the values.
  setup: [["AT+UCGED=2"]],
  radio: [{ request: "AT+UCGED?", parser: "ucged" }, ...generic.radio],
  voltage: [],
  traffic: [{ request: "AT+UGCNTRD", parser: "ugcntrd" }],
  // ModemManager mm-broadband-modem-ublox.c.
  recovery: { ...generic.recovery, reset: "AT+CFUN=16" },
};
