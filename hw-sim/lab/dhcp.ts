/** Addresses in the shop by DHCP: Debian's dnsmasq on the router, udhcpc on the terminal. */
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Service, startService } from "./command.ts";
import { ADDRESSES } from "./state.ts";
import { SHOP_METRIC, type Topology } from "./topology.ts";

/** What udhcpc calls when it has, or loses, a lease (busybox, examples/udhcp). Says when it has done what it was called for. */
const SCRIPT = `#!/bin/sh
case "$1" in
deconfig) ip -4 addr flush dev "$interface" ;;
bound | renew)
  ip addr replace "$ip/24" dev "$interface"
  ip route replace default via "$router" dev "$interface" metric ${SHOP_METRIC}
  ;;
esac
echo "terminal: $1"
`;

export interface Dhcp {
  /** The terminal asks for an address, and there is somebody to answer or not. Resolves when it has one, or has lost it. */
  begin(server: "ok" | "silent"): Promise<void>;
  close(): Promise<void>;
}

/** Nothing but one address: no names, no files of the machine's own, and no asking around whether it is free (RFC 2131 2.2). */
async function serve({ router }: Topology, folder: string): Promise<Service> {
  const server = startService([
    ...[...router.enter, "dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--pid-file=", "--user=root"],
    ...["--port=0", "--interface=lan0", "--bind-interfaces", "--no-ping", "--log-facility=-"],
    ...[`--dhcp-range=${ADDRESSES.terminal},${ADDRESSES.terminal},12h`, "--dhcp-authoritative"],
    ...[`--dhcp-option=option:router,${ADDRESSES.gateway}`, `--dhcp-option=option:dns-server,${ADDRESSES.dns}`],
    `--dhcp-leasefile=${join(folder, "leases")}`,
  ]);
  await server.said(/DHCP, IP range/);
  return server;
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
      services = server === "ok" ? [await serve(topology, folder)] : [];
      const asking = ask();
      services = [...services, asking];
      // What it had is gone when it begins to ask.
      await asking.said(server === "ok" ? /^terminal: bound$/m : /^terminal: deconfig$/m);
    },
  };
}
