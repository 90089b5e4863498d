/**
 * The whole bench in one call: a modem on a real serial port, hosts and name servers on real sockets, a broker, and the
 * world that moves them. The demo, the measurements and the tests use it.
 */
import { mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Broker, createBroker, type PassedMessage } from "./broker.ts";
import { createAgenda, createRealClock, type SimClock } from "./clock.ts";
import { createLineTap, type WireLine } from "./line-tap.ts";
import { createMeter } from "./meter.ts";
import type { ModemPort } from "./modem.ts";
import { type Network, type NetworkPaths, openNetwork } from "./network.ts";
import type { PathState } from "./path.ts";
import { loadPersona } from "./persona-file.ts";
import { PtyPort } from "./pty.ts";
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
  /** How many times as fast as life the modem and the network take their steps; 1 when nothing is said. */
  readonly pace?: number;
}

export interface ServedPaths extends NetworkPaths {
  /** The link that a client opens; it is missing while the modem is off the bus. */
  readonly modem: string;
  readonly broker?: string;
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
  /** Changes the world; resolves when hosts and name servers have followed. Rejects with a RangeError that says what is allowed. */
  set(request: SetRequest): Promise<void>;
  state(): TerminalState;
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
  const { seed, pace = 1, persona = "quectel-ec25" } = options;
  const clock = createAgenda(createRealClock(pace));
  const wire = createWatchers<WireLine>();
  const events = createWatchers<BenchEvent>();
  const tap = createLineTap(clock.nowMs, wire.tell);
  const folder = openFolder(options.dir);
  const meter = createMeter(clock);
  const network = await openNetwork(seed, meter.move);
  const broker = await brokerOf(options, (message) => events.tell({ kind: "mqtt", at_ms: clock.nowMs(), message }));
  const { port, tapped } = createPort(join(folder.path, "modem"), tap, (bytes) => terminal.modem.receive(bytes));
  const follower = createFollower(network, (state) => events.tell({ kind: "path", at_ms: clock.nowMs(), state }));
  const terminal: Terminal = createTerminal({
    persona: { ...loadPersona(persona), ...(options.quiet && { unsolicited: [] }) },
    clock,
    seed,
    meter,
    port: tapped,
    onEvent: (event) => events.tell({ kind: "modem", at_ms: clock.nowMs(), event }),
    onPath: follower.follow,
  });
  await follower.done();
  return {
    paths: { modem: port.link, ...network.paths, ...(broker && { broker: broker.url }) },
    clock,
    broker,
    set: async (request) => {
      terminal.set(request);
      await follower.done();
    },
    state: terminal.state,
    settled: follower.done,
    inject: (text) => terminal.modem.inject(Buffer.from(text, "latin1")),
    onWire: wire.add,
    onEvent: events.add,
    close: async () => {
      events.clear();
      wire.clear();
      terminal.modem.close();
      clock.clear();
      port.close();
      await Promise.all([network.close(), broker?.close()]);
      folder.remove();
    },
  };
}

/** The port, and the modem's end of it, where everything that passes is told to `tap`. */
function createPort(link: string, tap: ReturnType<typeof createLineTap>, receive: (bytes: Buffer) => void) {
  const port = new PtyPort(link, (bytes) => {
    tap("to_modem", bytes);
    receive(bytes);
  });
  const tapped: ModemPort = {
    attach: () => port.attach(),
    hangUp: () => port.hangUp(),
    write: (bytes) => {
      tap("from_modem", bytes);
      port.write(bytes);
    },
  };
  return { port, tapped };
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

/** A folder that was given is left standing; one that was made goes with the bench. */
function openFolder(given: string | undefined): { readonly path: string; readonly remove: () => void } {
  if (given === undefined) {
    const path = mkdtempSync(join(tmpdir(), "posdiag-bench-"));
    return { path, remove: () => rmdirSync(path) };
  }
  mkdirSync(given, { recursive: true });
  return { path: given, remove: () => {} };
}
