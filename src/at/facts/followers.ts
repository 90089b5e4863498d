/**
 * Commands whose data comes under the name of a report: afterwards, when they have answered OK at once, or in place of a
 * line of their own. By the names of those lines.
 */
const followers: Readonly<Record<string, readonly string[]>> = {
  // Quectel EC2x TCP/IP application note: a line for each packet, and a summary.
  "+QPING": ["+QPING"],
  "+QNTP": ["+QNTP"],
  "+QIDNSGIP": ["+QIURC"],
  // OpenLuat Air724UG (ASR/Unisoc engineering mode), capture in FUjr/QModem testcases.
  "+EEMGINFO": ["+EEMLTESVC", "+EEMLTEINTER", "+EEMLTEINTRA", "+EEMUMTSSVC", "+EEMGINFOSVC", "+EEMGINFONC"],
  // Huawei and MeiG (ModemManager's huawei tests; QModem vendor/meig.sh).
  "^NDISSTATQRY": ["^NDISSTAT"],
  "^DSFLOWQRY": ["^DSFLOWRPT"],
  // SIMCom SIM7600 and A76xx AT manuals.
  "+CPING": ["+CPING"],
  "+CNTP": ["+CNTP"],
  // Fibocom AT manual.
  "+MPING": ["+MPING"],
  // u-blox AT manual.
  "+UPING": ["+UUPING", "+UUPINGER"],
};

export function followersOf(name: string): readonly string[] {
  return followers[name] ?? [];
}
