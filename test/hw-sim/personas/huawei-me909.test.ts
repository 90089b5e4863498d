/** The ME909s' bytes against ModemManager's Huawei tests, Huawei's manual as quoted in public code, and logs of its sticks. */
import { comparePersona } from "../persona-table.ts";

const good = { signal: { rsrp: -97, rsrq: -10, sinr: 15 } };
const lte = '6,"LTE",101,"LTE"';

comparePersona("huawei-me909", {
  exact: [
    { command: "AT+CGMM", reply: "\r\nME909s-821\r\n\r\nOK\r\n" },
    // ^HCSQ: rssi -121+n, rsrp -141+n, sinr -20.2+n/5, rsrq -20+n/2 (ModemManager mm-broadband-modem-huawei.c).
    { world: good, command: "AT^HCSQ?", reply: '\r\n^HCSQ: "LTE",54,44,176,20\r\n\r\nOK\r\n' },
    { world: { signal: "none" }, command: "AT^HCSQ?", reply: '\r\n^HCSQ: "NOSERVICE"\r\n\r\nOK\r\n' },
    { command: "AT^SYSINFOEX", reply: `\r\n^SYSINFOEX: 2,3,0,1,,${lte}\r\n\r\nOK\r\n` },
    { world: { sim: "absent" }, command: "AT^SYSINFOEX", reply: `\r\n^SYSINFOEX: 1,0,0,255,,${lte}\r\n\r\nOK\r\n` },
    { world: { sim: "pin" }, command: "AT^SYSINFOEX", reply: `\r\n^SYSINFOEX: 1,0,0,0,,${lte}\r\n\r\nOK\r\n` },
    {
      world: { registration: "denied" },
      command: "AT^SYSINFOEX",
      reply: `\r\n^SYSINFOEX: 1,0,0,1,,${lte}\r\n\r\nOK\r\n`,
    },
    {
      world: { registration: "roaming" },
      command: "AT^SYSINFOEX",
      reply: `\r\n^SYSINFOEX: 2,3,1,1,,${lte}\r\n\r\nOK\r\n`,
    },
    { world: { sim: "absent" }, command: "AT^ICCID?", reply: "\r\n+CME ERROR: 4\r\n" },
    { world: { sim: "absent" }, command: "AT+CPIN?", reply: "\r\n+CME ERROR: 10\r\n" },
    { command: "AT+CCID", reply: "\r\nERROR\r\n" },
    { command: "AT+CESQ", reply: "\r\nERROR\r\n" },
    { command: "AT^HDRCSQLVL", reply: "\r\nCOMMAND NOT SUPPORT\r\n" },
    { command: "AT+CEREG=3", reply: "\r\n+CME ERROR: 50\r\n" },
    { before: ["AT+CMEE=0"], command: "AT+CEREG=3", reply: "\r\nERROR\r\n" },
    { world: { pdp: "inactive" }, command: "AT^NDISSTATQRY?", reply: '\r\n^NDISSTATQRY: 0,,,"IPV4"\r\n\r\nOK\r\n' },
    {
      world: { registration: "denied" },
      command: "AT+CEER",
      reply: "\r\n+CEER: No cause information available\r\n\r\nOK\r\n",
    },
    { world: { pdp: { rejected: 33 } }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 133\r\n" },
    { world: { pdp: { rejected: 33 } }, command: "AT^NDISDUP=1,1", reply: "\r\nERROR\r\n" },
  ],
  alike: [
    {
      command: "ATI",
      capture:
        "\r\nManufacturer: Huawei Technologies Co., Ltd.\r\nModel: ME909s-120\r\nRevision: 11.670.01.00.00\r\nIMEI: 356112010004540\r\n+GCAP: +CGSM,+DS,+ES\r\n\r\nOK\r\n",
    },
    { command: "AT^MONSC", capture: "\r\n^MONSC: LTE,460,00,38400,D975244,8,24C8,-85,-10,-54\r\n\r\nOK\r\n" },
    { command: "AT^CHIPTEMP?", capture: "\r\n^CHIPTEMP: 431,431,65535,35,65535\r\n\r\nOK\r\n" },
    {
      command: "AT^DSFLOWQRY",
      capture:
        "\r\n^DSFLOWQRY:00000E8E,0000000000333ACC,000000000A93E9AD,007B3514,000000007C0E5F69,00000007AD1AE9C6\r\n\r\nOK\r\n",
    },
    {
      command: "AT^DHCP?",
      capture: "\r\n^DHCP: CCDB080A,F8FFFFFF,C9DB080A,C9DB080A,E67B59C0,E77B59C0,85600,85600\r\n\r\nOK\r\n",
    },
  ],
  unasked: [
    { change: { sim: "absent" }, says: "\r\n^SIMST:255\r\n", never: "+CPIN" },
    { change: { sim: "absent" }, says: "\r\n^SRVST:1\r\n" },
    { world: { sim: "absent" }, change: { sim: "ready" }, says: "\r\n^SIMST:1\r\n" },
    { change: { signal: "none" }, says: "\r\n^SRVST:0\r\n" },
    { change: { pdp: "inactive" }, says: '\r\n^NDISSTAT: 0,,,"IPV4"\r\n' },
    { world: { power: "off" }, change: { power: "on" }, says: "\r\n^SYSSTART\r\n" },
  ],
});
