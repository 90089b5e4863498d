/** By what the terminal reaches the world, told from the name of the interface that carries its default route. */
import type { WayKind } from "./catalogue.ts";
import type { Scalar } from "./signal-shape.ts";

/** How drivers and systemd name their interfaces: systemd.net-naming-scheme(7), pppd(8), Linux usbnet, Qualcomm, MediaTek, Unisoc. */
const names: readonly (readonly [RegExp, WayKind])[] = [
  [/^(?:ww|ppp\d|usb\d|rmnet|ccmni\d|(?:seth_lte|sipa_eth)\d)/, "cellular"],
  [/^(?:eth|en|br|bond)/, "cable"],
  [/^wl/, "wifi"],
];

/** Undefined for "none", and for what is neither, such as a tunnel. */
export function wayOf(name: Scalar | undefined): WayKind | undefined {
  return typeof name === "string" ? names.find(([pattern]) => pattern.test(name))?.[1] : undefined;
}
