/** Three machines and what joins them: terminal ─ cable or WLAN ─ router ─ long line ─ world; and terminal ─ carrier ─ world. */
import { addNamespace, type Namespace } from "./namespace.ts";
import { ADDRESSES, type LabOptions } from "./state.ts";

export interface Topology {
  readonly terminal: Namespace;
  readonly router: Namespace;
  readonly world: Namespace;
  /** The terminal's interface to the router. */
  readonly uplink: "eth0" | "wlan0";
}

const { terminal: own, gateway, host, hostAlt, reference, dns, dnsAlt, mobile, carrier } = ADDRESSES;

/** Routes of this metric are preferred to those of the mobile network. */
export const SHOP_METRIC = 100;
const MOBILE_METRIC = 700;

/** Names of namespaces are the machine's own: the process tells labs apart, and stale ones. */
export function namesOf(number: number): Readonly<Record<"terminal" | "router" | "world", string>> {
  const stem = `pdlab${process.pid}n${number}`;
  return { terminal: `${stem}t`, router: `${stem}r`, world: `${stem}w` };
}

export async function buildTopology(number: number, { uplink, mobile: second }: LabOptions): Promise<Topology> {
  const names = namesOf(number);
  const link = uplink === "eth" ? "eth0" : "wlan0";
  const [terminal, router, world] = await Promise.all([
    addNamespace(names.terminal),
    addNamespace(names.router),
    addNamespace(names.world),
  ]);
  await terminal.ip(
    "link set lo up",
    `link add ${link} type veth peer name lan0 netns ${names.router}`,
    `link set ${link} up`,
    ...(second ? [`link add wwan0 type veth peer name mob0 netns ${names.world}`] : []),
    ...(second ? ["link set wwan0 up", `addr add ${mobile}/24 dev wwan0`] : []),
  );
  await Promise.all([
    router.ip("link set lo up", `addr add ${gateway}/24 dev lan0`, "link set lan0 up"),
    router.sysctl("net.ipv4.ip_forward=1"),
    world.ip(
      "link set lo up",
      ...[host, hostAlt, reference, dns, dnsAlt].map((address) => `addr add ${address}/32 dev lo`),
      ...(second ? [`addr add ${carrier}/24 dev mob0`, "link set mob0 up"] : []),
    ),
  ]);
  if (second) await terminal.ip(`route add default via ${carrier} dev wwan0 metric ${MOBILE_METRIC}`);
  return { terminal, router, world, uplink: link };
}

/** When the long line is there: routes over it. */
export async function joinLine({ router, world }: Topology): Promise<void> {
  await Promise.all([
    router.ip("link set wan0 up", "route add default dev wan0"),
    world.ip("link set wan0 up", "route add 192.168.8.0/24 dev wan0"),
  ]);
}

export function addressLines({ uplink }: Topology): readonly string[] {
  return [
    `addr replace ${own}/24 dev ${uplink}`,
    `route replace default via ${gateway} dev ${uplink} metric ${SHOP_METRIC}`,
  ];
}
