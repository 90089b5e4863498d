import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";

/** L850, L860 and other modules on Intel XMM chips: L860 AT manual V3.2.3; ModemManager's xmm plugin. */
export const xmm: VendorProfile = {
  ...generic,
  id: "xmm",
  name: "Intel XMM (Fibocom L850, L860)",
  match: [
    {
      manufacturer: /^fibocom/i,
      model: /^L8[2-6]\d/i,
      source: 'AT+CGMM of the L850-GL, as ModemManager shows it: L850 LTE Module","L850',
    },
    { model: /^(L8[56]0|XMM)/i, source: "branded modules that keep the model and change the maker" },
  ],
  setup: [],
  radio: [{ request: "AT+XCESQ?", parser: "xcesq" }, ...generic.radio],
  temperature: [{ request: "AT+MTSM=1", parser: "mtsm" }],
  // ModemManager mm-shared-xmm.c.
  recovery: { ...generic.recovery, reset: "AT+CFUN=16" },
};
