/**
 * The local socket for the payment application and the command line. The only file that knows node-ipc; every trap of it
 * that is guarded against here and in guard.ts was measured (docs/adr/0021).
 */
import { once } from "node:events";
import { Server as NetServer, type Socket } from "node:net";
import ipc from "node-ipc";
import type { Clock } from "../base/clock.ts";
import { AgentError, systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import { type CardDataGuard, createCardDataGuard } from "../card-data/guard.ts";
import type { QuestionView } from "../model/test-view.ts";
import type { Language } from "../model/text.ts";
import type { DiagnosisView, IpcCounters } from "../model/view.ts";
import { guard } from "./guard.ts";
import { eventNames } from "./messages.ts";
import { createMouth } from "./mouth.ts";
import { createPeer, type Peer } from "./peer.ts";
import { isProved, waitingPlaces, whoGivesWay, whoWaitsLongest } from "./places.ts";
import { type IpcHandlers, respond } from "./responder.ts";
import { bindPrivately, clearSocketPath, shareSocket } from "./socket-file.ts";
import { type Cut, createTally, type Tally } from "./tally.ts";

export interface IpcServerOptions {
  /** Absolute path; its directory must exist and be writable by its owner only. */
  readonly socket: string;
  /** Name of the group that may connect; without it the agent's own. */
  readonly group?: string | undefined;
  readonly maxPeers: number;
  /** For peers that ask for none. */
  readonly language: Language;
  /** Whether an application may tell of modem and SIM. */
  readonly telephony?: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly handlers: IpcHandlers;
  /** For what is told to peers; one of its own when nothing is said. */
  readonly cardData?: CardDataGuard;
}

export interface IpcServer {
  /** @throws AgentError AGENT_ALREADY_RUNS, IPC_FAILED */
  start(): Promise<void>;
  /** Tells all subscribers; `view` is called once for each language that one of them wants. */
  publish(view: (language: Language) => DiagnosisView): void;
  /** Tells all who follow the questions; `null` withdraws the one that was shown. */
  ask(view: (language: Language) => QuestionView | null): void;
  /** Whether somebody would show a question. */
  isFollowed(): boolean;
  /** Ends all connections and removes the socket. */
  stop(): Promise<void>;
  counters(): IpcCounters;
}

/** A connection from which nothing clean is heard for so long makes room; subscribers send `alive` more often. */
const idleMs = { proved: 60_000, silent: 10_000 } as const;
const sweepMs = 5_000;

export function createIpcServer(options: IpcServerOptions): IpcServer {
  const { clock } = options;
  const tally = createTally();
  const peers = new Map<Socket, Peer>();
  const stopping = new AbortController();
  const server = createTransport(options);
  const cardData = options.cardData ?? createCardDataGuard();
  const mouth = createMouth((peer, event, data) => server.emit(peer.socket, event, data), { tally, cardData });
  const room: Room = { peers, tally, clock, maxPeers: options.maxPeers };
  const admit = (peer: Peer) => admitTo(room, peer);
  server.on("error", () => tally.cut("socket_error"));
  server.on("connect", (socket: Socket) => {
    const peer = createPeer(socket, clock.monoMs());
    peers.set(socket, peer);
    socket.once("close", () => peers.delete(socket));
    makeRoom(room);
    guard(peer, { clock, tally, admit, refuse: mouth.refuse, stop: stopping.signal });
  });
  for (const event of eventNames) {
    server.on(event, async (data: unknown, socket: Socket) => {
      const peer = peers.get(socket);
      if (peer) await respond(peer, { event, data }, { ...options, ...mouth, tally, stop: stopping.signal });
    });
  }
  return {
    start: async () => {
      await open(server, options, tally);
      void cutIdle(room, stopping.signal);
    },
    publish: (view) => publish(peers.values(), { view, to: ({ subscribed }) => subscribed, tell: mouth.publish }),
    ask: (view) => {
      const tell = (peer: Peer, question: QuestionView | null) => mouth.ask(peer, { question });
      publish(peers.values(), { view, to: ({ following }) => following, tell });
    },
    isFollowed: () => [...peers.values()].some(({ following, socket }) => following !== undefined && !socket.destroyed),
    stop: async () => {
      stopping.abort();
      await close(server, peers.keys());
    },
    counters: () => tally.counters(peers.size),
  };
}

type Transport = (typeof ipc)["server"];

/** A fresh instance: node-ipc's default one is shared, and writes every message to the console. */
function createTransport({ socket, maxPeers }: IpcServerOptions): Transport {
  const instance = new ipc.IPC();
  instance.config.silent = true;
  instance.config.logger = () => {};
  // node-ipc would delete whatever is at the path, and steal a live socket.
  instance.config.unlink = false;
  // One more than there are places: it is taken before another goes.
  instance.config.maxConnections = maxPeers + waitingPlaces + 1;
  instance.serve(socket);
  return instance.server;
}

async function open(server: Transport, { socket, group }: IpcServerOptions, tally: Tally): Promise<void> {
  await clearSocketPath(socket);
  await new Promise<void>((resolve, reject) => {
    server.on("start", () => resolve());
    server.on("error", (error: unknown) => {
      reject(new AgentError("IPC_FAILED", `${socket} (${systemCode(error) ?? String(error)})`, { cause: error }));
    });
    bindPrivately(() => server.start());
  });
  listener(server)?.on("drop", () => tally.cut("too_many"));
  try {
    await shareSocket(socket, group);
  } catch (error) {
    // Nobody may use a socket whose rights are not those that were asked for.
    await close(server, []);
    throw error;
  }
}

/** node-ipc's own `stop` leaves the connections open. libuv removes the file. */
async function close(server: Transport, sockets: Iterable<Socket>): Promise<void> {
  const net = listener(server);
  if (!net?.listening) return;
  const closed = once(net, "close");
  server.stop();
  for (const socket of sockets) socket.destroy();
  await closed;
}

/** The net.Server inside, which node-ipc's types do not tell of. */
function listener(server: Transport): NetServer | undefined {
  const inner: unknown = Reflect.get(server, "server");
  return inner instanceof NetServer ? inner : undefined;
}

interface Room {
  readonly peers: ReadonlyMap<Socket, Peer>;
  readonly tally: Tally;
  readonly clock: Clock;
  readonly maxPeers: number;
}

function evict({ tally }: Room, peer: Peer | undefined, why: Cut): void {
  if (peer === undefined) return;
  tally.cut(why);
  peer.socket.destroy();
}

/** A newcomer is here; `close` of who goes for it comes later, and destroyed connections take no place. */
function makeRoom(room: Room): void {
  const present = [...room.peers.values()].filter(({ socket }) => !socket.destroyed);
  if (present.length > room.maxPeers + waitingPlaces) evict(room, whoWaitsLongest(present), "evicted");
}

/** A place for one that has just said its first clean word. */
function admitTo(room: Room, peer: Peer): boolean {
  const others = [...room.peers.values()].filter((other) => other !== peer && !other.socket.destroyed);
  if (others.filter(isProved).length < room.maxPeers) return true;
  const leaving = whoGivesWay(others, room.clock.monoMs());
  evict(room, leaving, "evicted");
  return leaving !== undefined;
}

async function cutIdle(room: Room, stop: AbortSignal): Promise<void> {
  const { peers, clock } = room;
  while (!stop.aborted) {
    await clock.sleep(sweepMs, stop);
    const nowMs = clock.monoMs();
    const limit = (peer: Peer) => nowMs - (isProved(peer) ? idleMs.proved : idleMs.silent);
    const idle = [...peers.values()].filter((peer) => peer.heardMs < limit(peer) && peer.waiting === 0);
    for (const peer of idle) evict(room, peer, "idle");
  }
}

interface Publication<T> {
  /** Called once for each language. */
  view(language: Language): T;
  to(peer: Peer): Language | undefined;
  tell(peer: Peer, told: T): void;
}

function publish<T>(peers: Iterable<Peer>, { view, to, tell }: Publication<T>): void {
  const views = new Map<Language, T>();
  for (const peer of peers) {
    const language = to(peer);
    if (language === undefined) continue;
    const told = views.get(language) ?? view(language);
    views.set(language, told);
    tell(peer, told);
  }
}
