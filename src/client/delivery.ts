/**
 * Observations on their way to the agent. It takes a connection before it reads it, even while it hangs, so nothing is sent
 * before it has spoken on this one, and little beyond what it has confirmed: what lies in a socket cannot be taken back, and
 * would be dated with the hour at which the agent wakes. Nothing here waits, and everything is bounded.
 */

import { createBucket } from "../base/bucket.ts";
import type { Clock } from "../base/clock.ts";
import { formatFrame } from "../ipc/frames.ts";
import { events } from "../ipc/messages.ts";
import type { Observed } from "../ipc/observation.ts";
import { questionNumbers } from "./pending.ts";
import { createStanding } from "./standing.ts";
import { createWaitingRoom, type WaitingRoom } from "./waiting-room.ts";

export interface DeliveryLink {
  /** False when there is no connection, or when the agent does not read. */
  write(frame: string): boolean;
  /** Ends a connection on which nothing comes back. */
  drop(): void;
}

export interface DeliveryCounters {
  readonly sent: number;
  readonly dropped: number;
  readonly unconfirmed: number;
  readonly refused: number;
}

/** They come round again, and are short: a frame is to hold few digits. */
const numbers = 9_000_000;
const mostUnderway = 32;
/** An agent that confirms nothing for so long hangs. */
const answerMs = 6_000;
/** The agent takes 100 messages at once and 20 a second, and refuses the rest; some of it is for questions. */
const burst = 64;
const perSecond = 15;
const pauseMs = 100;

interface Message {
  readonly request: number;
  readonly frame: string;
}

export class Delivery {
  readonly #clock: Clock;
  readonly #link: DeliveryLink;
  readonly #waiting: WaitingRoom<Message>;
  readonly #standing = createStanding();
  /** Number → when it was sent. */
  readonly #underway = new Map<number, number>();
  readonly #counts = { sent: 0, unconfirmed: 0, refused: 0 };
  readonly #bucket = createBucket(burst, perSecond);
  #last = 0;
  /** Whether the agent has spoken on this connection. */
  #proven = false;
  #pausing = false;
  /** Connections that ended, and messages thrown away, since the agent was last told all that holds. */
  #missed = 0;
  #droppedBefore = 0;

  constructor(clock: Clock, link: DeliveryLink) {
    this.#clock = clock;
    this.#link = link;
    this.#waiting = createWaitingRoom(clock);
  }

  /** One message, and what it says. */
  say(event: string, data: object, observed: readonly Observed[]): void {
    for (const one of observed) this.#standing.note(one);
    this.#waiting.add(this.#compose(event, data));
    this.flush();
  }

  /** Sends what may be sent now. */
  flush(): void {
    if (this.#isHung()) this.#link.drop();
    else if (this.#proven) {
      this.#waiting.flush((message) => this.#deliver(message));
      if (!this.occupied) this.#tellWhatHolds();
    } else if (this.#underway.size === 0 && (this.occupied || this.stands)) this.#send(this.#compose(events.alive, {}));
  }

  /** The agent said something on this connection. */
  heard(): void {
    this.#proven = true;
    this.flush();
  }

  /** The connection ended. Before the agent spoke only the greeting was under way. */
  ended(): void {
    if (this.#proven) {
      this.#counts.unconfirmed += this.#underway.size;
      this.#missed += 1;
    }
    this.#underway.clear();
    this.#proven = false;
  }

  /** Whether this was the number of one of its messages. */
  settle(request: number, taken: boolean): boolean {
    if (request < questionNumbers) return false;
    if (this.#underway.delete(request) && !taken) this.#counts.refused += 1;
    return true;
  }

  /** Something waits. */
  get occupied(): boolean {
    return this.#waiting.occupied;
  }

  /** Something holds that an agent must be told when it comes back. */
  get stands(): boolean {
    return this.#standing.occupied;
  }

  counters(): DeliveryCounters {
    return { ...this.#counts, dropped: this.#waiting.dropped };
  }

  #compose(event: string, data: object): Message {
    this.#last = (this.#last + 1) % numbers;
    const request = questionNumbers + this.#last;
    return { request, frame: formatFrame(event, { request, ...data }) };
  }

  /** After a gap: the newest of each, last of all. */
  #tellWhatHolds(): void {
    const { dropped } = this.#waiting;
    const facts = this.#standing.facts();
    if (this.#missed + dropped === this.#droppedBefore || !facts) return;
    if (!this.#deliver(this.#compose(events.tell, facts))) return;
    this.#missed = 0;
    this.#droppedBefore = dropped;
  }

  #send({ request, frame }: Message): boolean {
    if (this.#underway.size >= mostUnderway || !this.#link.write(frame)) return false;
    this.#underway.set(request, this.#clock.monoMs());
    return true;
  }

  #deliver(message: Message): boolean {
    if (this.#underway.size >= mostUnderway) return false;
    if (!this.#bucket.take(this.#clock.monoMs())) {
      void this.#pause();
      return false;
    }
    const taken = this.#send(message);
    if (taken) this.#counts.sent += 1;
    return taken;
  }

  async #pause(): Promise<void> {
    if (this.#pausing) return;
    this.#pausing = true;
    await this.#clock.sleep(pauseMs);
    this.#pausing = false;
    this.flush();
  }

  #isHung(): boolean {
    const [oldestMs] = this.#underway.values();
    return oldestMs !== undefined && this.#clock.monoMs() - oldestMs > answerMs;
  }
}
