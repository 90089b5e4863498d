/**
 * Which interface of a USB modem is what, by its USB id. It only orders the ports: an id is no proof (an FM160 bears the id
 * of an FM150 and has its AT port elsewhere), so the port that is used has answered AT.
 */

/**
 * What a port is for. `at`: commands and reports; `at_secondary`: a second one, for a second program; `ppp`: dialling;
 * `other`: debugging, firmware and their like.
 */
export type PortRole = "at" | "at_secondary" | "ppp" | "nmea" | "diag" | "other" | "unknown";

export interface UsbLayout {
  readonly name: string;
  /** `vendor:product`. */
  readonly ids: readonly string[];
  /** By interface number as the system writes it, two hexadecimal digits. */
  readonly roles: Readonly<Record<string, PortRole>>;
  readonly source: string;
}

const of = (vendor: string, ...products: readonly string[]) => products.map((product) => `${vendor}:${product}`);

const modemManager = (plugin: string) => `ModemManager src/plugins/${plugin}/77-mm-${plugin}-port-types.rules`;
const qmodem = "QModem application/qmodem/files/usr/share/qmodem/modem_port_rule.json";

export const layouts: readonly UsbLayout[] = [
  {
    name: "Quectel EC2x, EG9x, EG06, EG12, BG96, RM500Q, RM520N",
    ids: of("2c7c", "0125", "0121", "0191", "0195", "0296", "0306", "0512", "0800", "0801"),
    roles: { "00": "diag", "01": "nmea", "02": "at", "03": "at_secondary" },
    source: modemManager("quectel"),
  },
  {
    name: "Quectel with AT on interface 5",
    ids: of("2c7c", "0128"),
    roles: { "03": "diag", "04": "nmea", "05": "at" },
    source: modemManager("quectel"),
  },
  { name: "Quectel AG598E", ids: of("2c7c", "0457"), roles: { "02": "at", "07": "at_secondary" }, source: qmodem },
  {
    name: "SIMCom SIM7000, SIM7100, SIM7600, SIM8200",
    ids: of("1e0e", "9001"),
    roles: { "00": "diag", "01": "nmea", "02": "at", "03": "at_secondary", "04": "other" },
    source: modemManager("simtech"),
  },
  {
    name: "SIMCom SIM7070, SIM7080, SIM7090",
    ids: of("1e0e", "9205", "9206"),
    roles: { "00": "diag", "01": "nmea", "02": "at", "03": "ppp", "04": "other", "05": "ppp" },
    source: modemManager("simtech"),
  },
  {
    name: "SIMCom A7600E-H, A7602E-H and other A76xx",
    ids: of("1e0e", "9011"),
    roles: { "02": "other", "04": "at", "05": "ppp" },
    source: modemManager("simtech"),
  },
  {
    name: "Fibocom FM150; an FM160 with this id has NMEA on 1 and AT on 2",
    ids: of("2cb7", "0104"),
    roles: { "00": "diag", "01": "at", "02": "at_secondary", "03": "other" },
    source: modemManager("fibocom"),
  },
  {
    name: "Fibocom NL668-AM",
    ids: of("2cb7", "01a0"),
    roles: { "02": "at", "03": "at_secondary", "04": "other" },
    source: modemManager("fibocom"),
  },
  {
    name: "Fibocom NL668-EAU",
    ids: of("1508", "1001"),
    roles: { "00": "diag", "01": "at", "02": "at_secondary", "03": "at_secondary" },
    source: modemManager("fibocom"),
  },
  {
    name: "Fibocom L610 in USB mode 31",
    ids: of("1782", "4d10"),
    roles: {
      "00": "at",
      "01": "other",
      "02": "other",
      "03": "other",
      "04": "other",
      "05": "at_secondary",
      "06": "at_secondary",
    },
    source: modemManager("fibocom"),
  },
  {
    name: "Fibocom L610 in USB mode 32 or 33",
    ids: of("1782", "4d11"),
    roles: {
      "02": "at",
      "03": "other",
      "04": "other",
      "05": "other",
      "06": "other",
      "07": "at_secondary",
      "08": "at_secondary",
    },
    source: modemManager("fibocom"),
  },
  {
    name: "Fibocom L850-GL",
    ids: of("2cb7", "0007"),
    roles: { "02": "at", "04": "other", "06": "at_secondary" },
    source: modemManager("fibocom"),
  },
  {
    name: "Intel XMM 7360 (L850-GL in its own mode)",
    ids: of("8087", "095a"),
    roles: { "00": "at", "02": "other", "04": "at_secondary" },
    source: modemManager("fibocom"),
  },
  {
    name: "Fibocom FM101-GL",
    ids: of("2cb7", "01a2"),
    roles: { "02": "at", "03": "other", "04": "other", "05": "other" },
    source: modemManager("fibocom"),
  },
  {
    name: "Fibocom MA510",
    ids: of("2cb7", "0106"),
    roles: { "00": "other", "01": "at", "02": "at_secondary" },
    source: modemManager("fibocom"),
  },
  {
    name: "Gosuncn GM800",
    ids: of("305a", "1405"),
    roles: { "00": "other", "01": "at", "02": "at_secondary", "05": "other" },
    source: modemManager("gosuncn"),
  },
  { name: "Gosuncn GM800", ids: of("305a", "1404", "1421"), roles: { "01": "at" }, source: qmodem },
  {
    name: "MeiG SRM825",
    ids: of("2dee", "4d23"),
    roles: { "01": "at" },
    source: qmodem,
  },
  { name: "MeiG SRM825", ids: of("2dee", "4d38"), roles: { "03": "at" }, source: qmodem },
  { name: "OpenLuat Air724UG", ids: of("1782", "4e00"), roles: { "00": "at", "03": "at_secondary" }, source: qmodem },
  {
    name: "Unisoc boards NU313, MH5000",
    ids: of("1782", "4038", "4039", "4040", "4056", "4057", "4058"),
    roles: { "02": "at" },
    source: qmodem,
  },
  {
    name: "Telit LE910C1, ME910, LE910Cx",
    ids: of("1bc7", "1031", "1033", "1101", "110a"),
    roles: { "00": "diag", "01": "at", "02": "at_secondary" },
    source: modemManager("telit"),
  },
  {
    name: "Telit LN920, FN980 and FN990",
    ids: of("1bc7", "1040", "1050", "1060", "1070", "1201"),
    roles: { "00": "diag", "03": "nmea", "04": "at", "05": "at_secondary", "06": "other" },
    source: modemManager("telit"),
  },
  {
    name: "Cinterion ALS3, PLS8, PLS62",
    ids: of("1e2d", "005b", "005d", "0061", "0069", "006f"),
    roles: { "00": "ppp", "02": "at", "04": "nmea", "06": "other", "08": "diag" },
    source: modemManager("cinterion"),
  },
  {
    name: "Cinterion MV31",
    ids: of("1e2d", "00b3", "00f1"),
    roles: { "02": "at", "04": "nmea", "05": "other" },
    source: modemManager("cinterion"),
  },
  {
    name: "u-blox TOBY-R2, LARA-R2",
    ids: of("1546", "1107", "110a"),
    roles: { "00": "at", "02": "at_secondary", "04": "at_secondary", "06": "other", "08": "other", "0a": "other" },
    source: modemManager("ublox"),
  },
  {
    name: "u-blox TOBY-L4",
    ids: of("1546", "1010"),
    roles: { "02": "at_secondary", "04": "other", "06": "at", "08": "other" },
    source: modemManager("ublox"),
  },
  {
    name: "u-blox LARA-R6 and other Qualcomm boards",
    ids: of("05c6", "908b"),
    roles: { "00": "other", "01": "at", "02": "at_secondary", "03": "other" },
    source: modemManager("ublox"),
  },
  {
    name: "ZTE",
    ids: of("19d2", "0021", "0031", "0037", "0052", "0063", "0104", "0106", "1254", "1268"),
    roles: { "01": "at_secondary", "03": "at" },
    source: modemManager("zte"),
  },
];
