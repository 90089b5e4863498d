/**
 * Single sign-on by a proxy in front: it says in a header who asks. Believed only when the connection comes from an address that the
 * operator named; from anywhere else the header is no more than a text that anybody can write.
 */
import { BlockList, isIP } from "node:net";
import { AgentError } from "../base/errors.ts";
import { namePattern } from "./fields.ts";

export interface ProxyTrust {
  /** Lower case, as Node has names of headers. Undefined: it says nothing of who asks. */
  readonly userHeader: string | undefined;
  /** Whether a connection from there is the proxy's. */
  trusts(address: string | undefined): boolean;
}

export const noProxy: ProxyTrust = { userHeader: undefined, trusts: () => false };

/** IPv4 that came in over an IPv6 socket. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

function addTo(list: BlockList, said: string): void {
  const [, address = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(said) ?? [];
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  const length = bits === undefined ? most : Number(bits);
  if (family === 0 || length > most)
    throw new AgentError("USAGE", `--trust-from ${JSON.stringify(said)} is no address`);
  list.addSubnet(address, length, family === 4 ? "ipv4" : "ipv6");
}

/** `from`: addresses, or networks as `10.0.0.0/8`. @throws AgentError USAGE */
export function createProxyTrust(userHeader: string | undefined, from: readonly string[]): ProxyTrust {
  const list = new BlockList();
  for (const said of from) addTo(list, said);
  return {
    userHeader: userHeader?.toLowerCase(),
    trusts: (address) => {
      const known = plain(address ?? "");
      const family = isIP(known);
      return family !== 0 && list.check(known, family === 4 ? "ipv4" : "ipv6");
    },
  };
}

/** The name that the proxy tells; undefined when it tells none, or none that could be. */
export function saidUser(
  { userHeader, trusts }: ProxyTrust,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  address: string | undefined,
): string | undefined {
  const said = userHeader === undefined ? undefined : headers[userHeader];
  return typeof said === "string" && trusts(address) && namePattern.test(said) ? said : undefined;
}

/** Whose address counts for limits: the proxy's own says nothing. */
export function addressOf(
  { trusts }: ProxyTrust,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  address = "",
): string {
  const forwarded = headers["x-forwarded-for"];
  const last = typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  return last !== undefined && isIP(last) !== 0 && trusts(address) ? last : plain(address);
}
