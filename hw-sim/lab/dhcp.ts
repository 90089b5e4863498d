/** Addresses in the shop by DHCP: Debian's dnsmasq on the router, udhcpc on the terminal. */
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Service, startService } from "./command.ts";
import { ADDRESSES } from "./state.ts";
import { SHOP_METRIC, type Topology } from "./topology.ts";

/** What udhcpc calls when it has, or loses, a lease (busybox, examples/udhcp). */
const SCRIPT = `#!/bin/sh
case "$1" in
deconfig) ip addr flush dev "$interface" ;;
bound | renew)
  ip addr replace "$ip/24" dev "$interface"
  ip route replace default via "$router" dev "$interface" metric ${SHOP_METRIC}
  ;;
esac
`;

export interface Dhcp {
  /** The terminal asks for an address, and there is somebody to answer or not. Resolves when it has one, or without waiting. */
  begin(server: "ok" | "silent"): Promise<void>;
  close(): Promise<void>;
}

/** Nothing but addresses: no names, no files of the machine's own. */
function serve({ router }: Topology, folder: string): Service {
  return startService([
    ...router.enter,
    ...[
      "dnsmasq",
      "--keep-in-foreground",
      "--conf-file=/dev/null",
      "--port=0",
      "--interface=lan0",
      "--bind-interfaces",
    ],
    ...["--dhcp-range=192.168.8.20,192.168.8.29,12h", `--dhcp-option=option:router,${ADDRESSES.gateway}`],
    ...[`--dhcp-leasefile=${join(folder, "leases")}`, "--dhcp-authoritative", "--log-facility=-", "--user=root"],
    "--pid-file=",
  ]);
}

export function createDhcp(topology: Topology, folder: string): Dhcp {
  const { terminal, uplink } = topology;
  const script = join(folder, "udhcpc.script");
  writeFileSync(script, SCRIPT);
  chmodSync(script, 0o755);
  let services: readonly Service[] = [];
  const ask = (): Service =>
    startService([...terminal.enter, "udhcpc", "-f", "-i", uplink, "-s", script, "-t", "3", "-T", "1", "-A", "3"]);
  const close = async (): Promise<void> => {
    await Promise.all(services.map((service) => service.end()));
    services = [];
  };
  return {
    close,
    begin: async (server) => {
      await close();
      const asking = ask();
      services = server === "ok" ? [serve(topology, folder), asking] : [asking];
      if (server === "ok") await asking.said(/lease of .* obtained/);
    },
  };
}
