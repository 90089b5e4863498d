/** The LARA-R6's bytes against ubxlib, ModemManager's u-blox tests and the corpus. */
import { comparePersona } from "../persona-table.ts";

const weak = { signal: { rsrp: -74, rsrq: -10.5, sinr: 0 } };
const cell = "4,460,00\r\n1300,3,100,100,1a2b,1c3d4e5,134,d60814d1,8001,01";

comparePersona("u-blox-lara-r6", {
  exact: [
    { command: "AT+CGMI", reply: "\r\nu-blox\r\n\r\nOK\r\n" },
    {
      before: ["AT+UCGED=2"],
      world: weak,
      command: "AT+UCGED?",
      reply: `\r\n+UCGED: 2\r\n4,${cell},67,19,0.00,255,255,255,67,19,255,0,255,255,0,0\r\n\r\nOK\r\n`,
    },
    { command: "AT+UCGED?", reply: "\r\n+UCGED: 0\r\n\r\nOK\r\n" },
    { command: "AT+UPINCNT", reply: "\r\n+UPINCNT: 3,3,10,10\r\n\r\nOK\r\n" },
    { world: { sim: "puk" }, command: "AT+UPINCNT", reply: "\r\n+UPINCNT: 0,3,10,10\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT+UPINCNT", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { sim: "absent" }, command: "AT+CCID", reply: "\r\n+CME ERROR: 10\r\n" },
    // corpus reg-068, byte for byte: with n=4 the read reply of a roaming module reads like "n=4, five".
    {
      before: ["AT+CEREG=4"],
      world: { registration: "roaming" },
      command: "AT+CEREG?",
      reply: '\r\n+CEREG: 4,5,,,,,,,"00000000","01100000"\r\n\r\nOK\r\n',
    },
    {
      before: ["AT+CEREG=3"],
      world: { registration: { stat: 3, cause: 8 } },
      command: "AT+CEREG?",
      reply: '\r\n+CEREG: 3,3,"1a2b","01c3d4e5",7,0,8\r\n\r\nOK\r\n',
    },
    {
      world: { registration: { stat: 3, cause: 8 } },
      command: "AT+CEER",
      reply: '\r\n+CEER: "EMM cause",8,"EPS services and non-EPS services not allowed"\r\n\r\nOK\r\n',
    },
    {
      world: { apn: "cmiot.wrong" },
      command: "AT+CEER",
      reply: '\r\n+CEER: "ESM cause",27,"Missing or unknown APN"\r\n\r\nOK\r\n',
    },
    { command: "AT+CEER", reply: '\r\n+CEER: "No report available"\r\n\r\nOK\r\n' },
    { world: { pdp: "inactive" }, command: "AT+UGCNTRD", reply: "\r\nOK\r\n" },
    { command: "AT+ICCID", reply: "\r\nERROR\r\n" },
    { command: "AT+UTEMP?", reply: "\r\nERROR\r\n" },
  ],
  alike: [
    {
      before: ["AT+UCGED=2"],
      world: { registration: "denied" },
      command: "AT+UCGED?",
      capture:
        "\r\n+UCGED: 2\r\n4,0,001,01\r\n2525,5,25,50,2b67,69f6bc7,111,00000000,ffff,ff,67,19,0.00,255,255,255,67,11,255,0,255,255,0,0\r\n\r\nOK\r\n",
    },
    { command: "AT+UGCNTRD", capture: "\r\n+UGCNTRD: 31,2704,1819,2724,1839\r\n\r\nOK\r\n" },
    {
      command: "AT+UIPADDR=1",
      capture: '\r\n+UIPADDR: 1,"ccinet0","5.168.120.13","255.255.255.0","",""\r\n\r\nOK\r\n',
    },
  ],
  unasked: [
    { before: ["AT+USIMSTAT=1"], change: { sim: "absent" }, says: "\r\n+UUSIMSTAT: 0\r\n", never: "+CPIN" },
    { before: ["AT+USIMSTAT=1"], world: { sim: "absent" }, change: { sim: "ready" }, says: "\r\n+UUSIMSTAT: 6\r\n" },
    { world: { sim: "absent" }, change: { sim: "ready" }, says: "\r\n+PBREADY\r\n", never: "+UUSIMSTAT" },
    { before: ["AT+CEREG=4"], change: { registration: "roaming" }, says: '\r\n+CEREG: 5,"07d1","00a1b203",7\r\n' },
    { change: { pdp: { rejected: 8 } }, says: "\r\n+UUPSDD: 0\r\n" },
    { world: { power: "off" }, change: { power: "on" }, says: "\r\n+AT: READY\r\n" },
  ],
});
