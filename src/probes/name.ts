/** Asks name servers for a host's address: the same packets the payment application would send, and one try only (level 1). */
import { Resolver } from "node:dns/promises";
import { isIP, SocketAddress } from "node:net";
import { systemCode } from "../base/errors.ts";
import { absent, type Reading, reading } from "../model/reading.ts";

/** A question and an answer for each of A and AAAA, with room for several addresses. */
export const nameCost = { connections: 0, bytes: 500 } as const;

export type NameAnswer =
  | { readonly kind: "ok"; readonly address: string; readonly addresses: readonly string[] }
  | { readonly kind: "timeout" | "nxdomain" | "servfail" }
  /** The host is an address already. */
  | { readonly kind: "not_used"; readonly address: string; readonly addresses: readonly string[] };

/** `any`: IPv6 is asked for only where the name has no IPv4 address, because acquirers are on IPv4. */
export type Family = "4" | "6" | "any";

/** Of one server; of the few that are asked, one after the other. */
const timeoutMs = 2_000;
const mostServers = 3;
/** What a DNS message over UDP has room for (RFC 1035 4.2.1); a longer answer is not a host's. */
const mostAddresses = 16;

/** c-ares error codes (node:dns); a server that cannot be reached has not answered. */
const meanings: Readonly<Record<string, "nxdomain" | "servfail">> = {
  ENOTFOUND: "nxdomain",
  ENODATA: "nxdomain",
  EBADNAME: "nxdomain",
  ESERVFAIL: "servfail",
  EREFUSED: "servfail",
  EFORMERR: "servfail",
  ENOTIMP: "servfail",
  EBADRESP: "servfail",
};

async function look(resolver: Resolver, host: string, family: Family): Promise<readonly string[]> {
  if (family === "6") return resolver.resolve6(host);
  try {
    return await resolver.resolve4(host);
  } catch (error) {
    // The name exists and has no IPv4 address.
    if (family === "any" && systemCode(error) === "ENODATA") return resolver.resolve6(host);
    throw error;
  }
}

/** `servers`: `address` or `address:port`, of which three are asked; empty for those of the system, as they are now. */
export async function resolveName(
  host: string,
  servers: readonly string[],
  family: Family = "any",
): Promise<NameAnswer> {
  if (isIP(host) !== 0) return { kind: "not_used", address: host, addresses: [host] };
  // Made anew each time: c-ares reads /etc/resolv.conf when a resolver is made, and never again.
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  const asked = servers.length > 0 ? servers : resolver.getServers();
  if (servers.length > 0 || asked.length > mostServers) resolver.setServers(asked.slice(0, mostServers));
  try {
    const addresses = (await look(resolver, host, family)).slice(0, mostAddresses);
    const [address] = addresses;
    return address === undefined ? { kind: "nxdomain" } : { kind: "ok", address, addresses };
  } catch (error) {
    const code = systemCode(error);
    // Without a code it is not the resolver speaking.
    if (code === undefined) throw error;
    return { kind: meanings[code] ?? "timeout" };
  }
}

/** One spelling for each address; IPv6 has many (RFC 5952). */
function spelled(address: string): string {
  return isIP(address) === 6 ? new SocketAddress({ address, family: "ipv6" }).address : address;
}

/**
 * `net.dns_agrees`: whether one of the addresses that the system was given is known, from the configuration or from another
 * server. Absent while there is nothing to compare.
 */
export function compareNames(answer: NameAnswer, known: readonly string[], atMs: number): readonly Reading[] {
  if (answer.kind !== "ok" || known.length === 0) return [absent("net.dns_agrees", atMs)];
  const ours = answer.addresses.map(spelled);
  return [
    reading(
      "net.dns_agrees",
      known.map(spelled).some((address) => ours.includes(address)),
      atMs,
    ),
  ];
}
