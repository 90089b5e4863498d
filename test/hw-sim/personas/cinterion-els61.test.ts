/** The ELS61's bytes against ModemManager's Cinterion tests and public drivers of Siemens and Gemalto modules. */
import { comparePersona } from "../persona-table.ts";

const cell = "4G,1300,3,20,20,FDD,460,00,1A2B,1C3D4E5,134,33,-94,-7";
const signal = { rsrp: -94, rsrq: -7, sinr: 15 };

comparePersona("cinterion-els61", {
  exact: [
    { command: "ATI", reply: "\r\nCinterion\r\nELS61-E\r\nREVISION 01.000\r\n\r\nOK\r\n" },
    { world: { signal }, command: "AT^SMONI", reply: `\r\n^SMONI: ${cell},NOCONN\r\n\r\nOK\r\n` },
    { world: { signal, sim: "absent" }, command: "AT^SMONI", reply: `\r\n^SMONI: ${cell},LIMSRV\r\n\r\nOK\r\n` },
    // ModemManager test-modem-helpers-cinterion.c, byte for byte.
    { world: { signal: "none" }, command: "AT^SMONI", reply: "\r\n^SMONI: 4G,SEARCH\r\n\r\nOK\r\n" },
    // corpus sind-001, byte for byte.
    {
      before: ['AT^SIND="simstatus",1'],
      command: 'AT^SIND="simstatus",2',
      reply: "\r\n^SIND: simstatus,1,5\r\n\r\nOK\r\n",
    },
    { world: { sim: "absent" }, command: 'AT^SIND="simstatus",2', reply: "\r\n^SIND: simstatus,0,0\r\n\r\nOK\r\n" },
    { before: ["AT^SCKS=1"], world: { sim: "absent" }, command: "AT^SCKS?", reply: "\r\n^SCKS: 1,0\r\n\r\nOK\r\n" },
    { world: { sim: "absent" }, command: "AT^SCID", reply: "\r\n+CME ERROR: 10\r\n" },
    { world: { sim: "puk" }, command: "AT^SPIC", reply: "\r\n^SPIC: 0\r\n\r\nOK\r\n" },
    { command: "AT^SBV", reply: "\r\n^SBV: 3812\r\n\r\nOK\r\n" },
    { command: "AT^SCTM?", reply: "\r\n^SCTM: 0,0\r\n\r\nOK\r\n" },
    { command: "AT+CEREG?", reply: "\r\nERROR\r\n" },
    { command: "AT+CGREG?", reply: "\r\n+CGREG: 0,1\r\n\r\nOK\r\n" },
    { world: { pdp: { rejected: 33 } }, command: "AT^SWWAN=1,1", reply: "\r\n+CME ERROR: 133\r\n" },
    {
      world: { registration: { stat: 3, cause: 7 } },
      command: "AT+CEER",
      reply: "\r\n+CEER: EPS services not allowed\r\n\r\nOK\r\n",
    },
  ],
  alike: [
    {
      command: "AT^SMONI",
      capture: "\r\n^SMONI: 4G,6300,20,10,10,FDD,262,02,BF75,0345103,350,33,-94,-7,NOCONN\r\n\r\nOK\r\n",
    },
    { before: ["AT^SCTM=0,1"], command: "AT^SCTM?", capture: "\r\n^SCTM: 0,0,25\r\n\r\nOK\r\n" },
    { command: "AT^SCID", capture: "\r\n^SCID: 89701012417725707318\r\n\r\nOK\r\n" },
    { command: "AT^SWWAN?", capture: "\r\n^SWWAN: 3,1,1\r\n\r\nOK\r\n" },
  ],
  unasked: [
    { before: ["AT^SCKS=1"], change: { sim: "absent" }, says: "\r\n^SCKS: 0\r\n", never: "+CPIN" },
    { before: ['AT^SIND="simstatus",1'], change: { sim: "absent" }, says: "\r\n+CIEV: simstatus,0\r\n" },
    { world: { sim: "absent" }, change: { sim: "ready" }, says: "", never: "^SCKS" },
    { world: { power: "off" }, change: { power: "on" }, says: "\r\n^SYSSTART\r\n" },
  ],
});
