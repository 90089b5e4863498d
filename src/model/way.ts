/** By what the terminal reaches the world, told from the name of the interface that carries its default route. */
import type { WayKind } from "./catalogue.ts";
import type { Scalar } from "./signal-shape.ts";

/** How drivers of modems name their interfaces. */
const modemNames: readonly { readonly name: RegExp; readonly source: string }[] = [
  { name: /^ww/, source: "systemd.net-naming-scheme(7): prefix of WWAN; drivers qmi_wwan, cdc_mbim: wwan0" },
  { name: /^ppp\d/, source: "pppd(8)" },
  { name: /^usb\d/, source: "Linux usbnet: cdc_ether and rndis_host name point-to-point devices usb%d" },
  { name: /^rmnet/, source: "Qualcomm rmnet" },
  { name: /^ccmni\d/, source: "MediaTek ccci network driver" },
  { name: /^(?:seth_lte|sipa_eth)\d/, source: "Unisoc (Spreadtrum) seth and sipa drivers" },
];

export function looksLikeModem(name: string): boolean {
  return modemNames.some((known) => known.name.test(name));
}

/** Of the others: the kernel's own names, systemd.net-naming-scheme(7), and bridges and bonds as firmware makes them. */
const shopNames: readonly (readonly [RegExp, WayKind])[] = [
  [/^(?:eth|en|br|bond)/, "cable"],
  [/^wl/, "wifi"],
];

/** Undefined for "none", and for what is neither, such as a tunnel. */
export function wayOf(name: Scalar | undefined): WayKind | undefined {
  if (typeof name !== "string") return undefined;
  return looksLikeModem(name) ? "cellular" : shopNames.find(([pattern]) => pattern.test(name))?.[1];
}
