import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** LE910, ME910, LN940, FN980 and their like: LE910Cx AT manual; ModemManager's telit plugin. */
export const telit: VendorProfile = {
  ...generic,
  id: "telit",
  name: "Telit",
  match: [
    { manufacturer: /^telit/i, source: "AT+CGMI of every Telit module" },
    { manufacturer: /^telit/i, model: /^(LE|ME|LN|FN|FE|HE|UE|GE)\d/i, source: "AT+CGMM of the families named here" },
    { model: /^(LE910|ME910|LN940|FN9[89]0)/i, source: "branded modules that keep the model and change the maker" },
  ],
  // Changes of the card as #QSS.
  setup: [["AT#QSS=1"]],
  radio: [{ request: "AT#RFSTS", parser: "rfsts" }, ...generic.radio],
  iccid: ["AT#CCID", "AT+ICCID", "AT+CCID"],
  simPresence: { request: "AT#QSS?", parser: "qss" },
  temperature: [{ request: "AT#TEMPSENS=2", parser: "tempsens" }],
  voltage: [{ request: "AT#CBC", parser: "telit_cbc" }],
  traffic: [{ request: "AT#GDATAVOL=2", parser: "gdatavol" }],
  recovery: { ...generic.recovery, reset: "AT#REBOOT" },
};
