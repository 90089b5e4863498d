/** The SLM750's bytes against QModem's field order for MeiG modules and public drivers of the SLM750 and SLM770A. */
import { comparePersona } from "../persona-table.ts";

const signal = { rsrp: -88, rsrq: -10, sinr: 13.4 };

comparePersona("meig-slm750", {
  exact: [
    { command: "AT+CGMI", reply: "\r\n+CGMI: MEIG INCORPORATED\r\n\r\nOK\r\n" },
    { command: "AT+CGMM", reply: "\r\nSLM750\r\n\r\nOK\r\n" },
    { command: "AT+CGMR", reply: "\r\n+CGMR: SLM750_4.0.6_EQ101\r\n\r\nOK\r\n" },
    { command: "AT^SIMSLOT?", reply: "\r\n^SIMSLOT: 1,1,0,0\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT^SIMSLOT?", reply: "\r\n^SIMSLOT: 0,1,0,0\r\n\r\nOK\r\n" },
    // Counted from 0: PCI 5, cell 7, area 8, band 9, RSRP 14, RSRQ 15, SINR in tenths 16, transmitter 21.
    {
      world: { signal },
      command: "AT^CELLINFO=1",
      reply:
        "\r\n^CELLINFO: LTE,FDD,460,00,1300,134,0,1C3D4E5,1A2B,3,100,100,0,-58,-88,-10,134,0,0,0,0,-\r\n\r\nOK\r\n",
    },
    { world: { signal: "none" }, command: "AT^CELLINFO=1", reply: "\r\n^CELLINFO: NOSERVICE\r\n\r\nOK\r\n" },
    {
      world: { sim: "absent" },
      command: "AT^SYSINFOEX",
      reply: '\r\n^SYSINFOEX: 1,0,0,255,,6,"LTE",101,"LTE"\r\n\r\nOK\r\n',
    },
    { world: { sim: "absent" }, command: "AT+ICCID", reply: "\r\n+CME ERROR: 10\r\n" },
    { command: "AT+MIPCALL?", reply: "\r\n+MIPCALL: 1,10.64.12.34\r\n\r\nOK\r\n" },
    { world: { pdp: { rejected: 27 } }, command: "AT+CGACT=1,1", reply: "\r\n+CME ERROR: 127\r\n" },
  ],
  alike: [
    { command: "AT+ICCID", capture: "\r\nICCID: 898600a1179407112134\r\n\r\nOK\r\n" },
    { command: "AT^DSFLOWQRY", capture: "\r\n^DSFLOWQRY: 100,0,0,592,645c,3c0f\r\n\r\nOK\r\n" },
  ],
  unasked: [
    { change: { sim: "absent" }, says: "\r\n^SIMST: 255,0\r\n", never: "+CPIN" },
    { world: { registration: "searching" }, change: { registration: "home" }, says: "\r\n^SRVST: 2\r\n" },
    { change: { signal: "none" }, says: "\r\n^SRVST: 0\r\n" },
  ],
});
