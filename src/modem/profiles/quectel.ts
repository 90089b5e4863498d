import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** EC20, EC25, EG25, BG96, RM500Q and their like, on Qualcomm chips: EC2x/EG2x AT manual, chapters 2, 5, 6 and 12. */
export const quectel: VendorProfile = {
  id: "quectel",
  name: "Quectel",
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
  iccid: ["AT+QCCID", "AT+CCID"],
  simPresence: { request: "AT+QSIMSTAT?", parser: "qsimstat" },
  temperature: [{ request: "AT+QTEMP", parser: "qtemp" }],
  voltage: [{ request: "AT+CBC", parser: "cbc" }],
  traffic: [{ request: "AT+QGDCNT?", parser: "qgdcnt" }],
  // Local time of the last network time; empty while there was none (EC2x manual, network service).
  time: [{ request: "AT+QLTS=2", parser: "local" }, ...generic.time],
  recovery: generic.recovery,
};
