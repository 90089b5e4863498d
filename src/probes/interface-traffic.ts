/**
 * Bytes through the network interface of the modem, as the kernel counts them, and whether it is the terminal's way out:
 * three small files of sysfs and one of procfs, twice a minute.
 * Sends nothing. Where the data does not go through a network interface of this machine there is nothing to count.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../base/clock.ts";
import { systemCode } from "../base/errors.ts";
import type { Probe } from "./probe.ts";
import { wayOut } from "./way-out.ts";

interface InterfaceBytes {
  readonly name: string;
  /** Given anew whenever an interface is made (linux/Documentation/ABI/testing/sysfs-class-net). */
  readonly index: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
}

export interface InterfaceTraffic extends InterfaceBytes {
  /** Whether the default route leads through it; undefined where there is no default route to be seen. */
  readonly isWayOut: boolean | undefined;
}

export interface InterfaceTrafficOptions {
  /** Holds `sys` and `proc`; `/`, or a test's own. */
  readonly root: string;
  /** Undefined: the busiest of those that look like a modem's. */
  readonly name: string | undefined;
  readonly clock: Clock;
  onTraffic(traffic: InterfaceTraffic): void;
}

const periodMs = 30_000;
/** Qualcomm phones have some dozens of rmnet interfaces. */
const mostInterfaces = 64;

/** How drivers of modems name their interfaces. */
const modemNames: readonly { readonly name: RegExp; readonly source: string }[] = [
  { name: /^ww/, source: "systemd.net-naming-scheme(7): prefix of WWAN; drivers qmi_wwan, cdc_mbim: wwan0" },
  { name: /^ppp\d/, source: "pppd(8)" },
  { name: /^usb\d/, source: "Linux usbnet: cdc_ether and rndis_host name point-to-point devices usb%d" },
  { name: /^rmnet/, source: "Qualcomm rmnet" },
  { name: /^ccmni\d/, source: "MediaTek ccci network driver" },
  { name: /^(?:seth_lte|sipa_eth)\d/, source: "Unisoc (Spreadtrum) seth and sipa drivers" },
];

export function looksLikeModem(name: string): boolean {
  return modemNames.some((known) => known.name.test(name));
}

async function numberIn(...path: readonly string[]): Promise<number> {
  return Number.parseInt(await readFile(join(...path), "utf8"), 10);
}

/** Undefined when there is no such interface, or it went while it was read. */
async function readInterface(folder: string, name: string): Promise<InterfaceBytes | undefined> {
  try {
    const [index, sentBytes, receivedBytes] = await Promise.all([
      numberIn(folder, name, "ifindex"),
      numberIn(folder, name, "statistics", "tx_bytes"),
      numberIn(folder, name, "statistics", "rx_bytes"),
    ]);
    const whole = [index, sentBytes, receivedBytes].every(Number.isSafeInteger);
    return whole ? { name, index, sentBytes, receivedBytes } : undefined;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(looksLikeModem).slice(0, mostInterfaces);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return [];
  }
}

async function routesIn(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    // Android keeps it from applications.
    if (systemCode(error) === undefined) throw error;
    return "";
  }
}

const total = ({ sentBytes, receivedBytes }: InterfaceBytes): number => sentBytes + receivedBytes;

export function createInterfaceTraffic({ root, name, clock, onTraffic }: InterfaceTrafficOptions): Probe {
  const folder = join(root, "sys", "class", "net");

  async function look(): Promise<void> {
    const names = name === undefined ? await namesIn(folder) : [name];
    const found = await Promise.all(names.map((each) => readInterface(folder, each)));
    const [busiest] = found.filter((each) => each !== undefined).toSorted((a, b) => total(b) - total(a));
    if (!busiest) return;
    const out = wayOut(await routesIn(join(root, "proc", "net", "route")));
    onTraffic({ ...busiest, isWayOut: out === undefined ? undefined : out === busiest.name });
  }

  return {
    id: "interface-traffic",
    run: async (stop) => {
      while (!stop.aborted) {
        await look();
        await clock.sleep(periodMs, stop);
      }
    },
    setPace: () => {},
  };
}
