/** All serial ports of one modem: on the bus together and off it together. */
import { AtPort, type PortOwner } from "./at-port.ts";
import type { SimClock } from "./clock.ts";
import { createNmeaPort, type NmeaPort } from "./nmea-port.ts";
import type { PortRole, Value } from "./persona.ts";
import type { World } from "./world.ts";

/** The modem's connection to the bus. */
export interface ModemPort {
  /** The ports that somebody serves; the first one for commands when nothing is said. */
  readonly roles?: readonly PortRole[];
  /** On the bus again, under this name. */
  attach(name: string): void;
  hangUp(): void;
  write(bytes: Buffer, role: PortRole): void;
}

export interface PortGroupSetup extends PortOwner {
  readonly clock: SimClock;
  readonly seed: number;
  readonly port: ModemPort;
}

/** Which ports hear reports, by the module's setting; the UART of the board is not served here. */
const REPORT_PORTS: Readonly<Record<string, readonly PortRole[]>> = {
  usbat: ["at"],
  usbmodem: ["at2"],
  all: ["at", "at2"],
};

export class PortGroup {
  readonly at: AtPort;
  readonly #port: ModemPort;
  /** All ports for commands that are served. */
  readonly #ports: ReadonlyMap<PortRole, AtPort>;
  readonly #nmea: NmeaPort | undefined;

  constructor({ port, ...setup }: PortGroupSetup) {
    const { roles = ["at"] } = port;
    const create = (role: PortRole, name: string) =>
      new AtPort({ ...setup, name, send: (bytes) => port.write(bytes, role) });
    this.#port = port;
    this.at = create("at", "");
    const second = roles.includes("at2") ? ([["at2", create("at2", "-at2")]] as const) : [];
    this.#ports = new Map([["at", this.at], ...second]);
    if (roles.includes("nmea")) this.#nmea = createNmeaPort(setup.clock, (bytes) => port.write(bytes, "nmea"));
  }

  attach(name: string): void {
    this.#port.attach(name);
    this.#nmea?.start();
  }

  hangUp(): void {
    this.hush();
    this.#nmea?.stop();
    this.#port.hangUp();
  }

  /** Settings as after power-on. */
  powerUp(): void {
    for (const port of this.#ports.values()) port.powerUp();
  }

  /** Whatever they were about to say is never said. */
  hush(): void {
    for (const port of this.#ports.values()) port.hush();
  }

  /** Bytes from a client; the ports that take no commands swallow them. */
  receive(bytes: Buffer, role: PortRole): void {
    this.#ports.get(role)?.receive(bytes);
  }

  /** `urcport`: the setting that says where reports go. */
  report(event: string, urcport: Value | undefined): void {
    for (const role of REPORT_PORTS[String(urcport)] ?? []) this.#ports.get(role)?.report(event);
  }

  /** Another client was at the first port, and left it like this. */
  leave(what: World["leftover"]): void {
    this.at.leave(what);
  }
}
