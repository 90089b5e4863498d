/**
 * A folder with `sys` and `proc` of a terminal that reaches the world by its modem and by nothing else, whatever this machine
 * has: its default route leads over a point-to-point link.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "wwan0";
/** linux/Documentation/ABI/testing/sysfs-class-net; ARPHRD_NONE, IFF_UP | IFF_POINTOPOINT | IFF_RUNNING | IFF_NOARP | IFF_LOWER_UP. */
const INTERFACE: Readonly<Record<string, string>> = {
  ifindex: "3",
  type: "65534",
  flags: "0x100d1",
  operstate: "up",
  carrier: "1",
  carrier_changes: "1",
  carrier_down_count: "0",
};
const ROUTES = `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
${NAME}\t00000000\t00000000\t0001\t0\t0\t700\t00000000\t0\t0\t0
`;

export function layMobileRoot(folder: string): string {
  const root = join(folder, "root");
  const interfaceFolder = join(root, "sys/class/net", NAME);
  mkdirSync(join(interfaceFolder, "device"), { recursive: true });
  mkdirSync(join(root, "proc/net"), { recursive: true });
  for (const [file, text] of Object.entries(INTERFACE)) writeFileSync(join(interfaceFolder, file), `${text}\n`);
  writeFileSync(join(root, "proc/net/route"), ROUTES);
  return root;
}
