/**
 * The serial ports of this machine that may belong to a modem, from sysfs: which USB interface stands behind each, under a
 * key that stays when numbers shift. Only looks; opens nothing.
 */
import { constants } from "node:fs";
import { access, readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { inOrder } from "../base/order.ts";
import { type LayoutBook, modemDrivers, modemVendors, noModems, type PortRole, roleOf } from "./usb-table.ts";

/** Where the system shows its devices and processes, and what is known of them. */
export interface Roots {
  readonly sys: string;
  readonly dev: string;
  readonly proc: string;
  /** What is known of USB modems; without it what comes with the program. */
  readonly layouts?: LayoutBook;
}

/** Those of this machine, or of one whose file system stands in a folder. */
export function rootsUnder(folder = "/"): Roots {
  return { sys: join(folder, "sys"), dev: join(folder, "dev"), proc: join(folder, "proc") };
}

export const systemRoots: Roots = rootsUnder();

export interface UsbInterface {
  /** `vendor:product`. */
  readonly id: string;
  /** Two hexadecimal digits. */
  readonly number: string;
  /** `class/subclass/protocol`. */
  readonly protocol: string;
  readonly driver: string | undefined;
  readonly manufacturer: string | undefined;
  readonly product: string | undefined;
}

export interface ListedPort {
  readonly path: string;
  readonly role: PortRole;
  /** `1-1.4:1.2`, the socket and the interface in it: the same after every re-enumeration. Undefined for what is not USB. */
  readonly key: string | undefined;
  readonly usb: UsbInterface | undefined;
  /**
   * `modem`: made to be one. `doubtful`: may be a printer, a PIN pad or a scanner, to which nothing is sent unasked.
   * `daemon`: a node of the system's own radio daemon. `guarded`: the same, and this process may not open it.
   */
  readonly kind: "modem" | "doubtful" | "daemon" | "guarded";
}

/** More than any terminal has. */
const mostPorts = 64;
/** Bus and socket, configuration and interface, as the kernel names a USB interface. */
const interfaceName = /^\d+-\d+(\.\d+)*:\d+\.\d+$/;
/** Qualcomm's shared memory channels, Unisoc's virtual terminals and multiplexer, MediaTek's CCCI. */
const daemonNode = /^(smd(7|8|11)|stty_lte\d+|CHNPTY\w+|ttyC\d+)$/;

const orUndefined = <T>(promise: Promise<T>): Promise<T | undefined> => promise.catch(() => undefined);

async function attribute(folder: string, name: string): Promise<string | undefined> {
  const text = await orUndefined(readFile(join(folder, name), "utf8"));
  return text?.trim() || undefined;
}

const names = async (folder: string): Promise<readonly string[]> => (await orUndefined(readdir(folder))) ?? [];

/** Folder of the USB interface above a tty; undefined when there is none. */
async function interfaceFolder(sys: string, tty: string): Promise<string | undefined> {
  let folder = (await orUndefined(realpath(join(sys, "class/tty", tty)))) ?? "/";
  while (folder !== "/" && !interfaceName.test(basename(folder))) folder = dirname(folder);
  return folder === "/" ? undefined : folder;
}

async function usbInterface(folder: string): Promise<UsbInterface> {
  const read = async (from: string, ...wanted: readonly string[]) =>
    Promise.all(wanted.map(async (name) => (await attribute(from, name)) ?? ""));
  const [number = "", ...protocol] = await read(
    folder,
    ...["bInterfaceNumber", "bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol"],
  );
  const device = dirname(folder);
  const id = (await read(device, "idVendor", "idProduct")).join(":");
  const driver = await orUndefined(realpath(join(folder, "driver")));
  return {
    id: id.toLowerCase(),
    number: number.toLowerCase(),
    protocol: protocol.join("/").toLowerCase(),
    driver: driver === undefined ? undefined : basename(driver),
    manufacturer: await attribute(device, "manufacturer"),
    product: await attribute(device, "product"),
  };
}

/** Whether another interface of the same device is a network card: what is both speaks AT. */
async function hasNetwork(folder: string): Promise<boolean> {
  const device = dirname(folder);
  const siblings = (await names(device)).filter((name) => interfaceName.test(name));
  const cards = await Promise.all(siblings.map((name) => names(join(device, name, "net"))));
  return cards.some((found) => found.length > 0);
}

async function isModem(folder: string, { id, driver }: UsbInterface): Promise<boolean> {
  if (noModems.has(id)) return false;
  const [vendor = ""] = id.split(":");
  return Object.hasOwn(modemVendors, vendor) || modemDrivers.has(driver ?? "") || (await hasNetwork(folder));
}

async function usbPort(roots: Roots, tty: string): Promise<ListedPort | undefined> {
  const folder = await interfaceFolder(roots.sys, tty);
  if (folder === undefined) return undefined;
  const usb = await usbInterface(folder);
  const role = roleOf(usb, roots.layouts);
  const kind = (await isModem(folder, usb)) ? "modem" : "doubtful";
  return { path: join(roots.dev, tty), key: basename(folder), usb, role, kind };
}

async function daemonPort(path: string): Promise<ListedPort> {
  const mayOpen = await access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  return { path, key: undefined, usb: undefined, role: "unknown", kind: mayOpen ? "daemon" : "guarded" };
}

const nameParts = (name: string): readonly [string, number] => {
  const at = name.search(/\d*$/);
  return [name.slice(0, at).toLowerCase(), Number(name.slice(at))];
};

/** Number behind the name, so that ttyUSB10 comes after ttyUSB9. */
function byName(a: string, b: string): number {
  const [[nameA, numberA], [nameB, numberB]] = [nameParts(a), nameParts(b)];
  return inOrder(nameA, nameB) || numberA - numberB;
}

/** Every port with a USB device behind it, then the radio daemon's nodes; at most 64. Never rejects. */
export async function listPorts(roots: Roots = systemRoots): Promise<readonly ListedPort[]> {
  const ttys = (await names(join(roots.sys, "class/tty"))).toSorted(byName);
  const usb = await Promise.all(ttys.map((tty) => usbPort(roots, tty)));
  const nodes = (await names(roots.dev)).filter((name) => daemonNode.test(name)).toSorted(byName);
  const daemons = await Promise.all(nodes.map((name) => daemonPort(join(roots.dev, name))));
  return [...usb.filter((port) => port !== undefined), ...daemons].slice(0, mostPorts);
}

/** The listed port to which a path leads, through links too; undefined when it is none of them. */
export async function portAt(path: string, ports: readonly ListedPort[]): Promise<ListedPort | undefined> {
  const real = (each: string) => realpath(each).catch(() => each);
  const [wanted, ...reals] = await Promise.all([path, ...ports.map((port) => port.path)].map(real));
  return ports.find((port, at) => port.path === path || reals[at] === wanted);
}

/** The device a port belongs to: its ports have the same. */
export function deviceOf({ key, path }: ListedPort): string {
  return key?.replace(/:.*$/, "") ?? path;
}
