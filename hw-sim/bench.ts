/**
 * The whole bench in one call: a modem on a real serial port, hosts and name servers on real sockets, a broker, and the
 * world that moves them. The demo, the measurements and the tests use it.
 */
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Acquirer, AcquirerSetup } from "./acquirer.ts";
import { type Broker, createBroker, type PassedMessage } from "./broker.ts";
import { createAgenda, createRealClock, type SimClock } from "./clock.ts";
import { createLineTap, type WireLine } from "./line-tap.ts";
import { createMeter } from "./meter.ts";
import { type Network, type NetworkPaths, openNetwork } from "./network.ts";
import type { PathState } from "./path.ts";
import type { Persona, PortRole } from "./persona.ts";
import { loadPersona } from "./persona-file.ts";
import type { ModemPort } from "./port-group.ts";
import { createPtyPorts, type PtyPorts } from "./pty-ports.ts";
import { createTerminal, type Terminal, type TerminalState } from "./terminal.ts";
import type { World } from "./world.ts";
import type { SetRequest } from "./world-input.ts";

export interface BenchOptions {
  readonly seed: number;
  /** Folder for the link to the modem's port; without one a temporary folder is made, and removed in the end. */
  readonly dir?: string;
  /** Whether to start the embedded broker; yes when nothing is said. */
  readonly broker?: boolean;
  /** 0 or nothing: any free port. */
  readonly brokerPort?: number;
  /** A file of hw-sim/personas, without ".json". */
  readonly persona?: string;
  /** A modem that announces nothing by itself, as many others do. */
  readonly quiet?: boolean;
  /** Serve every port of the modem, not only the one for commands, and the sysfs tree in which they are found. */
  readonly ports?: boolean;
  /** How many times as fast as life the modem and the network take their steps; 1 when nothing is said. */
  readonly pace?: number;
  /** The hosts' wall clock; this machine's when nothing is said. */
  readonly now?: () => Date;
  /** Decides on payments at the acquirer's host; without it every one is fine. */
  readonly authorise?: AcquirerSetup["authorise"];
}

export interface ServedPaths extends NetworkPaths {
  /** The link that a client opens; it is missing while the modem is off the bus. */
  readonly modem: string;
  /** With `ports`: the modem's other ports by role, and the folders that stand for /sys and /dev. */
  readonly ports?: Readonly<Partial<Record<PortRole, string>>>;
  readonly sys?: string;
  readonly dev?: string;
  readonly broker?: string;
  /** PEM of the authority behind the acquirer's certificate. */
  readonly ca: string;
}

export type BenchEvent =
  | { readonly kind: "modem"; readonly at_ms: number; readonly event: string }
  | { readonly kind: "path"; readonly at_ms: number; readonly state: PathState }
  | { readonly kind: "mqtt"; readonly at_ms: number; readonly message: PassedMessage };

export interface Bench {
  readonly paths: ServedPaths;
  /** The bench's time; nothing planned on it outlives `close`. */
  readonly clock: SimClock;
  readonly broker: Broker | undefined;
  /** What came to the host and what it booked. What it does is set with `set`. */
  readonly acquirer: Acquirer;
  /** Changes the world; resolves when hosts and name servers have followed. Rejects with a RangeError that says what is allowed. */
  set(request: SetRequest): Promise<void>;
  state(): TerminalState;
  /** So many megabytes have come through the bearer, by the modem's counters: traffic that nobody has to send here. */
  use(megabytes: number): void;
  /** Resolves when hosts and name servers have followed whatever has happened so far. */
  settled(): Promise<void>;
  /** Bytes (latin1) straight from the modem's side of the wire. */
  inject(text: string): void;
  /** Every line on the modem's wire, until the returned function is called. */
  onWire(watch: (line: WireLine) => void): () => void;
  onEvent(watch: (event: BenchEvent) => void): () => void;
  /** Ends everything; no handle and no file is left behind. */
  close(): Promise<void>;
}

export async function startBench(options: BenchOptions): Promise<Bench> {
  const { seed, pace = 1, now = () => new Date(), authorise } = options;
  const persona = readPersona(options);
  const clock = createAgenda(createRealClock(pace));
  const wire = createWatchers<WireLine>();
  const events = createWatchers<BenchEvent>();
  const folder = openFolder(options.dir);
  const meter = createMeter(clock);
  const network = await openNetwork({ seed, move: meter.move, now, ...(authorise && { authorise }) });
  const broker = await brokerOf(options, (message) => events.tell({ kind: "mqtt", at_ms: clock.nowMs(), message }));
  const tap = createLineTap(clock.nowMs, wire.tell);
  const { ports, port } = openPorts({ dir: folder.path, ...(options.ports && { persona }) }, tap, (bytes, role) =>
    terminal.modem.receive(bytes, role),
  );
  const follower = createFollower(network, (state) => events.tell({ kind: "path", at_ms: clock.nowMs(), state }));
  const terminal: Terminal = createTerminal({
    ...{ persona, clock, seed, meter, port },
    onEvent: (event) => events.tell({ kind: "modem", at_ms: clock.nowMs(), event }),
    onPath: follower.follow,
  });
  await follower.done();
  return {
    paths: {
      ...{ ...modemPaths(folder.path, ports), ...network.paths, ...(broker && { broker: broker.url }) },
      ca: folder.keep("ca.pem", network.acquirer.root),
    },
    ...{ clock, broker, acquirer: network.acquirer, state: terminal.state },
    set: async (request) => {
      terminal.set(request);
      await follower.done();
    },
    use: (megabytes) => meter.move("received", megabytes * 1_024 * 1_024),
    settled: follower.done,
    inject: (text) => terminal.modem.inject(Buffer.from(text, "latin1")),
    onWire: wire.add,
    onEvent: events.add,
    close: async () => {
      events.clear();
      wire.clear();
      terminal.modem.close();
      clock.clear();
      ports.close();
      await Promise.all([network.close(), broker?.close()]);
      folder.remove();
    },
  };
}

function readPersona({ persona = "quectel-ec25", quiet, ports }: BenchOptions): Persona {
  const read = loadPersona(persona);
  if (ports && !read.usb) throw new RangeError(`persona ${persona}: its ports on USB are not known`);
  return { ...read, ...(quiet && { unsolicited: [] }) };
}

/** The ports, and the modem's end of them, where everything that passes on the first for commands is told to `tap`. */
function openPorts(
  { dir, persona }: { readonly dir: string; readonly persona?: Persona },
  tap: ReturnType<typeof createLineTap>,
  receive: (bytes: Buffer, role: PortRole) => void,
): { readonly ports: PtyPorts; readonly port: ModemPort } {
  const ports = createPtyPorts({
    dir,
    ...(persona?.usb && { usb: persona.usb }),
    receive: (bytes, role) => {
      if (role === "at") tap("to_modem", bytes);
      receive(bytes, role);
    },
  });
  const write = (bytes: Buffer, role: PortRole): void => {
    if (role === "at") tap("from_modem", bytes);
    ports.write(bytes, role);
  };
  return { ports, port: { ...ports, write } };
}

function modemPaths(dir: string, { roles, path }: PtyPorts) {
  const modem = path("at");
  if (roles.length === 1) return { modem };
  const ports = Object.fromEntries(roles.map((role) => [role, path(role)]));
  return { modem, ports, sys: join(dir, "sys"), dev: join(dir, "dev") };
}

/** Lets the network follow the path, and tells when the path has changed. */
function createFollower(network: Network, changed: (state: PathState) => void) {
  let last: PathState | undefined;
  let done: Promise<void> = Promise.resolve();
  return {
    done: () => done,
    follow: (state: PathState, world: World): void => {
      if (state !== last) changed(state);
      last = state;
      done = network.follow(state, world);
    },
  };
}

function createWatchers<T>() {
  const watchers = new Set<(item: T) => void>();
  return {
    tell: (item: T): void => {
      for (const watch of watchers) watch(item);
    },
    clear: () => watchers.clear(),
    add: (watch: (item: T) => void): (() => void) => {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
  };
}

async function brokerOf(
  { broker = true, brokerPort = 0 }: BenchOptions,
  onMessage: (message: PassedMessage) => void,
): Promise<Broker | undefined> {
  return broker ? createBroker({ port: brokerPort, onMessage }) : undefined;
}

interface Folder {
  readonly path: string;
  /** Writes a file there, and returns its path. */
  keep(name: string, text: string): string;
  remove(): void;
}

/** A folder that was given is left standing, one that was made goes with the bench, and so do the files in it. */
function openFolder(given: string | undefined): Folder {
  const path = given ?? mkdtempSync(join(tmpdir(), "posdiag-bench-"));
  mkdirSync(path, { recursive: true });
  const files: string[] = [];
  return {
    path,
    keep: (name, text) => {
      const file = join(path, name);
      writeFileSync(file, text);
      files.push(file);
      return file;
    },
    remove: () => {
      for (const file of files) rmSync(file);
      if (given === undefined) rmdirSync(path);
    },
  };
}
