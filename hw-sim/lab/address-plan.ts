/** What is entered on the terminal by hand: its addresses, and where everything goes that is not for the shop. */
import { ADDRESSES, type LabState } from "./state.ts";
import { SHOP_METRIC, type Topology } from "./topology.ts";

const { terminal: own, terminal6: own6, gateway, gateway6, astray, astray6 } = ADDRESSES;

/** IPv4 only where no lease brings it. */
export async function enterAddresses({ terminal, uplink, ipv6 }: Topology, byHand: boolean): Promise<void> {
  const lines = [
    ...(byHand ? [`addr replace ${own}/24 dev ${uplink}`] : []),
    ...(ipv6 ? [`addr replace ${own6}/64 dev ${uplink} nodad`] : []),
  ];
  if (lines.length > 0) await terminal.ip(...lines);
}

export async function enterRoute({ terminal, uplink, ipv6 }: Topology, route: LabState["route"]): Promise<void> {
  const to = (via: string): string => `route replace default via ${via} dev ${uplink} metric ${SHOP_METRIC}`;
  // Unlike `del`, `flush` does not mind that there is none; nor would it change one.
  const none = `route flush exact default dev ${uplink}`;
  await terminal.ip(route === "none" ? none : to(route === "ok" ? gateway : astray));
  if (ipv6) await terminal.ip6(route === "none" ? none : to(route === "ok" ? gateway6 : astray6));
}
