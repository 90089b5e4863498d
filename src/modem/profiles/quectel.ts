import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** EC20, EC25, EG25, EC200, BG96, RM500 and their like: Quectel EC2x/EG2x AT manual, chapters 2, 5 and 6. */
export const quectel: VendorProfile = {
  id: "quectel",
  match: [
    { manufacturer: /^quectel/i, source: "AT+CGMI of every Quectel module (EC2x manual 2.4)" },
    {
      manufacturer: /^quectel/i,
      model: /^(E[CGP]\d|BG\d|RM\d|RG\d|EM\d|UC\d|AG\d)/i,
      source: "AT+CGMM of the families named here",
    },
    { model: /^(EC2[015]|EG(25|91|95)|RM5\d\d)/i, source: "branded modules that keep the model and change the maker" },
  ],
  // Card insertion as +QSIMSTAT (EC2x manual 5.12). The level of the detect pin (+QSIMDET) is the board maker's to set.
  setup: [["AT+QSIMSTAT=1"]],
  radio: [
    // One reply with technology and all four values, whose SINR has one scale on all firmware; +QENG's has two.
    { request: "AT+QCSQ", parser: "qcsq" },
    { request: 'AT+QENG="servingcell"', parser: "qeng" },
    ...generic.radio,
  ],
  // RM500U answers +ICCID with +CME ERROR: 4.
  iccid: ["AT+QCCID", "AT+CCID"],
  simPresence: "AT+QSIMSTAT?",
};
