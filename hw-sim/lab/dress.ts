/**
 * A veth is no network card: sysfs shows no device behind it, no radio, and the kernel has no table of its signal. This folder
 * holds `sys` and `proc` as a terminal with real ones would see them: links to the real files, which a process in the
 * terminal's namespace follows to its own, and beside them what a veth lacks.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderStem } from "./sweep.ts";
import { wirelessTable } from "./wireless-table.ts";

/** Files of an interface that programs look at (linux/Documentation/ABI/testing/sysfs-class-net). */
const FILES = [
  ...["ifindex", "type", "flags", "operstate", "carrier", "carrier_changes", "carrier_down_count", "mtu", "address"],
  ...["statistics", "uevent", "speed", "duplex"],
] as const;
const PROC_NET = ["route", "ipv6_route", "arp", "if_inet6", "snmp", "snmp6", "netstat", "dev"] as const;

export interface Dress {
  readonly root: string;
  /** Where the sockets of the simulated wpa_supplicant go. */
  readonly wpa: string;
  /** What the kernel's table says, in dBm; null: the interface is not associated. */
  setSignal(rssi: number | null): void;
  remove(): void;
}

export function dress(uplink: "eth0" | "wlan0", mobile: boolean): Dress {
  const root = mkdtempSync(join(tmpdir(), folderStem(process.pid)));
  const net = join(root, "sys/class/net");
  const proc = join(root, "proc/net");
  const wpa = join(root, "wpa");
  for (const folder of [net, proc, wpa]) mkdirSync(folder, { recursive: true });
  symlinkSync("/sys/class/net/lo", join(net, "lo"));
  for (const name of [uplink, ...(mobile ? ["wwan0"] : [])]) {
    mkdirSync(join(net, name, "device"), { recursive: true });
    for (const file of FILES) symlinkSync(`/sys/class/net/${name}/${file}`, join(net, name, file));
  }
  if (uplink === "wlan0") mkdirSync(join(net, uplink, "wireless"));
  for (const file of PROC_NET) symlinkSync(`/proc/net/${file}`, join(proc, file));
  const table = join(proc, "wireless");
  const setSignal = (rssi: number | null): void => {
    if (uplink !== "wlan0") return;
    // Whoever reads sees the whole table, the old one or the new one.
    writeFileSync(`${table}.new`, wirelessTable(uplink, rssi));
    renameSync(`${table}.new`, table);
  };
  return { root, wpa, setSignal, remove: () => rmSync(root, { recursive: true, force: true }) };
}
