/**
 * What Linux shows of a USB modem under /sys and /dev, as a folder that programs can be pointed at: for each port a
 * `class/tty/ttyUSBn` that leads to `devices/…/<socket>:1.<interface>/ttyUSBn`, with the interface's and the device's
 * attributes above it (Documentation/ABI/stable/sysfs-bus-usb), and a `dev/ttyUSBn`.
 */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { UsbFace } from "./persona.ts";

export interface TreePort {
  /** Interface number on USB. */
  readonly interface: number;
  /** ttyUSB0 and so on. */
  readonly tty: string;
  /** Where `dev/<tty>` leads. */
  readonly target: string;
}

/** Bus 1, hub port 2, socket 4: any place will do, as long as it stays the same. */
const SOCKET = "1-2.4";
const DEVICE = `devices/platform/soc/usb1/1-2/${SOCKET}`;
const DRIVER = "bus/usb/drivers/option";

/** Makes `dir/sys` and `dir/dev` show these ports and nothing else. `devnum` grows with every time on the bus. */
export function writeSysTree(dir: string, usb: UsbFace, bus: { devnum: number; ports: readonly TreePort[] }): void {
  clearSysTree(dir);
  const sys = join(dir, "sys");
  for (const folder of [join(sys, "class/tty"), join(sys, DEVICE), join(sys, DRIVER), join(dir, "dev")])
    mkdirSync(folder, { recursive: true });
  writeAttributes(join(sys, DEVICE), {
    idVendor: usb.vendor,
    idProduct: usb.product,
    manufacturer: usb.manufacturer,
    product: usb.name,
    serial: "0123456789ABCDEF",
    busnum: "1",
    devnum: String(bus.devnum),
  });
  for (const port of bus.ports) writePort(dir, port);
}

/** No modem on the bus: the folders stay, empty. */
export function clearSysTree(dir: string): void {
  for (const folder of [join(dir, "sys"), join(dir, "dev")]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
}

/** Both folders are gone. */
export function removeSysTree(dir: string): void {
  for (const folder of [join(dir, "sys"), join(dir, "dev")]) rmSync(folder, { recursive: true, force: true });
}

function writePort(dir: string, { interface: number, tty, target }: TreePort): void {
  const sys = join(dir, "sys");
  const face = join(sys, DEVICE, `${SOCKET}:1.${number}`);
  const shown = join(face, tty, "tty", tty);
  mkdirSync(shown, { recursive: true });
  writeAttributes(face, {
    bInterfaceNumber: number.toString(16).padStart(2, "0"),
    // Vendor specific, as option(4) modems have it.
    bInterfaceClass: "ff",
    bInterfaceSubClass: "00",
    bInterfaceProtocol: "00",
  });
  link(join(face, "driver"), join(sys, DRIVER));
  link(join(shown, "device"), join(face, tty));
  link(join(sys, "class/tty", tty), shown);
  symlinkSync(target, join(dir, "dev", tty));
}

function writeAttributes(folder: string, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) writeFileSync(join(folder, name), `${value}\n`);
}

/** Relative, as in /sys, so that the tree may be moved. */
function link(from: string, to: string): void {
  symlinkSync(relative(dirname(from), to), from);
}
