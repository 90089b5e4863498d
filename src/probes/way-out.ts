/** Which network interface the kernel sends by when nothing more special is known: IPv4, main table. */

/** linux/include/uapi/linux/route.h */
const flagUp = 0x1;
const flagReject = 0x200;
/** A table with more lines is a router's. */
const mostLines = 256;

interface Route {
  readonly name: string;
  readonly metric: number;
}

/** `Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT`, proc(5); all but Metric hexadecimal. */
function defaultRoute(line: string): Route | undefined {
  const [name = "", destination, , flags = "", , , metric = "", mask] = line.trim().split(/\s+/);
  const set = Number.parseInt(flags, 16);
  const usable = (set & flagUp) !== 0 && (set & flagReject) === 0;
  return destination === "00000000" && mask === "00000000" && usable
    ? { name, metric: Number.parseInt(metric, 10) }
    : undefined;
}

/**
 * From the text of `/proc/net/route`: the interface of the default route, of several the one with the least metric.
 * Undefined where there is none, as on Android, whose default routes are in tables of their own.
 */
export function wayOut(routes: string): string | undefined {
  const found = routes.split("\n", mostLines).flatMap((line) => defaultRoute(line) ?? []);
  return found.toSorted((a, b) => a.metric - b.metric)[0]?.name;
}
