import type { VendorProfile } from "../profile.ts";
import { fibocomQualcomm } from "./fibocom-qualcomm.ts";
import { generic } from "./generic.ts";

/** L610, L716, FG621 and their like, on Unisoc chips: L610 AT manual. */
export const fibocomUnisoc: VendorProfile = {
  ...fibocomQualcomm,
  id: "fibocom_unisoc",
  name: "Fibocom on Unisoc (L610, L716)",
  match: [
    {
      manufacturer: /^fibocom/i,
      model: /^(L610|L710|L716|FG621|FG650|FM650|MC66\d)/i,
      source: "AT+CGMM of the L610 (AT manual); FG621-EA (4IceG/luci-app-3ginfo-lite modem/usb/2cb70a05)",
    },
    { model: /^L610/i, source: "branded modules that keep the model and change the maker" },
  ],
  temperature: [{ request: "AT+MTSM=1", parser: "mtsm" }],
  recovery: generic.recovery,
};
