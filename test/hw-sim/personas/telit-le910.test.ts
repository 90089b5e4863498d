/** The LE910's bytes against ModemManager's Telit tests and captures of LE910 and LM960 in public code, with the name of our operator. */
import { comparePersona } from "../persona-table.ts";

const cell = '"460 00",1300,-101,-67,-15,1A2B,,128,3,1,1C3D4E5';
const signal = { rsrp: -101, rsrq: -15, sinr: 1.6, csq: 23 };

comparePersona("telit-le910", {
  exact: [
    { command: "AT+CGMM", reply: "\r\nLE910C1-EU\r\n\r\nOK\r\n" },
    // ModemManager test-mm-modem-helpers-telit.c, byte for byte.
    {
      command: "AT#SWPKGV",
      reply: "\r\n25.30.224-B001-P0F.224700\r\nM0F.223004-B001\r\nP0F.224700\r\nA0F.223004-B001\r\n\r\nOK\r\n",
    },
    { command: "AT#QSS?", reply: "\r\n#QSS: 0,3\r\n\r\nOK\r\n" },
    { world: { sim: "pin" }, command: "AT#QSS?", reply: "\r\n#QSS: 0,1\r\n\r\nOK\r\n" },
    { before: ["AT#QSS=1"], world: { sim: "absent" }, command: "AT#QSS?", reply: "\r\n#QSS: 1,0\r\n\r\nOK\r\n" },
    // SINR 108 in steps of 0.2 dB from -20 dB, RSSI -67: the numbers of the first capture below.
    {
      world: { signal },
      command: "AT#RFSTS",
      reply: `\r\n#RFSTS: ${cell},"460000000000001","CHINA MOBILE",3,3,108\r\n\r\nOK\r\n`,
    },
    {
      world: { signal, sim: "absent" },
      command: "AT#RFSTS",
      reply: `\r\n#RFSTS: ${cell},"","",0,3,108\r\n\r\nOK\r\n`,
    },
    { world: { signal: "none" }, command: "AT#MONI", reply: "\r\nOK\r\n" },
    { command: "AT#CBC", reply: "\r\n#CBC: 0,381\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT#CCID", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { pdp: { rejected: 33 } }, command: "AT#SGACT=1,1", reply: "\r\n+CME ERROR: 133\r\n" },
    { world: { pdp: { rejected: 33 } }, command: "AT#CEER", reply: "\r\n#CEER: 33\r\n\r\nOK\r\n" },
    { world: { pdp: "inactive" }, command: "AT#SGACT=1,1", reply: "\r\n#SGACT: 10.64.12.34\r\n\r\nOK\r\n" },
    { command: "AT+CEREG=?", reply: "\r\n+CEREG: (0-2)\r\n\r\nOK\r\n" },
  ],
  alike: [
    {
      command: "AT#RFSTS",
      capture:
        '\r\n#RFSTS: "286 01",1795,-101,-67,-15,2242,,128,3,1,0B5D121,"286016339612498","CHINA MOBILE",3,3,108\r\n\r\nOK\r\n',
    },
    {
      command: "AT#SERVINFO",
      capture: '\r\n#SERVINFO: 66786,-68,"CHINA MOBILE","310260",3089F02,2D18,640,3,-101\r\n\r\nOK\r\n',
    },
    {
      world: { signal: { rsrp: -92, rsrq: -17.5, sinr: 5 } },
      command: "AT#MONI",
      capture:
        "\r\n#MONI: CHINA MOBILE RSRP:-92 RSRQ:-17 TAC:8B1E Id:A204 EARFCN:800 PWR:-54dbm DRX:1280\r\n\r\nOK\r\n",
    },
    {
      command: "AT#TEMPSENS=2",
      capture:
        "\r\n#TEMPSENS: TSENS,26\r\n#TEMPSENS: PA_THERM1,24\r\n#TEMPSENS: PA_THERM2,24\r\n#TEMPSENS: PA_THERM3,24\r\n\r\nOK\r\n",
    },
  ],
  unasked: [
    { before: ["AT#QSS=1"], change: { sim: "absent" }, says: "\r\n#QSS: 0\r\n", never: "+CPIN" },
    {
      before: ["AT#QSS=1"],
      world: { sim: "absent" },
      change: { sim: "ready" },
      says: "\r\n#QSS: 1\r\n",
      never: "#QSS: 3",
    },
    { before: ["AT#QSS=2"], world: { sim: "absent" }, change: { sim: "ready" }, says: "\r\n#QSS: 3\r\n" },
  ],
});
