import type { VendorProfile } from "../profile.ts";
import { generic } from "./generic.ts";
import { quectel } from "./quectel.ts";

/** EC200, EC600, EG912 and their like, on ASR chips: EC200x AT manual. */
export const quectelAsr: VendorProfile = {
  ...quectel,
  id: "quectel_asr",
  name: "Quectel on ASR (EC200, EC600)",
  match: [
    {
      manufacturer: /^quectel/i,
      model: /^(E[CG][126]00|EC800|EG800|EG912|UC200)/i,
      source: "AT+CGMM of the EC200T (4IceG/luci-app-3ginfo-lite modem/usb/2c7c6026), EC200x AT manual 2.5",
    },
  ],
  // +QENG first: +QCSQ is not in the EC200T's set.
  radio: [
    { request: 'AT+QENG="servingcell"', parser: "qeng" },
    { request: "AT+QCSQ", parser: "qcsq" },
    ...generic.radio,
  ],
  // The manual of the EC200x has no sensor.
  temperature: [],
};
