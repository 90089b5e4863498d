/** The A7670's bytes against records of public code: indices where the SIM7600 has tenths, *ATREADY where others have RDY. */
import { comparePersona } from "../persona-table.ts";

comparePersona("simcom-a7670", {
  exact: [
    // The values of corpus cpsi-004: RSRQ 12, RSRP 36, RSSI 42 as indices, SINR as it is.
    {
      world: { signal: { rsrp: -105, rsrq: -14, sinr: 5, csq: 17 } },
      command: "AT+CPSI?",
      reply: "\r\n+CPSI: LTE,Online,460-00,0x1A2B,29611237,134,EUTRAN-BAND3,1300,5,0,12,36,42,5\r\n\r\nOK\r\n",
    },
    { world: { registration: "denied" }, command: "AT+CPSI?", reply: "\r\n+CPSI: NO SERVICE,Online\r\n\r\nOK\r\n" },
    { command: "AT+CGMR", reply: "\r\n+CGMR: A7670M7_V1.11.1\r\n\r\nOK\r\n" },
    { command: "AT+ICCID", reply: "\r\nERROR\r\n" },
    { command: "AT+CGATT?", reply: "\r\n+CGATT: 1\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT+CPIN?", reply: "\r\n+CME ERROR: 10\r\n" },
    // Volts with three decimals and their letter, as in "+CBC: 4.167V".
    { command: "AT+CBC", reply: "\r\n+CBC: 3.812V\r\n\r\nOK\r\n" },
  ],
  alike: [
    {
      command: "ATI",
      capture:
        "\r\nManufacturer: INCORPORATED\r\nModel: A7670C-MASL\r\nRevision: A7670M7_V1.11.1\r\nIMEI: 861817060000000\r\n+GCAP: +CGSM,+FCLASS,+DS\r\n\r\nOK\r\n",
    },
    { command: "AT+CICCID", capture: "\r\n+ICCID: 89860000000000000000\r\n\r\nOK\r\n" },
    { command: "AT+CPMUTEMP", capture: "\r\n+CPMUTEMP: 34\r\n\r\nOK\r\n" },
  ],
  unasked: [
    { world: { power: "off" }, change: { power: "on" }, says: "\r\n*ATREADY: 1\r\n", never: "RDY\r\n" },
    { world: { power: "off" }, change: { power: "on" }, says: "\r\n+CGEV: EPS PDN ACT 1\r\n" },
    { world: { power: "off", sim: "absent" }, change: { power: "on" }, says: "\r\n+CPIN: SIM REMOVED\r\n" },
    { change: { sim: "absent" }, says: "\r\n+CPIN: SIM REMOVED\r\n", never: "NOT READY" },
  ],
});
