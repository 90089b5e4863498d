/**
 * One reply of a cell on LTE to each question for the radio, from which the document finds out what the question tells: not
 * what a manual promises, but what comes out of the parser.
 */
import type { RadioParser } from "../../src/at/parse/quality.ts";

interface RadioReply {
  readonly info: readonly string[];
  readonly source: string;
}

const modemManager = (file: string) => `ModemManager ${file}`;

export const radioReplies: Readonly<Record<RadioParser, RadioReply>> = {
  qcsq: { info: ['+QCSQ: "CAT-M1",-112,-118,80,-15'], source: "capture of a BG96" },
  qeng: {
    info: ['+QENG: "servingcell","NOCONN","LTE","FDD",460,11,D196A00,462,100,1,5,5,7794,-109,-11,-76,11,-'],
    source: "public driver of an RM500Q",
  },
  cesq: { info: ["+CESQ: 99,99,255,255,20,80"], source: modemManager("src/tests/test-modem-helpers.c") },
  cpsi: {
    info: ["+CPSI: LTE,Online,505-01,0x5A1E,187214780,257,EUTRAN-BAND3,1850,5,5,-94,-850,-545,15"],
    source: "public test of a SIM7600G-H",
  },
  cpsi_index: {
    info: ["+CPSI: LTE,Online,460-11,0x774B,126375687,303,EUTRAN-BAND1,100,5,0,12,36,42,5"],
    source: "capture of an A7670",
  },
  gtccinfo: {
    info: ["+GTCCINFO:", "LTE service cell:", "1,4,460,01,4F50,52BF337,672,1E4,103,100,44,63,63,24"],
    source: "capture of an FM160-CN",
  },
  xcesq: {
    info: ["+XCESQ: 0,99,99,255,255,19,46,32"],
    source: modemManager("src/plugins/xmm/tests/test-modem-helpers-xmm.c"),
  },
  hcsq: {
    info: ["^HCSQ: LTE,33,40,135,11"],
    source: modemManager("src/plugins/huawei/tests/test-modem-helpers-huawei.c"),
  },
  cellinfo: {
    info: ["^CELLINFO: LTE,FDD,460,01,100,42,1,2,3,3,100,1,2,-65,-88,-10,134"],
    source: "field order of QModem vendor/meig.sh",
  },
  netdmsgex: {
    info: ['+NETDMSGEX: "FDD LTE","460+01","BAND 3",1650,4F50,52BF337,484,-780,100,-953,-105,182,-640'],
    source: "field order of QModem vendor/neoway.sh",
  },
  ucged: {
    info: [
      "+UCGED: 2",
      "6,4,001,01",
      "2525,5,50,50,e8fe,1a2d001,1,d60814d1,8001,01,28,31,13.75,3,1,10,28,-50,-6,0,255,255,0",
    ],
    source: "u-blox/ubxlib cell/src/u_cell_info.c",
  },
  rfsts: {
    info: ['#RFSTS: "311 480",66536,-103,-68,-15,0D00,255,,1280,1,0,033C416,"000000000000000","Verizon",3,66'],
    source: "public examples of Telit modules, IMSI taken out",
  },
  zcellinfo: { info: ["+ZRSSI: -102,-6.5,-76,19"], source: "public driver of a ZTE module" },
  gstatus: {
    info: [
      "!GSTATUS:",
      "System mode:   LTE        \tPS state:    Attached",
      "PCC RxM RSSI:  -45\t\tRSRP (dBm):  -81",
      "PCC RxD RSSI:  -44\t\tRSRP (dBm):  -79",
      "Tx Power:      15\t\tTAC:         8C65 (35666)",
      "RSRQ (dB):     -14.0",
    ],
    source: "capture of an EM7455",
  },
  smoni: {
    info: ["^SMONI: 4G,6300,20,10,10,FDD,262,02,BF75,0345103,350,33,-94,-7,NOCONN"],
    source: modemManager("src/plugins/cinterion/tests/test-modem-helpers-cinterion.c"),
  },
};
