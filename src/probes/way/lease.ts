/**
 * Whether an address was given by a DHCP server: clients keep what they were given in files of their own. A client that keeps
 * none (busybox udhcpc leaves it to its script) says nothing, and so does a file that may not be read.
 */
import { join } from "node:path";
import { namesIn, textIn } from "./system-text.ts";

const folders: readonly { readonly path: string; readonly files: RegExp; readonly source: string }[] = [
  { path: "run/systemd/netif/leases", files: /^\d+$/, source: "systemd-networkd, sd-dhcp-lease.c: ADDRESS=" },
  { path: "var/lib/NetworkManager", files: /\.lease$/, source: "NetworkManager, internal client: ADDRESS=" },
  { path: "var/lib/dhcp", files: /\.leases?$/, source: "dhclient.leases(5), Debian: fixed-address" },
  { path: "var/lib/dhclient", files: /\.leases?$/, source: "dhclient.leases(5), Red Hat: fixed-address" },
];
const mostFiles = 16;

function filesIn(root: string): readonly string[] {
  const found = folders.flatMap(({ path, files }) => {
    const names = namesIn(join(root, path)) ?? [];
    return names.filter((name) => files.test(name)).map((name) => join(root, path, name));
  });
  return found.slice(0, mostFiles);
}

/** `root` holds `run` and `var`. */
export function isLeased(root: string, address: string): boolean {
  const wanted = new RegExp(`(?:^ADDRESS=|fixed-address )${address.replaceAll(".", "\\.")}(?:;|$)`, "m");
  return filesIn(root).some((path) => wanted.test(textIn(path) ?? ""));
}
