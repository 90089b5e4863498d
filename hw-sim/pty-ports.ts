/**
 * The modem's serial ports as pseudo-terminals behind links in one folder: `modem` for commands and, when all are served,
 * `modem-at2`, `modem-nmea`, `modem-diag`, together with the tree of sysfs that leads to them.
 */
import { join } from "node:path";
import { PORT_ROLES, type PortRole, type UsbFace } from "./persona.ts";
import type { ModemPort } from "./port-group.ts";
import { PtyPort } from "./pty.ts";
import { clearSysTree, removeSysTree, writeSysTree } from "./sys-tree.ts";

export interface PtyPortsSetup {
  readonly dir: string;
  /** Serve every port that the modem has on USB, with the tree that shows them; only the first for commands without. */
  readonly usb?: UsbFace;
  /** Bytes from a client. */
  readonly receive: (bytes: Buffer, role: PortRole) => void;
}

export interface PtyPorts extends ModemPort {
  readonly roles: readonly PortRole[];
  /** The link of a port that is served, as it is now. */
  path(role: PortRole): string;
  close(): void;
}

export function createPtyPorts({ dir, usb, receive }: PtyPortsSetup): PtyPorts {
  const roles = usb ? PORT_ROLES.filter((role) => usb.ports[role] !== undefined) : (["at"] as const);
  const linkOf = (name: string, role: PortRole) => join(dir, role === "at" ? name : `${name}-${role}`);
  const ports = new Map(
    roles.map((role) => [role, new PtyPort(linkOf("modem", role), (bytes) => receive(bytes, role))]),
  );
  const tree = usb && createTree(dir, usb);
  return {
    roles,
    path: (role) => ports.get(role)?.link ?? "",
    attach: (name) => {
      for (const [role, port] of ports) port.attach(linkOf(name, role));
      tree?.plug((role) => ports.get(role)?.link ?? "");
    },
    hangUp: () => {
      tree?.unplug();
      for (const port of ports.values()) port.hangUp();
    },
    write: (bytes, role) => ports.get(role)?.write(bytes),
    close: () => {
      for (const port of ports.values()) port.close();
      tree?.remove();
    },
  };
}

/** Other numbers every time, as when a client still holds the old ones; they begin again before they get long. */
const TTY_NUMBERS = 64;

function createTree(dir: string, usb: UsbFace) {
  let devnum = 2;
  let next = 0;
  return {
    plug: (target: (role: PortRole) => string): void => {
      const faces = PORT_ROLES.flatMap((role) => {
        const number = usb.ports[role];
        return number === undefined ? [] : [{ role, interface: number }];
      }).sort((a, b) => a.interface - b.interface);
      const ports = faces.map(({ role, interface: number }, index) => ({
        interface: number,
        tty: `ttyUSB${(next + index) % TTY_NUMBERS}`,
        target: target(role),
      }));
      next += faces.length;
      devnum += 1;
      writeSysTree(dir, usb, { devnum, ports });
    },
    unplug: () => clearSysTree(dir),
    remove: () => removeSysTree(dir),
  };
}
