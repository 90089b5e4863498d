/** Folders that look like /sys, /dev and /proc of a machine with USB modems, as Linux 6.1 shows them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Roots } from "../../src/modem/ports.ts";

export interface FakeInterface {
  /** Two hexadecimal digits. */
  readonly number: string;
  readonly tty?: string;
  readonly driver?: string;
  readonly protocol?: string;
  readonly net?: string;
}

export interface FakeDevice {
  /** `1-1`: bus and socket. */
  readonly socket: string;
  readonly id: string;
  readonly product?: string;
  readonly interfaces: readonly FakeInterface[];
}

/** An EC25 as its udev rules and public logs have it: four ports from ttyUSB`first` on, and a network card. */
export function ec25(first = 0): FakeDevice {
  const ports = [0, 1, 2, 3].map((number) => ({
    number: `0${number}`,
    tty: `ttyUSB${first + number}`,
    driver: "option",
  }));
  const card = { number: "04", net: "wwan0", driver: "qmi_wwan" };
  return { socket: "1-1", id: "2c7c:0125", product: "EC25-EU", interfaces: [...ports, card] };
}

export class FakeSystem implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), "posdiag-system-"));
  readonly roots: Roots = { sys: join(this.root, "sys"), dev: join(this.root, "dev"), proc: join(this.root, "proc") };

  constructor() {
    for (const folder of ["sys/class/tty", "sys/devices/virtual/tty/tty0", "dev", "proc"]) this.#folder(folder);
    symlinkSync(join(this.roots.sys, "devices/virtual/tty/tty0"), join(this.roots.sys, "class/tty/tty0"));
  }

  plug({ socket, id, product, interfaces }: FakeDevice): void {
    const device = this.#folder(`sys/devices/usb1/${socket}`);
    const [vendor = "", number = ""] = id.split(":");
    const said = { idVendor: vendor, idProduct: number, manufacturer: "Maker", ...(product && { product }) };
    this.#attributes(device, said);
    for (const each of interfaces) this.#interface(socket, each);
  }

  unplug({ socket, interfaces }: FakeDevice): void {
    rmSync(join(this.roots.sys, "devices/usb1", socket), { recursive: true });
    for (const { tty } of interfaces) {
      if (tty === undefined) continue;
      rmSync(join(this.roots.sys, "class/tty", tty));
      rmSync(join(this.roots.dev, tty));
    }
  }

  path(tty: string): string {
    return join(this.roots.dev, tty);
  }

  node(name: string): void {
    writeFileSync(this.path(name), "");
  }

  remove(name: string): void {
    rmSync(this.path(name));
  }

  /** A process that has these files open. */
  process(pid: number, program: string, open: readonly string[] = []): void {
    const folder = this.#folder(`proc/${pid}/fd`);
    writeFileSync(join(this.roots.proc, String(pid), "comm"), `${program}\n`);
    symlinkSync("/dev/null", join(folder, "0"));
    for (const [at, path] of open.entries()) symlinkSync(path, join(folder, String(at + 3)));
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true });
  }

  #interface(socket: string, { number, tty, driver, protocol = "ff/00/00", net }: FakeInterface): void {
    const folder = `sys/devices/usb1/${socket}/${socket}:1.${Number.parseInt(number, 16)}`;
    const [kind = "", subkind = "", spoken = ""] = protocol.split("/");
    this.#attributes(this.#folder(folder), {
      bInterfaceNumber: number,
      bInterfaceClass: kind,
      bInterfaceSubClass: subkind,
      bInterfaceProtocol: spoken,
    });
    if (driver !== undefined)
      symlinkSync(this.#folder(`sys/bus/usb/drivers/${driver}`), join(this.root, folder, "driver"));
    if (net !== undefined) this.#folder(`${folder}/net/${net}`);
    if (tty === undefined) return;
    symlinkSync(this.#folder(`${folder}/${tty}/tty/${tty}`), join(this.roots.sys, "class/tty", tty));
    this.node(tty);
  }

  #folder(path: string): string {
    mkdirSync(join(this.root, path), { recursive: true });
    return join(this.root, path);
  }

  #attributes(folder: string, values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) writeFileSync(join(folder, name), `${value}\n`);
  }
}
