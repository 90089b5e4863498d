/** The EM7455's blocks of text against captures of an EM7455 and an MC7455 in public notes and code. */
import { comparePersona } from "../persona-table.ts";

const top =
  "!GSTATUS: \r\nCurrent Time:  22016\t\tTemperature: 40\r\nReset Counter: 1\t\tMode:        ONLINE         \r\n";
const idle = "RRC state:     RRC Idle       \r\nIMS reg state: No Srv  \t\t\r\n";

comparePersona("sierra-em7455", {
  exact: [
    { command: "AT!PCTEMP?", reply: "\r\nTemp state: Normal\r\nTemperature: 40.33 C\r\n\r\nOK\r\n" },
    {
      command: "AT!PCVOLT?",
      reply: "\r\nVolt state: Normal\r\nPower supply voltage: 3812 mV (ADC: 2047)\r\n\r\nOK\r\n",
    },
    { command: "AT!SCACT?", reply: "\r\n!SCACT: 1,1\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT+ICCID", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { sim: "puk" }, command: "AT+CPINC?", reply: "\r\n+CPINC: 0,3,10,10\r\n\r\nOK\r\n" },
    {
      world: { signal: "none" },
      command: "AT!GSTATUS?",
      reply: `\r\n${top}System mode:   LTE        \tPS state:    Not attached     \r\nEMM state:     Deregistered     \tNo Cell Available \r\n${idle}\r\nOK\r\n`,
    },
    { world: { pdp: { rejected: 8 } }, command: "AT!SCACT=1,1", reply: "\r\nNO CARRIER\r\n" },
    { world: { pdp: { rejected: 8 } }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 177\r\n" },
    { command: "AT+CESQ", reply: "\r\nERROR\r\n" },
    { command: "AT+CCID", reply: "\r\nERROR\r\n" },
  ],
  alike: [
    {
      command: "ATI",
      capture:
        "\r\nManufacturer: Sierra Wireless, Incorporated\r\nModel: EM7455\r\nRevision: SWI9X30C_02.33.03.00 r8209 CARMD-EV-FRMWR2 2019/08/28 20:59:30\r\nIMEI: 014581000000000\r\nIMEI SV: 12\r\nFSN: LF000000000000\r\n+GCAP: +CGSM\r\n\r\nOK\r\n",
    },
    // corpus gstatus-001, which its source shortened, with the lines that a public parser of the MC7455 has in between.
    {
      command: "AT!GSTATUS?",
      capture: [
        "\r\n!GSTATUS: \r\nCurrent Time:  22016\t\tTemperature: 40\r\nReset Counter: 1\t\tMode:        ONLINE         \r\n",
        "System mode:   LTE        \tPS state:    Attached     \r\nLTE band:      B2     \t\tLTE bw:      20 MHz  \r\n",
        "LTE Rx chan:   800\t\tLTE Tx chan: 18800\r\nLTE CA state:  NOT ASSIGNED\r\n",
        "EMM state:     Registered     \tNormal Service \r\nRRC state:     RRC Connected  \r\n",
        "IMS reg state: No Srv  \t\t\r\n\r\nPCC RxM RSSI:  -45\t\tRSRP (dBm):  -81\r\n",
        "PCC RxD RSSI:  -44\t\tRSRP (dBm):  -79\r\nTx Power:      --\t\tTAC:         8C65 (35666)\r\n",
        "RSRQ (dB):     -14.0\t\tCell ID:     0A14666A (169106666)\r\nSINR (dB):      8.6\r\n\r\n\r\nOK\r\n",
      ].join(""),
    },
  ],
  unasked: [{ world: { sim: "absent" }, change: { sim: "ready" }, says: "\r\n+PACSP0\r\n", never: "+CPIN" }],
});
