/** The kernel's ARP table, `/proc/net/arp`: whether an address on the link is known to be there. */
import { join } from "node:path";
import { textIn } from "./system-text.ts";

/** linux/include/uapi/linux/if_arp.h */
const flagComplete = 0x2;

/**
 * `incomplete`: asked for, and nobody answered. `complete` may be old: the kernel believes it for up to 45 s, and some 8 s
 * longer while it asks again (neigh_timer_handler in net/core/neighbour.c). `unknown`: no entry, or no table.
 */
export type Neighbour = "complete" | "incomplete" | "unknown";

/** `IP address, HW type, Flags, HW address, Mask, Device`, proc(5). IPv6 neighbours are in no file. */
export function neighbourIn(text: string, address: string, name: string): Neighbour {
  for (const line of text.split("\n")) {
    const [ip, , flags = "", , , device] = line.trim().split(/\s+/);
    if (ip !== address || device !== name) continue;
    return (Number.parseInt(flags, 16) & flagComplete) !== 0 ? "complete" : "incomplete";
  }
  return "unknown";
}

export function neighbour(root: string, address: string, name: string): Neighbour {
  return neighbourIn(textIn(join(root, "proc", "net", "arp")) ?? "", address, name);
}
