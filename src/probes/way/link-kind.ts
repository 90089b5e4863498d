/** What kind of way an interface is, from its name and what sysfs says of it. */
import { looksLikeModem } from "../../model/way.ts";

export type LinkKind = "ethernet" | "wifi" | "cellular" | "tunnel" | "loopback" | "other";

/** linux/include/uapi/linux/if_arp.h */
const ethernetType = 1;
const loopbackType = 772;
/** ARPHRD_TUNNEL, TUNNEL6, SIT, IPGRE, IP6GRE. */
const tunnelTypes: readonly number[] = [768, 769, 776, 778, 823];

/** What the driver calls the device (`DEVTYPE=` of `uevent`); plain Ethernet says nothing. */
const deviceTypes: Readonly<Record<string, LinkKind>> = { wlan: "wifi", wwan: "cellular", wireguard: "tunnel" };

export interface LinkTraits {
  readonly name: string;
  /** The number in `type`. */
  readonly type: number | undefined;
  readonly uevent: string;
  /** Names in its folder of sysfs. */
  readonly files: readonly string[];
}

export function kindOf({ name, type, uevent, files }: LinkTraits): LinkKind {
  if (type === loopbackType) return "loopback";
  if (files.includes("wireless") || files.includes("phy80211")) return "wifi";
  if (looksLikeModem(name)) return "cellular";
  if (files.includes("tun_flags") || (type !== undefined && tunnelTypes.includes(type))) return "tunnel";
  const named = deviceTypes[/^DEVTYPE=(\S+)$/m.exec(uevent)?.[1] ?? ""];
  return named ?? (type === ethernetType ? "ethernet" : "other");
}
