/**
 * The machines and what joins them: terminal ─ cable or WLAN ─ router ─ long line ─ world, and terminal ─ carrier ─ long line ─
 * world. Routers stand where the long lines begin; the world is one machine that has everybody's address.
 */
import { addNamespace, type Namespace } from "./namespace.ts";
import { ADDRESSES, type LabOptions } from "./state.ts";

export interface Topology {
  readonly terminal: Namespace;
  readonly router: Namespace;
  /** There with a second way only. */
  readonly carrier: Namespace | undefined;
  readonly world: Namespace;
  /** The terminal's interface to the router. */
  readonly uplink: "eth0" | "wlan0";
  readonly ipv6: boolean;
}

const { gateway, gateway6, host, hostAlt, reference, dns, dnsAlt, mobile, carrier, host6, reference6 } = ADDRESSES;

/** Routes of this metric are preferred to those of the mobile network. */
export const SHOP_METRIC = 100;
const MOBILE_METRIC = 700;
/** The terminal's own: supplicant and ARP tables tell the same story in every lab. */
export const TERMINAL_MAC = "02:00:00:00:08:20";
const GATEWAY_MAC = "02:00:00:00:08:01";
/** Both ends of the provider's line. */
const WAN_NEAR = "192.0.2.2";
const WAN_FAR = "192.0.2.1";

/** Names of namespaces are the machine's own: they tell whose lab it is, so that the next one clears what a dead one left. */
export function stemOf(pid: number, number: number): string {
  return `pdlab${pid}n${number}`;
}

export async function addMachines(number: number, { uplink, mobile, ipv6 = false }: LabOptions): Promise<Topology> {
  const stem = stemOf(process.pid, number);
  const [terminal, router, world, carrier] = await Promise.all([
    addNamespace(`${stem}t`),
    addNamespace(`${stem}r`),
    addNamespace(`${stem}w`),
    mobile ? addNamespace(`${stem}c`) : undefined,
  ]);
  // By itself a kernel looks for IPv6 neighbours and routers, and its packets would have a share in the dice of the long lines.
  if (!ipv6) for (const each of [router, world, carrier]) each?.sysctl("net/ipv6/conf/default/disable_ipv6", 1);
  return { terminal, router, carrier, world, uplink: uplink === "eth" ? "eth0" : "wlan0", ipv6 };
}

/** Cables, addresses, and routers that forward; the long lines are not there yet. */
export async function cableUp(topology: Topology): Promise<void> {
  const { terminal, router, carrier: second, world, uplink, ipv6 } = topology;
  await terminal.ip(
    "link set lo up",
    `link add ${uplink} address ${TERMINAL_MAC} type veth peer name lan0 address ${GATEWAY_MAC} netns ${router.name}`,
    `link set ${uplink} up`,
    ...(second ? [`link add wwan0 type veth peer name mob0 netns ${second.name}`] : []),
    ...(second ? ["link set wwan0 up", `addr add ${mobile}/24 dev wwan0`] : []),
  );
  for (const each of [router, second]) each?.sysctl("net/ipv4/ip_forward", 1);
  if (ipv6) {
    router.sysctl("net/ipv6/conf/all/forwarding", 1);
    router.sysctl("net/ipv6/conf/lan0/keep_addr_on_down", 1);
    router.sysctl("net/ipv6/conf/lan0/accept_dad", 0);
  }
  await Promise.all([
    router.ip(
      "link set lo up",
      `addr add ${gateway}/24 dev lan0`,
      ...inV6(ipv6, `addr add ${gateway6}/64 dev lan0 nodad`),
    ),
    second?.ip("link set lo up", `addr add ${carrier}/24 dev mob0`, "link set mob0 up"),
    world.ip(
      "link set lo up",
      ...[host, hostAlt, reference, dns, dnsAlt].map((address) => `addr add ${address}/32 dev lo`),
      ...inV6(ipv6, ...[host6, reference6].map((address) => `addr add ${address}/128 dev lo nodad`)),
    ),
  ]);
  await router.ip("link set lan0 up");
  if (second) await terminal.ip(`route add default via ${carrier} dev wwan0 metric ${MOBILE_METRIC}`);
}

function inV6(ipv6: boolean, ...lines: readonly string[]): readonly string[] {
  return ipv6 ? lines : [];
}

/** When the long lines are there: routes over them. */
export async function joinLines({ router, carrier: second, world, ipv6 }: Topology): Promise<void> {
  await Promise.all([
    router.ip(
      ...["link set wan0 up", `addr add ${WAN_NEAR}/30 dev wan0`, `route add default via ${WAN_FAR} dev wan0`],
      ...inV6(ipv6, "route add 2001:db8::/32 dev wan0"),
    ),
    second?.ip("link set wan0 up", "route add default dev wan0"),
    world.ip(
      ...["link set wan0 up", `addr add ${WAN_FAR}/30 dev wan0`],
      ...inV6(ipv6, "route add 2001:db8:8::/64 dev wan0"),
      ...(second ? ["link set wan1 up", "route add 100.64.0.0/24 dev wan1"] : []),
    ),
  ]);
}
