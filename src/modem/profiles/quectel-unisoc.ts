import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";
import { quectel } from "./quectel.ts";

/** RM500U and its like, on Unisoc chips: captures of an RM500U-CNV, RM500UCNVCAR03A12M2G (FUjr/QModem testcases). */
export const quectelUnisoc: VendorProfile = {
  ...quectel,
  id: "quectel_unisoc",
  name: "Quectel on Unisoc (RM500U)",
  match: [
    {
      manufacturer: /^quectel/i,
      model: /^R[MG]\d{3}U/i,
      source: "AT+CGMM of the RM500U-CNV (FUjr/QModem testcases/quectel/unisoc)",
    },
    { model: /^RM500U/i, source: "branded modules that keep the model and change the maker" },
  ],
  // +QENG has the 5G cell with area and cell id in one reply (seen); +QCSQ is not in the captures.
  radio: [
    { request: 'AT+QENG="servingcell"', parser: "qeng" },
    { request: "AT+QCSQ", parser: "qcsq" },
    ...generic.radio,
  ],
  // +ICCID is +CME ERROR: 4 there, +CCID has it (both seen).
  iccid: ["AT+CCID", "AT+QCCID"],
  // +CBC has two fields and no voltage (seen: `+CBC: 0,100`).
  voltage: [],
};
