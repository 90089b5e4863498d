/**
 * Bytes through the network interface of the modem, as the kernel counts them, and whether it is the terminal's way out.
 * Where the data does not go through a network interface of this machine there is nothing to count.
 */
import { join } from "node:path";
import type { Clock } from "../../base/clock.ts";
import type { Link } from "./links.ts";
import { numberIn } from "./system-text.ts";

export interface LinkBytes {
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

export interface InterfaceTraffic extends LinkBytes {
  readonly name: string;
  /** Given anew whenever an interface is made (linux/Documentation/ABI/testing/sysfs-class-net). */
  readonly index: number;
  /** Whether the default route leads through it; undefined where there is no default route to be seen. */
  readonly isWayOut: boolean | undefined;
}

/** Undefined when there is no such interface, or it went while it was read. */
export function bytesOf(root: string, name: string): LinkBytes | undefined {
  const folder = join(root, "sys", "class", "net", name, "statistics");
  const [sentBytes, receivedBytes] = ["tx_bytes", "rx_bytes"].map((file) => numberIn(join(folder, file)));
  return sentBytes === undefined || receivedBytes === undefined ? undefined : { sentBytes, receivedBytes };
}

const total = ({ sentBytes, receivedBytes }: LinkBytes): number => sentBytes + receivedBytes;

/** Of the interface that is named, or the busiest of those of a modem. */
function modemBytes({ root, name }: ModemCounterOptions, links: readonly Link[]): Counted | undefined {
  const meant = links.filter((link) => (name === undefined ? link.kind === "cellular" : link.name === name));
  const found = meant.flatMap((link) => {
    const bytes = bytesOf(root, link.name);
    return bytes ? [{ name: link.name, index: link.index, ...bytes }] : [];
  });
  return found.toSorted((a, b) => total(b) - total(a))[0];
}

type Counted = Omit<InterfaceTraffic, "isWayOut">;

const periodMs = 30_000;

export interface ModemCounterOptions {
  readonly root: string;
  /** Undefined: the busiest of those that look like a modem's. */
  readonly name: string | undefined;
  readonly clock: Clock;
  onTraffic(traffic: InterfaceTraffic): void;
}

export interface ModemCounter {
  /** Counts, at most every 30 s. `out`: the interface of the default route, where there is one to be seen. */
  count(links: readonly Link[], out: string | undefined): void;
}

export function createModemCounter(options: ModemCounterOptions): ModemCounter {
  const { clock } = options;
  let countedMs = Number.NEGATIVE_INFINITY;
  return {
    count: (links, out) => {
      if (clock.monoMs() - countedMs < periodMs) return;
      countedMs = clock.monoMs();
      const busiest = modemBytes(options, links);
      if (busiest) options.onTraffic({ ...busiest, isWayOut: out === undefined ? undefined : out === busiest.name });
    },
  };
}
