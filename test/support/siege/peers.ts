/** Hostile peers of one process: they connect, say what they must not, and leave in every way there is. */
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Random, seededRandom } from "../../../src/base/random.ts";
import { between, pick } from "../card-data/numbers.ts";
import { hostileBatch, type Input } from "./inputs.ts";

export interface Sent {
  /** Inputs handed to a connection, by kind. */
  readonly inputs: Record<string, number>;
  bytes: number;
  connections: number;
  /** Connections that the system did not make. */
  refused: number;
  /** Connections that the server ended before the peer did. */
  ended: number;
}

export const emptySent = (): Sent => ({ inputs: {}, bytes: 0, connections: 0, refused: 0, ended: 0 });

/** How a peer writes, and how it leaves. */
const styles = [...Array.from({ length: 12 }, () => "at once"), "in pieces", "in pieces", "byte by byte"] as const;
const leavings = ["end", "end", "end", "end", "half open", "torn off", "deaf"] as const;
const patienceMs = 3_000;
/** Longest input that is sent byte by byte. */
const mostBytewise = 300;

function opened(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ path, allowHalfOpen: true }, () => resolve(socket));
    socket.on("error", () => resolve(undefined));
  });
}

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => (socket.destroyed ? resolve() : void socket.once("close", () => resolve())));

/** The size of the next write: everything, some, or one byte. */
function stepOf(style: string, random: Random): number {
  if (style === "at once") return Number.POSITIVE_INFINITY;
  return style === "in pieces" ? between(random, 1, 4_000) : 1;
}

async function say(socket: Socket, bytes: Buffer, next: () => number): Promise<void> {
  for (let at = 0; at < bytes.length && !socket.destroyed && socket.writable; ) {
    const end = Math.min(bytes.length, at + next());
    const isRoom = socket.write(bytes.subarray(at, end));
    at = end;
    if (!isRoom) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), closed(socket)]);
    else if (at < bytes.length) await new Promise((resolve) => setImmediate(resolve));
  }
}

function count(sent: Sent, batch: readonly Input[]): void {
  for (const { kind, bytes } of batch) {
    sent.inputs[kind] = (sent.inputs[kind] ?? 0) + 1;
    sent.bytes += bytes.length;
  }
}

export interface Terms {
  readonly socket: string;
  readonly seed: number;
  /** At a time. */
  readonly peers: number;
  readonly stop: AbortSignal;
  /** Kinds to leave out. */
  readonly without?: readonly string[];
}

async function attack(random: Random, terms: Terms, sent: Sent): Promise<void> {
  const socket = await opened(terms.socket);
  if (socket === undefined) {
    sent.refused += 1;
    await delay(5);
    return;
  }
  sent.connections += 1;
  const style = pick(random, styles);
  const leaving = pick(random, leavings);
  const length = style === "byte by byte" ? 3 : between(random, 60, 160);
  const batch = hostileBatch(random, length).filter(
    ({ kind, bytes }) =>
      terms.without?.includes(kind) !== true && (style !== "byte by byte" || bytes.length <= mostBytewise),
  );
  let over = false;
  socket.once("close", () => {
    if (!over) sent.ended += 1;
  });
  if (leaving !== "deaf") socket.resume();
  count(sent, batch);
  await say(socket, Buffer.concat(batch.map(({ bytes }) => bytes)), () => stepOf(style, random));
  over = true;
  if (leaving === "torn off") socket.write('{"type":"posdiag.sta');
  // Both half open and deaf peers stay until the server has had enough of them, or they of it.
  if (leaving !== "half open") socket.end();
  await Promise.race([closed(socket), delay(leaving === "end" ? patienceMs : 150, undefined, { ref: false })]);
  socket.destroy();
}

/** Runs until it is stopped. */
export async function attackAll(terms: Terms, sent: Sent): Promise<void> {
  const one = async (at: number) => {
    const random = seededRandom(terms.seed * 1_000 + at);
    while (!terms.stop.aborted) await attack(random, terms, sent);
  };
  await Promise.all(Array.from({ length: terms.peers }, (_, at) => one(at)));
}

/** Peers that take a place and say nothing, or one byte now and then; and storms of connections. */
export async function sitAll({ socket, seed, peers, stop }: Terms, sent: Sent): Promise<void> {
  const random = seededRandom(seed);
  const sit = async () => {
    while (!stop.aborted) {
      const seat = await opened(socket);
      if (seat === undefined) sent.refused += 1;
      else sent.connections += 1;
      const isSlow = random() < 0.3;
      const drip = setInterval(() => isSlow && seat?.writable && seat.write("{"), 100);
      const wasEnded = await Promise.race([seat ? closed(seat).then(() => true) : delay(20), delay(5_000)]);
      if (wasEnded === true) sent.ended += 1;
      clearInterval(drip);
      seat?.destroy();
      await delay(between(random, 5, 40));
    }
  };
  const storm = async () => {
    while (!stop.aborted) {
      const burst = await Promise.all(Array.from({ length: 60 }, () => opened(socket)));
      for (const one of burst) {
        if (one === undefined) sent.refused += 1;
        else sent.connections += 1;
        one?.destroy();
      }
      await delay(400);
    }
  };
  await Promise.all([storm(), ...Array.from({ length: peers }, sit)]);
}
