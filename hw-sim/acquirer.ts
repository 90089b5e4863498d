/**
 * The acquirer's host: ISO 8583 the Chinese way over TCP or TLS, on a real port, and every way in which such a host
 * disappoints its terminals.
 */
import { randomBytes } from "node:crypto";
import { GOOD_BEHAVIOUR, type HostBehaviour } from "./acquirer/behaviour.ts";
import { converse } from "./acquirer/conversation.ts";
import { createDesk, type DeskSetup } from "./acquirer/desk.ts";
import type { Booking } from "./acquirer/ledger.ts";
import { createTlsDesk } from "./acquirer/tls-desk.ts";
import type { Credentials } from "./authority.ts";
import { createHost, type Host, type Line } from "./host.ts";
import type { Place } from "./place.ts";
import { createDice } from "./random.ts";

export interface AcquirerSetup {
  readonly name: string;
  readonly seed: number;
  readonly place?: Place;
  /** The host's wall clock: fields 12 and 13, and what its certificates are valid by. */
  readonly now: () => Date;
  readonly received?: (bytes: number) => void;
  readonly idleMs?: number;
  /** Decides on payments, such as a bank's (hw-sim/acquirer/bank.ts); without it every one is fine. */
  readonly authorise?: DeskSetup["authorise"];
}

/** What has come to the host since it began. */
export interface Tally {
  readonly connections: number;
  /** Frames by message type. */
  readonly messages: Readonly<Record<string, number>>;
}

export type FrameWatch = (way: "in" | "out", frame: Buffer) => void;

export interface Acquirer extends Host {
  /** The terminals' master key, 16 bytes, made anew for every host. */
  readonly masterKey: Buffer;
  /** PEM of the authority that terminals are to trust. */
  readonly root: string;
  /** What is not named is good. Holds for the next connection, and for the next answer on those that stand. */
  set(behaviour: Partial<HostBehaviour>): void;
  issueClient(name: string): Promise<Credentials>;
  bookings(): readonly Booking[];
  tally(): Tally;
  /** Every whole frame, two bytes of length included, TLS taken off; until the returned function is called. */
  onFrame(watch: FrameWatch): () => void;
}

/** TLS 1.2 record: alert, fatal, handshake_failure (RFC 5246 §7.2). */
const HANDSHAKE_FAILURE = Buffer.from("15030300020228", "hex");

/** Listens at once on any free port, and does everything well. */
export async function createAcquirer(setup: AcquirerSetup): Promise<Acquirer> {
  const { name, seed, now, place, received, idleMs, authorise } = setup;
  const masterKey = randomBytes(16);
  const desk = createDesk({ now, masterKey, random: randomBytes, ...(authorise && { authorise }) });
  const dice = createDice(seed, "acquirer");
  const tls = await createTlsDesk({ name, address: place?.address ?? "127.0.0.1", now });
  const watchers = new Set<FrameWatch>();
  const count = createTally();
  let behaviour = GOOD_BEHAVIOUR;
  const tap: FrameWatch = (way, frame) => {
    if (way === "in") count.message(frame);
    for (const watch of watchers) watch(way, frame);
  };
  const serve = ({ socket, open, take }: Line): void => {
    count.connection();
    const { manner, tls: kind, client_cert: clientCert } = behaviour;
    const speak = (stream: typeof socket): void => {
      converse({ stream, socket, open, desk, dice, tap, behaviour: () => behaviour });
      take(stream);
      if (manner === "never_closes") stream.setTimeout(0);
    };
    if (manner === "reset") socket.resetAndDestroy();
    else if (manner === "close") socket.end().resume();
    else if (kind === "plain") speak(socket);
    else if (kind === "alert") refuseHandshake(socket);
    else void tls.welcome(socket, { kind, clientCert }, speak);
  };
  const host = await createHost({
    ...{ name, serve },
    ...(place && { place }),
    ...(received && { received }),
    ...(idleMs !== undefined && { idleMs }),
  });
  return {
    ...host,
    masterKey,
    root: tls.root,
    set: (changed) => {
      behaviour = { ...GOOD_BEHAVIOUR, ...changed };
    },
    issueClient: tls.issueClient,
    bookings: desk.ledger.bookings,
    tally: count.read,
    onFrame: (watch) => {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
  };
}

function refuseHandshake(socket: Line["socket"]): void {
  socket.once("data", () => socket.end(HANDSHAKE_FAILURE));
  socket.once("end", () => socket.end());
  socket.resume();
}

/** By the two bytes of the message type, whatever they are: that bounds it. */
function createTally() {
  let connections = 0;
  const messages = new Map<string, number>();
  return {
    connection: (): void => {
      connections += 1;
    },
    /** Length, TPDU and header are thirteen bytes. */
    message: (frame: Buffer): void => {
      const mti = frame.toString("hex", 13, 15);
      messages.set(mti, (messages.get(mti) ?? 0) + 1);
    },
    read: (): Tally => ({ connections, messages: Object.fromEntries(messages) }),
  };
}
