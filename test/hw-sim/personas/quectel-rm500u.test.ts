/** The RM500U's bytes against the fixtures of one such module on standalone 5G (FUjr/QModem) and quectel-CM's logs. */
import { comparePersona } from "../persona-table.ts";

/** As the module of the fixtures was found. */
const found = { signal: { rsrp: -89, rsrq: -8, sinr: 15 } };
const SERVING = 'AT+QENG="servingcell"';

comparePersona("quectel-rm500u", {
  exact: [
    {
      command: "ATI",
      reply: "\r\nQuectel\r\nRM500U-CNV\r\nRevision: RM500UCNVAR03A12M2G\r\n\r\nOK\r\n",
    },
    { command: "AT+CGMM", reply: "\r\nRM500U-CNV\r\n\r\nOK\r\n" },
    { command: "AT+CBC", reply: "\r\n+CBC: 0,100\r\n\r\nOK\r\n" },
    {
      command: "AT+QTEMP",
      reply:
        '\r\n+QTEMP: "soc-thermal","50"\r\n+QTEMP: "pa-thermal","49"\r\n+QTEMP: "pa5g-thermal","48"\r\n+QTEMP: "board-thermal","49"\r\n\r\nOK\r\n',
    },
    { command: "AT+ICCID", reply: "\r\n+CME ERROR: 4\r\n" },
    { command: 'AT+QCFG="usbnet"', reply: '\r\n+QCFG: "usbnet",5\r\n\r\nOK\r\n' },
    { command: 'AT+QCFG="band"', reply: "\r\n+CME ERROR: 4\r\n" },
    { command: "AT+QUIMSLOT?", reply: "\r\n+QUIMSLOT: 1\r\n\r\nOK\r\n" },
    {
      world: found,
      command: SERVING,
      reply:
        '\r\n+QENG: "servingcell","CONNECT","NR5G-SA","TDD",460,11,760BF0114,702,76010F,633984,78,100,-89,-8,15,18,34,1\r\n\r\nOK\r\n',
    },
    { command: "AT+QNWINFO", reply: '\r\n+QNWINFO: "NR5G-SA","46011","NR N78",633984\r\n\r\nOK\r\n' },
    {
      world: { signal: { rsrp: -92, rsrq: -7, sinr: 10 } },
      command: "AT+QCAINFO",
      reply: '\r\n+QCAINFO: "PCC",633984,100,"NR N78",1,702,-92,-7,-72,10\r\n\r\nOK\r\n',
    },
    { before: ["AT+COPS=3,2"], command: "AT+COPS?", reply: '\r\n+COPS: 0,2,"46011",11\r\n\r\nOK\r\n' },
    { before: ["AT+COPS=3,0"], command: "AT+COPS?", reply: '\r\n+COPS: 0,0,"CHN-TELECOM",11\r\n\r\nOK\r\n' },
    { before: ["AT+COPS=3,1"], command: "AT+COPS?", reply: '\r\n+COPS: 0,1,"CTCC",11\r\n\r\nOK\r\n' },
    { command: "AT+CGACT?", reply: "\r\n+CGACT: 1,1\r\n+CGACT: 11,1\r\n\r\nOK\r\n" },
    // Standalone: the older domains know nothing of the registration.
    { command: "AT+CEREG?", reply: "\r\n+CEREG: 0,0\r\n\r\nOK\r\n" },
    { command: "AT+C5GREG?", reply: "\r\n+C5GREG: 0,1\r\n\r\nOK\r\n" },
    {
      before: ["AT+C5GREG=3"],
      world: { registration: { stat: 3, cause: 7 } },
      command: "AT+C5GREG?",
      reply: "\r\n+C5GREG: 3,3,,,,0,7\r\n\r\nOK\r\n",
    },
    // TS 27.007 §8.69: ss_rsrq −43.5 + n/2, ss_rsrp −157 + n, ss_sinr −23.5 + n/2.
    { world: found, command: "AT+CESQ", reply: "\r\n+CESQ: 99,99,255,255,255,255,71,68,77\r\n\r\nOK\r\n" },
    { world: { signal: "none" }, command: SERVING, reply: '\r\n+QENG: "servingcell","SEARCH"\r\n\r\nOK\r\n' },
    { world: { sim: "absent" }, command: "AT+CPIN?", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { pdp: "inactive" }, command: "AT+QNETDEVSTATUS=1", reply: "\r\n+CME ERROR: 3\r\n" },
  ],
  alike: [
    { command: "AT+QGDCNT?", capture: "\r\n+QGDCNT: 109169083,82663256\r\n\r\nOK\r\n" },
    { command: "AT+CSQ", capture: "\r\n+CSQ: 18,99\r\n\r\nOK\r\n" },
    { command: "AT+CCID", capture: "\r\n+CCID: 89860000000000000000\r\n\r\nOK\r\n" },
    { command: "AT+QCCID", capture: "\r\n+QCCID: 89860000000000000000\r\n\r\nOK\r\n" },
    {
      command: "AT+CGPADDR=1",
      capture: '\r\n+CGPADDR: 1,"10.5.116.238","240e:047e:0000:0000:0000:0000:0000:a2ca"\r\n\r\nOK\r\n',
    },
    {
      command: 'AT+QENG="neighbourcell"',
      capture: '\r\n+QENG: "neighbourcell","NR",633984,262,-102,-17,-6,-,32\r\n\r\nOK\r\n',
    },
  ],
  unasked: [
    { before: ["AT+C5GREG=1"], change: { registration: "denied" }, says: "\r\n+C5GREG: 3\r\n", never: "+CEREG" },
    { before: ["AT+QSIMSTAT=1"], change: { sim: "absent" }, says: "\r\n+QSIMSTAT: 1,0\r\n" },
    { world: { power: "off" }, change: { power: "on" }, says: "\r\nRDY\r\n" },
  ],
});
