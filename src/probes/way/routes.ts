/**
 * The default routes of the main table, as the kernel shows them in `/proc/net/route` and `/proc/net/ipv6_route`. Android
 * keeps its routes in tables of their own: there is none here.
 */
import { SocketAddress } from "node:net";
import { join } from "node:path";
import { textIn } from "./system-text.ts";

export interface Route {
  readonly name: string;
  readonly metric: number;
  /** Address of the router; undefined on a point-to-point link. */
  readonly gateway: string | undefined;
  /** Leads half of the Internet, as VPNs do that cover the default route without touching it (0.0.0.0/1). */
  readonly isHalf: boolean;
}

/** linux/include/uapi/linux/route.h */
const flagUp = 0x1;
const flagReject = 0x200;
/** A table with more lines is a router's. */
const mostLines = 256;

function isUsable(flags: string): boolean {
  const set = Number.parseInt(flags, 16);
  return (set & flagUp) !== 0 && (set & flagReject) === 0;
}

/** The network's four bytes as the processor keeps them: least first, on everything that runs this. */
function addressV4(hex: string): string | undefined {
  const bytes = (hex.match(/[0-9A-F]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16)).toReversed();
  return bytes.length === 4 && bytes.some((byte) => byte !== 0) ? bytes.join(".") : undefined;
}

function addressV6(hex: string): string | undefined {
  const groups = hex.match(/[0-9a-f]{4}/gi) ?? [];
  if (groups.length !== 8 || /^0+$/.test(hex)) return undefined;
  // The system writes it as everybody does (RFC 5952).
  return new SocketAddress({ address: groups.join(":"), family: "ipv6" }).address;
}

/** `Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT`, proc(5); all but Metric hexadecimal. */
function routeV4(line: string): Route | undefined {
  const [name = "", destination, gateway = "", flags = "", , , metric = "", mask] = line.trim().split(/\s+/);
  if (destination !== "00000000" || !isUsable(flags)) return undefined;
  if (mask !== "00000000" && mask !== "00000080") return undefined;
  return { name, metric: Number.parseInt(metric, 10), gateway: addressV4(gateway), isHalf: mask === "00000080" };
}

/** `destination bits source bits gateway metric uses references flags interface`, all hexadecimal (net/ipv6/route.c). */
function routeV6(line: string): Route | undefined {
  const [to = "", bits, , , gateway = "", metric = "", , , flags = "", name = ""] = line.trim().split(/\s+/);
  if (!/^0{32}$/.test(to) || !isUsable(flags)) return undefined;
  if (bits !== "00" && bits !== "01") return undefined;
  return { name, metric: Number.parseInt(metric, 16), gateway: addressV6(gateway), isHalf: bits === "01" };
}

function parse(text: string, routeOf: (line: string) => Route | undefined): readonly Route[] {
  const found = text.split("\n", mostLines).flatMap((line) => routeOf(line) ?? []);
  return found.toSorted((a, b) => a.metric - b.metric);
}

/** From the texts of both tables: what leads out, best first; IPv4 before IPv6, because acquirers are on IPv4. */
export function routesOut(v4: string, v6 = ""): readonly Route[] {
  return [...parse(v4, routeV4), ...parse(v6, routeV6)];
}

/** Undefined where procfs may not be read; a machine without IPv6 has only the one table. */
export function readRoutes(root: string): readonly Route[] | undefined {
  const v4 = textIn(join(root, "proc", "net", "route"));
  return v4 === undefined ? undefined : routesOut(v4, textIn(join(root, "proc", "net", "ipv6_route")));
}
