/** The N720's bytes against a log of an N706, drivers of N720 and M590, and QModem's field order: no empty line before OK. */
import { comparePersona } from "../persona-table.ts";

const signal = { rsrp: -97, rsrq: -10.5, sinr: 13.4 };

comparePersona("neoway-n720", {
  exact: [
    { command: "AT", reply: "\r\nOK\r\n" },
    { command: "ATI", reply: "\r\nNEOWAY\r\nN720\r\nN720_CA_V011\r\nOK\r\n" },
    { command: "AT+CPIN?", reply: "\r\n+CPIN: READY\r\nOK\r\n" },
    { command: "AT+CGATT?", reply: "\r\n+CGATT: 1\r\nOK\r\n" },
    // corpus mysysinfo-001, byte for byte but for the echo.
    { world: { registration: "roaming" }, command: "AT$MYSYSINFO", reply: "\r\n$MYSYSINFO: 4,4\r\nOK\r\n" },
    { command: "AT$MYSYSINFO", reply: "\r\n$MYSYSINFO: 4,1\r\nOK\r\n" },
    { world: { signal: "none" }, command: "AT$MYSYSINFO", reply: "\r\n$MYSYSINFO: 0,0\r\nOK\r\n" },
    {
      world: { signal },
      command: "AT+NETDMSGEX",
      reply:
        '\r\n+NETDMSGEX: "FDD LTE","460+00","B3",1300,1A2B,1C3D4E5,134,-66,0,-970,-105,134,-660,0,0,0,5,5\r\nOK\r\n',
    },
    { world: { pdp: "inactive" }, command: "AT+XIIC?", reply: "\r\n+XIIC:    0,0.0.0.0\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT$MYCCID", reply: "\r\nERROR\r\n" },
    { world: { sim: "absent" }, command: "AT+CPIN?", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { sim: "pin" }, command: "AT+CIMI", reply: "\r\n+CME ERROR: 11\r\n" },
    { world: { apn: "cmiot.wrong" }, command: "AT+XIIC=1", reply: "\r\nERROR\r\n" },
    { world: { apn: "cmiot.wrong" }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 127\r\n" },
    { before: ["ATV0"], command: "AT+CGATT?", reply: "+CGATT: 1\r\n0\r" },
  ],
  alike: [
    { command: "AT+CGSN", capture: "\r\n+CGSN: 860000000000012\r\nOK\r\n" },
    { command: "AT+CIMI", capture: "\r\n+CIMI: 405864000000000\r\nOK\r\n" },
    { command: "AT+CSQ", capture: "\r\n+CSQ: 16,99\r\nOK\r\n" },
    { before: ["AT+CREG=2"], command: "AT+CREG?", capture: '\r\n+CREG: 2,1,"17cc","0e22f265",7\r\nOK\r\n' },
    { command: "AT+XIIC?", capture: "\r\n+XIIC:    1,100.66.152.54\r\nOK\r\n" },
    { command: "AT$MYCCID", capture: '\r\n$MYCCID: "898602b6111600119496"\r\nOK\r\n' },
  ],
  unasked: [
    { world: { power: "off" }, change: { power: "on" }, says: "\r\nMODEM:STARTUP\r\n", never: "+CPIN" },
    { world: { sim: "absent" }, change: { sim: "ready" }, says: "\r\n+PBREADY\r\n" },
  ],
});
