/** Quirks of single modems and firmware, each with where it was seen. */
import type { Quirk } from "./quirks.ts";

export const quirks: readonly Quirk[] = [
  {
    manufacturer: /^fibocom/i,
    model: /^FM160/i,
    source: "FM160-CN 89614.1000.00.04.01.02, seen without SIM: no answer to AT+CCID in 10.3 s, AT+ICCID in 18 ms",
    oddity: { kind: "never_asked", requests: ["AT+CCID"] },
  },
  {
    manufacturer: /^fibocom/i,
    source: "FM160-CN 89614.1000.00.04.01.02, seen without SIM: AT+CPIN? is +CME ERROR: 10, AT+ICCID is 13",
    oddity: { kind: "card_gone", codes: [10, 13] },
  },
  {
    manufacturer: /^quectel/i,
    source:
      "3GPP TS 27.007 §9.2: 10 SIM not inserted, 13 SIM failure. Not seen on a Quectel; an FM160-CN, on a chip of the same maker, gives 13",
    oddity: { kind: "card_gone", codes: [10, 13] },
  },
  {
    manufacturer: /huawei/i,
    source: "ME909s: AT^ICCID? without SIM is +CME ERROR: 4, which elsewhere means not supported",
    oddity: { kind: "card_gone", codes: [4, 10, 13] },
  },
  {
    manufacturer: /^quectel/i,
    source:
      "Quectel AT manuals, AT+QURCCFG: reports go to one port, the USB AT port unless changed; serialport-gsm issue 12: +QSIMSTAT was never seen",
    oddity: {
      kind: "reports_elsewhere",
      // Where nothing helps, because the board has no contact at the tray, it ends with what the maker ships.
      requests: ['AT+QURCCFG="urcport","usbat"', 'AT+QURCCFG="urcport","uart1"', 'AT+QURCCFG="urcport","usbat"'],
    },
  },
  {
    manufacturer: /^quectel/i,
    model: /^(E[MGP]06|E[MG]12|EG18|LM-?EM12)/i,
    source: "EG06/EP06/EM06 AT manual: <sinr> of +QENG in fifths of a dB from -20, where the EC2x manual has dB",
    oddity: { kind: "doubtful_sinr", parser: "qeng" },
  },
  {
    manufacturer: /cinterion|gemalto|thales/i,
    source: "Cinterion EHS6 AT manual 1.5.2: commands of 27.007 cannot be combined with those of the prefix AT^S",
    oddity: { kind: "asked_alone", requests: ["AT^SMONI", "AT^SCKS?"] },
  },
  {
    manufacturer: /^u-blox/i,
    model: /^SARA-R41[02]/i,
    source: "u-blox/ubxlib cell/src/u_cell_private.c: 100 ms between commands for SARA-R410M and R412M",
    oddity: { kind: "rest", ms: 100 },
  },
  {
    manufacturer: /^u-blox/i,
    model: /^SARA-U2/i,
    source: "u-blox/ubxlib cell/src/u_cell_private.c: 50 ms between commands for SARA-U201",
    oddity: { kind: "rest", ms: 50 },
  },
  {
    manufacturer: /^u-blox/i,
    model: /^(SARA-R4|LARA-R6|LEXI-R4)/i,
    source: "u-blox/ubxlib cell/src/u_cell_private.c: the command that starts them anew is AT+CFUN=15",
    oddity: { kind: "recovery", reset: "AT+CFUN=15" },
  },
  {
    manufacturer: /^u-blox/i,
    model: /^SARA-U2/i,
    source: "u-blox/ubxlib cell/src/u_cell_private.c: radio off is AT+CFUN=0, start anew is AT+CFUN=15",
    oddity: { kind: "recovery", reset: "AT+CFUN=15", radioOff: "AT+CFUN=0" },
  },
  {
    manufacturer: /huawei/i,
    model: /^MU736/i,
    source: "ModemManager mm-broadband-modem-huawei.c: MU736 accepts AT^RESET and does nothing; AT+CFUN=16 works",
    oddity: { kind: "recovery", reset: "AT+CFUN=16" },
  },
  {
    model: /SIM70[78]0|SIM7000|SIM7090/i,
    source: "vshymanskyy/TinyGSM TinyGsmClientSIM7080.h: AT+CREBOOT",
    oddity: { kind: "recovery", reset: "AT+CREBOOT" },
  },
];
