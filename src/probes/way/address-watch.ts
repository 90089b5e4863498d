/**
 * Whether the way has an address, and whether DHCP gave it. An address takes a moment to come: one that is missing is worth a
 * Reading only after the client's first two requests must have been answered (RFC 2131 4.1: 4 and 8 seconds).
 */
import { isIPv4 } from "node:net";
import type { Clock } from "../../base/clock.ts";
import { measured, type Reading } from "../../model/reading.ts";
import { isLeased } from "./lease.ts";
import type { Link } from "./links.ts";
import { isLan } from "./way.ts";

const patienceMs = 12_000;
const recheckMs = 60_000;

interface Verdict {
  readonly assigned?: boolean;
  readonly dhcp?: "ok" | "timeout" | undefined;
}

export interface AddressWatch {
  /** `addresses`: those of the link that reach further than it; undefined where they cannot be had. */
  see(link: Link | undefined, addresses: readonly string[] | undefined): readonly Reading[];
}

export function createAddressWatch(root: string, clock: Clock): AddressWatch {
  let missing: { readonly index: number; readonly sinceMs: number } | undefined;
  let checked = { address: "", leased: false, atMs: Number.NEGATIVE_INFINITY };

  /** A client may write its file some time after it has set the address. */
  function isGiven(address: string): boolean {
    const nowMs = clock.monoMs();
    const old = !checked.leased && nowMs - checked.atMs >= recheckMs;
    if (checked.address !== address || old) checked = { address, leased: isLeased(root, address), atMs: nowMs };
    return checked.leased;
  }

  function isLongMissing({ index }: Link): boolean {
    if (missing?.index !== index) missing = { index, sinceMs: clock.monoMs() };
    return clock.monoMs() - missing.sinceMs >= patienceMs;
  }

  /** Undefined where nobody says who gave it. */
  function source({ kind }: Link, [address]: readonly string[]): "ok" | undefined {
    return isLan(kind) && address !== undefined && isIPv4(address) && isGiven(address) ? "ok" : undefined;
  }

  function judge(link: Link, addresses: readonly string[]): Verdict {
    if (addresses.length > 0) {
      missing = undefined;
      return { assigned: true, dhcp: source(link, addresses) };
    }
    if (!isLongMissing(link)) return {};
    return { assigned: false, dhcp: isLan(link.kind) ? "timeout" : undefined };
  }

  return {
    see: (link, addresses) => {
      // A dead link hides its addresses.
      const visible = link?.isReady === true && addresses !== undefined;
      if (!visible) missing = undefined;
      const { assigned, dhcp } = visible ? judge(link, addresses) : {};
      const nowMs = clock.monoMs();
      return [measured("net.ip_assigned", assigned, nowMs), measured("lan.dhcp", dhcp, nowMs)];
    },
  };
}
