import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** ME909, MU709, E3372 and their like: ME909s AT manual; ModemManager's huawei plugin. */
export const huawei: VendorProfile = {
  ...generic,
  id: "huawei",
  name: "Huawei",
  match: [
    { manufacturer: /huawei/i, source: "ATI of E1550 (huawei) and EC121 (HUAWEI INCORPORATED): ModemManager tests" },
    { manufacturer: /huawei/i, model: /^(ME|MU|MH|EM|E|K)\d/i, source: "AT+CGMM of the families named here" },
  ],
  // Reports of signal, mode, card and traffic.
  setup: [["AT^CURC=1"]],
  radio: [{ request: "AT^HCSQ?", parser: "hcsq" }, ...generic.radio],
  iccid: ["AT^ICCID?", "AT+ICCID", "AT+CCID"],
  temperature: [{ request: "AT^CHIPTEMP?", parser: "chiptemp" }],
  traffic: [{ request: "AT^DSFLOWQRY", parser: "dsflowqry" }],
  // Printed as local time by some firmware and as UTC by other.
  time: [{ request: "AT^NWTIME?", parser: "either" }, ...generic.time],
  recovery: { ...generic.recovery, reset: "AT^RESET" },
};
