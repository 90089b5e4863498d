/** The L610's bytes against records of public code: identity with name and quotes, hot-plug of Fibocom. */
import { comparePersona } from "../persona-table.ts";

comparePersona("fibocom-l610", {
  exact: [
    { command: "AT+CGMM", reply: '\r\n+CGMM: "L610-CN-62-36"\r\n\r\nOK\r\n' },
    { command: "AT+CGMR", reply: '\r\n+CGMR: "16000.1208.00.86.02.02"\r\n\r\nOK\r\n' },
    { command: "AT+CGMI?", reply: '\r\n+CGMI: "Fibocom Wireless Inc."\r\n\r\nOK\r\n' },
    { command: "AT+CPIN?", reply: "\r\n+CPIN: READY\r\n\r\nOK\r\n" },
    { command: "AT+CEREG?", reply: "\r\n+CEREG: 0,1\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT+CPIN?", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { pdp: { rejected: 8 } }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 177\r\n" },
  ],
  alike: [
    { command: "AT+CSQ", capture: "\r\n+CSQ: 18,99\r\n\r\nOK\r\n" },
    { command: "AT+CGSN?", capture: '\r\n+CGSN: "862138050000000"\r\n\r\nOK\r\n' },
    { command: "AT+CFSN?", capture: '\r\n+CFSN: "BD00000000"\r\n\r\nOK\r\n' },
    {
      command: "AT+GTCCINFO?",
      capture:
        "\r\n+GTCCINFO:\r\nLTE service cell:\r\n1,4,460,01,4F50,52BF337,672,1E4,103,100,44,63,63,24\r\nLTE neighbor cell:\r\n\r\nOK\r\n",
    },
  ],
  unasked: [
    { change: { sim: "absent" }, says: "\r\n+SIM DROP\r\n", never: "+CPIN" },
    { world: { power: "off" }, change: { power: "on" }, says: "\r\n+SIM READY\r\n", never: "RDY" },
    { world: { power: "off", sim: "absent" }, change: { power: "on" }, says: "\r\n+SIM DROP\r\n" },
  ],
});
