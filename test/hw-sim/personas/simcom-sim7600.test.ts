/** The SIM7600's bytes against records of public code: tenths of a decibel in +CPSI, errors in words, its start-up lines. */
import { comparePersona } from "../persona-table.ts";

const cell = "460-00,0x1A2B,29611237,134,EUTRAN-BAND3,1300";

comparePersona("simcom-sim7600", {
  exact: [
    {
      world: { signal: { rsrp: -85, rsrq: -9.4, sinr: 15, csq: 29 } },
      command: "AT+CPSI?",
      reply: `\r\n+CPSI: LTE,Online,${cell},5,5,-94,-850,-550,15\r\n\r\nOK\r\n`,
    },
    { world: { signal: "none" }, command: "AT+CPSI?", reply: "\r\n+CPSI: NO SERVICE,Online\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT+CPSI?", reply: "\r\n+CPSI: NO SERVICE,Online\r\n\r\nOK\r\n" },
    { command: "AT+CGMI", reply: "\r\nSIMCOM INCORPORATED\r\n\r\nOK\r\n" },
    { command: "AT+CGMM", reply: "\r\nSIMCOM_SIM7600G-H\r\n\r\nOK\r\n" },
    {
      before: ["AT+CMEE=2"],
      world: { sim: "absent" },
      command: "AT+CPIN?",
      reply: "\r\n+CME ERROR: SIM not inserted\r\n",
    },
    { command: "AT+CNSMOD?", reply: "\r\n+CNSMOD: 0,8\r\n\r\nOK\r\n" },
    { world: { registration: "denied" }, command: "AT+CNSMOD?", reply: "\r\n+CNSMOD: 0,0\r\n\r\nOK\r\n" },
    { command: "AT+CGPADDR=1", reply: "\r\n+CGPADDR: 1,10.64.12.34\r\n\r\nOK\r\n" },
    { command: "AT+CCID", reply: "\r\nERROR\r\n" },
    {
      world: { registration: { stat: 3, cause: 8 } },
      command: "AT+CEER",
      reply: "\r\n+CEER: EMM_CAUSE_EPS_AND_NON_EPS_SERVICES_NOT_ALLOWED\r\n\r\nOK\r\n",
    },
    { world: { pdp: { rejected: 33 } }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 133\r\n" },
    // Volts with three decimals and their letter, as in "+CBC: 4.051V".
    { command: "AT+CBC", reply: "\r\n+CBC: 3.812V\r\n\r\nOK\r\n" },
  ],
  alike: [
    {
      command: "ATI",
      capture:
        "\r\nManufacturer: SIMCOM INCORPORATED\r\nModel: SIMCOM_SIM7600G-H\r\nRevision: SIM7600M22_V2.0\r\nIMEI: 868822040000000\r\n+GCAP: +CGSM\r\n\r\nOK\r\n",
    },
    { command: "AT+CPMUTEMP", capture: "\r\n+CPMUTEMP: 46\r\n\r\nOK\r\n" },
    { command: "AT+CICCID", capture: "\r\n+ICCID: 89860000000000000000\r\n\r\nOK\r\n" },
  ],
  unasked: [
    { world: { power: "off" }, change: { power: "on" }, says: "\r\nRDY\r\n" },
    { world: { power: "off" }, change: { power: "on" }, says: "\r\nSMS DONE\r\n" },
    { world: { power: "off" }, change: { power: "on" }, says: "\r\nPB DONE\r\n", never: "+QIND" },
    { change: { sim: "absent" }, says: "\r\n+CPIN: NOT INSERTED\r\n", never: "NOT READY" },
    { before: ["AT+CNSMOD=1"], change: { registration: "denied" }, says: "\r\n+CNSMOD: 0\r\n" },
    { before: ["AT+CNSMOD=1"], world: { signal: "none" }, change: { signal: "good" }, says: "\r\n+CNSMOD: 8\r\n" },
  ],
});
