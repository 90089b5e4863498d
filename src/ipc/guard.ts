/**
 * Stands between a socket and node-ipc's parser, which has no bound, lets a peer forge any event, and dies from some JSON.
 * What gets through is one complete frame, of a known event, within the peer's rate, without a card number.
 */
import type { Clock } from "../base/clock.ts";
import { type Examined, examine, hastyNumber } from "./examine.ts";
import type { Refusal, RequestNumber } from "./messages.ts";
import type { Peer } from "./peer.ts";
import type { Cut, Tally } from "./tally.ts";

export interface GuardContext {
  readonly clock: Clock;
  readonly tally: Tally;
  /** Aborts when the server stops. */
  readonly stop: AbortSignal;
  /** Tells the peer. Must not throw. */
  refuse(peer: Peer, refused: Refusal, request: RequestNumber): void;
  /** The peer has said its first clean word; false when there is no place for it. */
  admit(peer: Peer): boolean;
}

/** So many refusals that no clean messages made good, and nobody is listening there. */
const mostRefused = 1_000;
/**
 * What one clean message makes good. Not all: of a flood, too, some are taken, one each time the rate allows, and a slow
 * terminal comes there before a thousand have been refused.
 */
const madeGood = 8;
/** Of one peer, before the others are heard and the next connection is taken. */
const framesATurn = 8;
/** The costliest kilobyte takes two milliseconds to look through. */
const charactersATurn = 8_192;
/** Who talks too fast, or says nothing but what is refused, is not read for so long. */
const pauseMs = 100;
const mostPatience = 32;
/** Who is told to go gets so long to read why. */
const farewellMs = 2_000;

/** Takes over the `data` listeners that node-ipc has just attached. Chunks are strings: node-ipc sets the encoding. */
export function guard(peer: Peer, context: GuardContext): void {
  const { socket } = peer;
  const inner = socket.listeners("data");
  socket.removeAllListeners("data");
  const door = new Door(peer, context, (frame) => {
    for (const listener of inner) Reflect.apply(listener, socket, [frame]);
  });
  socket.on("data", (chunk: Buffer | string) => door.hear(String(chunk)));
}

type Heard = ReturnType<Peer["frames"]["push"]>;

class Door {
  readonly #peer: Peer;
  readonly #context: GuardContext;
  readonly #deliver: (frame: string) => void;
  /** Refusals that no clean message has made good. */
  #owed = 0;
  #isHasty = false;

  constructor(peer: Peer, context: GuardContext, deliver: (frame: string) => void) {
    this.#peer = peer;
    this.#context = context;
    this.#deliver = deliver;
  }

  hear(chunk: string): void {
    const { frames, overflow } = this.#peer.frames.push(chunk);
    this.#isHasty = false;
    this.#turn({ frames, overflow }, 0);
  }

  /** Some frames, then everybody else's turn: the socket is not read before all of them have been. */
  #turn(heard: Heard, from: number): void {
    let [at, length] = [from, 0];
    while (at < heard.frames.length && at < from + framesATurn && length < charactersATurn) {
      const frame = heard.frames[at] ?? "";
      if (this.#isOver) return;
      this.#take(frame);
      length += frame.length;
      at += 1;
    }
    if (!this.#isOver) this.#goOn(heard, at);
  }

  #goOn(heard: Heard, at: number): void {
    if (at < heard.frames.length) {
      this.#peer.socket.pause();
      setImmediate(() => this.#turn(heard, at));
    } else if (heard.overflow) {
      this.#refuse("too_large", null);
      this.#close("too_large");
    } else if (this.#isHasty || this.#owed > mostPatience) this.#pause();
    else this.#peer.socket.resume();
  }

  get #isOver(): boolean {
    return this.#peer.leaving || this.#peer.socket.destroyed || this.#peer.socket.writableEnded;
  }

  #take(frame: string): void {
    const nowMs = this.#context.clock.monoMs();
    const examined = this.#peer.bucket.take(nowMs) ? examine(frame) : undefined;
    if (examined === undefined) this.#hurry(frame);
    else if (examined.kind === "refused") this.#refuse(examined.refused, examined.request);
    else this.#clean(examined, nowMs);
  }

  #clean({ frame }: Extract<Examined, { kind: "clean" }>, nowMs: number): void {
    this.#owed = Math.max(0, this.#owed - madeGood);
    this.#peer.heardMs = nowMs;
    this.#peer.clean += 1;
    if (this.#peer.clean > 1 || this.#context.admit(this.#peer)) this.#deliver(frame);
    else this.#close("too_many");
  }

  /** What comes too fast is not read; of a row of it, the first and what has a number are answered. */
  #hurry(frame: string): void {
    const request = hastyNumber(frame);
    const isFirst = !this.#isHasty;
    this.#isHasty = true;
    if (isFirst || request !== null) this.#context.refuse(this.#peer, "too_often", request);
    else this.#context.tally.refuse("too_often");
    this.#count();
  }

  #refuse(refused: Refusal, request: RequestNumber): void {
    this.#context.refuse(this.#peer, refused, request);
    this.#count();
  }

  #count(): void {
    this.#owed += 1;
    if (this.#owed > mostRefused) this.#close("flood");
  }

  /** What the peer sends on stays with the kernel, which lets it wait. */
  #pause(): void {
    const { socket } = this.#peer;
    socket.pause();
    void this.#context.clock.sleep(pauseMs, this.#context.stop).then(() => {
      if (!this.#isOver) socket.resume();
    });
  }

  /** What the peer sent on is never read, but the refusal before it is. */
  #close(reason: Cut): void {
    const { socket } = this.#peer;
    if (this.#peer.leaving) return;
    this.#peer.leaving = true;
    socket.removeAllListeners("data");
    socket.pause();
    this.#context.tally.cut(reason);
    socket.destroySoon();
    void this.#context.clock.sleep(farewellMs, this.#context.stop).then(() => socket.destroy());
  }
}
