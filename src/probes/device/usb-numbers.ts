/**
 * Devices that leave the USB bus and come back: in its socket the same device has another number then
 * (linux/Documentation/ABI/stable/sysfs-bus-usb). A modem that the agent itself restarts is not counted.
 */
import { join } from "node:path";
import { modemVendors } from "../../modem/usb-table.ts";
import { namesIn, numberIn, valueIn } from "../way/system-text.ts";

const hourMs = 3_600_000;
const mostEvents = 64;
const mostSockets = 64;
/** From the command until a modem is on the bus again. */
const excuseMs = 90_000;

/** A socket, `1-1` or `1-1.4`; neither a bus of its own, `usb1`, nor an interface, `1-1:1.0`. */
const isSocket = (name: string): boolean => /^\d+-[\d.]+$/.test(name);

export class UsbNumbers {
  readonly #top: string;
  readonly #excusedAtMs: () => number | undefined;
  /** Of sockets seen so far, also of empty ones. */
  readonly #numbers = new Map<string, number>();
  #times: readonly number[] = [];

  constructor(root: string, excusedAtMs: () => number | undefined) {
    this.#top = join(root, "sys", "bus", "usb", "devices");
    this.#excusedAtMs = excusedAtMs;
  }

  /** How often in the last hour, at most 64: "64 or more"; undefined where there is no USB to be seen. */
  count(nowMs: number): number | undefined {
    const names = namesIn(this.#top);
    if (!names) return undefined;
    for (const name of names.filter(isSocket)) this.#see(name, nowMs);
    this.#times = this.#times.filter((at) => nowMs - at < hourMs).slice(-mostEvents);
    return this.#times.length;
  }

  #see(name: string, nowMs: number): void {
    const number = numberIn(join(this.#top, name, "devnum"));
    if (number === undefined) return;
    const before = this.#numbers.get(name);
    if (before === undefined && this.#numbers.size >= mostSockets) return;
    this.#numbers.set(name, number);
    if (before === undefined || before === number || this.#isExcused(name, nowMs)) return;
    this.#times = [...this.#times, nowMs];
  }

  #isExcused(name: string, nowMs: number): boolean {
    const excused = this.#excusedAtMs();
    if (excused === undefined || nowMs - excused > excuseMs) return false;
    return Object.hasOwn(modemVendors, valueIn(join(this.#top, name, "idVendor")) ?? "");
  }
}
