import type { VendorProfile } from "../profile.ts";

/** What 3GPP TS 27.007 gives on every modem. */
export const generic: VendorProfile = {
  id: "generic",
  name: "any modem of 3GPP TS 27.007",
  match: [{ source: "matches every modem, with the lowest score" }],
  setup: [
    ["ATE0"],
    ["ATV1"],
    // Numbers, not words: the words differ by firmware (27.007 §9.1).
    ["AT+CMEE=1"],
    // With the reject cause (<n>=3, 27.007 §10.1.22), else with the cell only.
    ["AT+CEREG=3", "AT+CEREG=2"],
    // Changes of the data bearer as +CGEV, buffered while the line is busy (27.007 §10.1.19).
    ["AT+CGEREP=2,1"],
  ],
  radio: [{ request: "AT+CESQ", parser: "cesq" }],
  iccid: ["AT+CCID", "AT+ICCID"],
  simPresence: undefined,
  temperature: [],
  voltage: [{ request: "AT+CBC", parser: "cbc" }],
  traffic: [],
  time: [{ request: "AT+CCLK?", parser: "either" }],
  recovery: {
    detach: "AT+CGATT=0",
    attach: "AT+CGATT=1",
    // 27.007 §8.2: 4 switches the radio off and keeps the SIM, 1,1 starts the module anew.
    radioOff: "AT+CFUN=4",
    radioOn: "AT+CFUN=1",
    reset: "AT+CFUN=1,1",
  },
};
