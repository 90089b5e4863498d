/** Asks name servers for a host's address: the same packets the payment application would send, and one try only. */
import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import { systemCode } from "../base/errors.ts";

export type NameAnswer =
  | { readonly kind: "ok"; readonly address: string }
  | { readonly kind: "timeout" | "nxdomain" | "servfail" }
  /** The host is an address already. */
  | { readonly kind: "not_used"; readonly address: string };

const timeoutMs = 2_000;

/** c-ares error codes (node:dns); a server that cannot be reached has not answered. */
const meanings: Readonly<Record<string, "nxdomain" | "servfail">> = {
  ENOTFOUND: "nxdomain",
  ENODATA: "nxdomain",
  ESERVFAIL: "servfail",
  EREFUSED: "servfail",
  EFORMERR: "servfail",
  EBADRESP: "servfail",
};

/** `servers`: `address` or `address:port`; empty for those of the system. */
export async function resolveName(host: string, servers: readonly string[]): Promise<NameAnswer> {
  if (isIP(host) !== 0) return { kind: "not_used", address: host };
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (servers.length > 0) resolver.setServers(servers);
  try {
    const [address] = await resolver.resolve4(host);
    return address === undefined ? { kind: "nxdomain" } : { kind: "ok", address };
  } catch (error) {
    const code = systemCode(error);
    // Without a code it is not the resolver speaking.
    if (code === undefined) throw error;
    return { kind: meanings[code] ?? "timeout" };
  }
}
