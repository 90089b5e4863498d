/** Addresses as node:os tells them. */
import { isIPv6 } from "node:net";
import type { AddressTable } from "../../../src/probes/way/addresses.ts";

export function tableOf(addresses: Readonly<Record<string, readonly string[]>>): AddressTable {
  const rest = { netmask: "", mac: "", internal: false, cidr: null } as const;
  return Object.fromEntries(
    Object.entries(addresses).map(([name, list]) => [
      name,
      list.map((address) =>
        isIPv6(address)
          ? { ...rest, address, family: "IPv6" as const, scopeid: 0 }
          : { ...rest, address, family: "IPv4" as const },
      ),
    ]),
  );
}
