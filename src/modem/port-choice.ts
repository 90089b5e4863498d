/**
 * The port an agent or a person wants, opened again and again: "auto" is searched for and proved by an answer, a path is
 * taken as it is. Both remember the USB interface behind it, because numbers shift with every re-enumeration.
 */
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AgentError, isAgentError } from "../base/errors.ts";
import { type FindOptions, findPort, type Look, type Search } from "./find-port.ts";
import { type Holder, holderOf, holderText, likelyHolder } from "./holders.ts";
import { type ModemPort, type OpenPort, type PortListener, serialPort } from "./port.ts";
import { deviceOf, type ListedPort, listPorts, portAt, type Roots, systemRoots } from "./ports.ts";

export interface PortChoice {
  /** Rejects as OpenPort does; the detail says what was looked at and what to do. */
  readonly open: OpenPort;
  /** Which port is used and why, where that is not what was asked for by name. For people. */
  note(): string | undefined;
  /** What was opened last. */
  path(): string | undefined;
  /** What the newest search looked at; nothing where none was needed. */
  looks(): readonly Look[];
}

/** In place of a path. */
export const anyPort = "auto";

/** Name and number of a port, such as ttyUSB2; a pseudo-terminal has no name, and its neighbours are other people's. */
const numbered = /^(\D+)\d+$/;

function secondPort(ports: readonly ListedPort[], held: ListedPort | undefined): string | undefined {
  const other = ports.find(
    (port) =>
      held !== undefined &&
      port !== held &&
      deviceOf(port) === deviceOf(held) &&
      (port.role === "at" || port.role === "at_secondary"),
  );
  return other?.path;
}

class Choice implements PortChoice {
  readonly #wanted: string;
  readonly #options: FindOptions;
  readonly #roots: Roots;
  /** The USB interface that was opened last, and the id of its device. */
  #known: ListedPort | undefined;
  /** Where a port without USB was opened, and what stood beside it then. */
  #neighbours: ReadonlySet<string> = new Set();
  #note: string | undefined;
  #looks: readonly Look[] = [];
  #path: string | undefined;

  constructor(wanted: string, options: FindOptions) {
    this.#wanted = wanted;
    this.#options = options;
    this.#roots = options.roots ?? systemRoots;
  }

  note(): string | undefined {
    return this.#note;
  }

  path(): string | undefined {
    return this.#path;
  }

  looks(): readonly Look[] {
    return this.#looks;
  }

  readonly open: OpenPort = async (listener) => {
    const again = await this.#knownPort();
    if (again) {
      const port = await this.#openKnown(again, listener);
      if (port) return port;
    }
    return this.#wanted === anyPort ? this.#openFound(listener) : this.#openWanted(listener);
  };

  /** Where the interface used last is now; undefined when it is gone, or another device has its place. */
  async #knownPort(): Promise<ListedPort | undefined> {
    const known = this.#known;
    if (!known) return undefined;
    const ports = await listPorts(this.#roots);
    return ports.find(({ key, usb }) => key !== undefined && key === known.key && usb?.id === known.usb?.id);
  }

  /** Undefined when something else must be tried. */
  async #openKnown(known: ListedPort, listener: PortListener): Promise<ModemPort | undefined> {
    try {
      const port = await this.#opened(known.path, listener);
      const asked = this.#wanted === anyPort || (await portAt(this.#wanted, [known])) !== undefined;
      if (!asked) this.#note = `${this.#wanted} is ${known.path} since the modem came back; ${numberAdvice}`;
      else if (this.#known && this.#known.path !== known.path) this.#note = `${known.path}: ${this.#known.path} before`;
      this.#known = { ...known };
      return port;
    } catch (error) {
      if (!(error instanceof AgentError) || this.#wanted !== anyPort) throw error;
      return undefined;
    }
  }

  async #openWanted(listener: PortListener): Promise<ModemPort> {
    await this.#refuseSibling();
    try {
      const port = await this.#opened(this.#wanted, listener);
      this.#known = await portAt(this.#wanted, await listPorts(this.#roots));
      this.#neighbours = new Set(await neighboursOf(this.#wanted));
      return port;
    } catch (error) {
      const newcomer = isAgentError(error, "PORT_GONE") ? await this.#newcomer() : undefined;
      if (newcomer === undefined) throw error;
      const port = await this.#opened(newcomer, listener);
      this.#note = `${this.#wanted} is gone and ${newcomer} has come in its place; ${numberAdvice}`;
      return port;
    }
  }

  /** While a modem comes back port by port, the number wanted may for a moment be another port of it. */
  async #refuseSibling(): Promise<void> {
    const known = this.#known;
    const there = known && (await portAt(this.#wanted, await listPorts(this.#roots)));
    if (!there || there.key === known.key || deviceOf(there) !== deviceOf(known)) return;
    throw new AgentError("PORT_GONE", `${this.#wanted} is another port of the modem at the moment`);
  }

  /** Without USB numbers to go by: the one port of the same name that was not there before. */
  async #newcomer(): Promise<string | undefined> {
    if (this.#known || this.#neighbours.size === 0) return undefined;
    const fresh = (await neighboursOf(this.#wanted)).filter((path) => !this.#neighbours.has(path));
    return fresh.length === 1 ? fresh[0] : undefined;
  }

  async #openFound(listener: PortListener): Promise<ModemPort> {
    const search = await findPort(this.#options);
    this.#looks = search.looks;
    const chosen = search.found ?? silentPort(search.looks);
    if (!chosen) throw nothingFound(search);
    const port = await this.#opened(chosen.path, listener);
    this.#known = chosen;
    const device = [chosen.usb?.id, `interface ${chosen.usb?.number}`, chosen.usb?.product].filter(Boolean).join(", ");
    const why = search.found ? "it answers AT" : "no port answers AT, and by its USB id this should";
    this.#note = `${chosen.path} (${device}): ${why}`;
    return port;
  }

  async #opened(path: string, listener: PortListener): Promise<ModemPort> {
    const { baudRate, openWith = serialPort } = this.#options;
    const ports = await listPorts(this.#roots);
    const held = await portAt(path, ports);
    const holder = await holderOf(path, this.#roots);
    if (holder) throw busy(path, holder, secondPort(ports, held));
    try {
      const port = await openWith({ path, baudRate })(listener);
      this.#path = path;
      return port;
    } catch (error) {
      if (!isAgentError(error, "PORT_BUSY")) throw error;
      const other = (await holderOf(path, this.#roots)) ?? (await likelyHolder(this.#roots));
      throw other ? busy(path, other, secondPort(ports, held)) : error;
    }
  }
}

const numberAdvice = "a udev link or modem.port auto does not depend on numbers";

function busy(path: string, holder: Holder, other: string | undefined): AgentError {
  return new AgentError("PORT_BUSY", holderText(path, holder, other));
}

/** Paths beside this one, and itself, that differ only by number. */
async function neighboursOf(path: string): Promise<readonly string[]> {
  const stem = numbered.exec(basename(path))?.[1];
  if (stem === undefined) return [];
  const names = await readdir(dirname(path)).catch(() => []);
  return names.filter((name) => numbered.exec(name)?.[1] === stem).map((name) => join(dirname(path), name));
}

/** A modem that hangs answers on no port: the one that should is opened all the same, so that its silence is measured. */
function silentPort(looks: readonly Look[]): ListedPort | undefined {
  return looks.find(({ verdict, port }) => verdict === "silent" && port.kind === "modem")?.port;
}

/** What keeps a search from its end, most telling first. */
function nothingFound({ looks }: Search): AgentError {
  const first = (verdict: Look["verdict"]) => looks.find((look) => look.verdict === verdict);
  const held = first("busy");
  if (held) {
    const { path } = held.port;
    return held.holder ? busy(path, held.holder, undefined) : new AgentError("PORT_BUSY", path);
  }
  const denied = first("denied");
  if (denied?.port.kind === "guarded")
    return new AgentError("PORT_DENIED", `${denied.port.path} belongs to the system's radio daemon`);
  if (denied)
    return new AgentError("PORT_DENIED", `${denied.port.path}: add posdiag's user to the group of the device`);
  const seen = looks.map(({ port, verdict }) => `${port.path} ${verdict}`).join(", ");
  return seen === "" ? new AgentError("PORT_GONE", "no USB modem is there") : new AgentError("PORT_SILENT", seen);
}

/** `wanted` is a path or "auto". Finds and holds nothing before `open` is called. */
export function choosePort(wanted: string, options: FindOptions): PortChoice {
  return new Choice(wanted, options);
}
