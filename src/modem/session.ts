/**
 * One AT conversation over one open port: commands queue up, one is under way at a time, each has a deadline, and what
 * the modem says unasked goes to whoever listens. The rules are those of at/exchange.ts; this is its clock and its wire.
 */

import { type Command, commandFor } from "../at/commands.ts";
import {
  cancel,
  type Effect,
  type ExchangeInput,
  type ExchangeState,
  newExchange,
  type Outcome,
  stepExchange,
} from "../at/exchange.ts";
import { classifyLine, isWholeWithoutEnd } from "../at/line.ts";
import { parseUrc, type Urc } from "../at/urc.ts";
import type { Clock } from "../base/clock.ts";
import { createDeadline, type Deadline } from "./deadline.ts";
import type { ModemPort, OpenPort } from "./port.ts";
import { Rest } from "./rest.ts";
import { createTally, noCounts, type SessionCounts } from "./tally.ts";

export interface SessionListener {
  urc(urc: Urc, text: string): void;
  /** A line nobody knows, as it came: it may hold identities, so it is for the person at the keyboard only. */
  unknown?(text: string): void;
  /** The modem has started anew, and said so with this line. */
  reset(text: string): void;
  lost(): void;
}

export interface Session {
  /** Never rejects for what the modem does. A text that no table knows is judged by its names. */
  send(command: Command | string): Promise<Outcome>;
  /** Cancels what another program may have left half-typed. Waits its turn; an answer to it that comes late is known as such. */
  clean(): Promise<void>;
  /** From now on the line rests at least so long between a final and the next command. */
  restFor(ms: number): void;
  close(): void;
  readonly counts: SessionCounts;
  /** The newest lines nobody knows, digits masked. */
  readonly unknownLines: readonly string[];
}

/** How long an answer in hand is kept back while an older one may still come. */
const hurryMs = 300;
/** An unended `OK` or `>` stands when nothing has followed for this long. */
const quietMs = 100;
const queueLimit = 32;

interface Job {
  readonly command: Command;
  /** When it was queued. */
  readonly sinceMs: number;
  settle(outcome: Outcome): void;
}

class AtSession implements Session {
  readonly #clock: Clock;
  readonly #listener: SessionListener;
  readonly #queue: Job[] = [];
  readonly #tally = createTally();
  #port: ModemPort | undefined;
  #state: ExchangeState = newExchange;
  #job: Job | undefined;
  readonly #deadline: Deadline;
  readonly #rest = new Rest();
  #waking = false;

  constructor(clock: Clock, listener: SessionListener) {
    this.#clock = clock;
    this.#listener = listener;
    this.#deadline = createDeadline(clock, () => this.#onDeadline());
  }

  async open(openPort: OpenPort): Promise<void> {
    this.#port = await openPort({
      line: (text) => this.#onLine(text),
      partial: () => this.#onPartial(),
      lost: () => this.#onLost(),
    });
  }

  get counts(): SessionCounts {
    return { ...noCounts, ...this.#port?.counts, ...this.#tally.counts };
  }

  get unknownLines(): readonly string[] {
    return this.#tally.unknownLines;
  }

  send(command: Command | string): Promise<Outcome> {
    const known = typeof command === "string" ? commandFor(command) : command;
    if (this.#state.kind === "lost") return Promise.resolve({ kind: "port_lost" });
    if (this.#queue.length >= queueLimit) return Promise.resolve({ kind: "refused" });
    return new Promise((settle) => {
      this.#queue.push({ command: known, sinceMs: this.#clock.monoMs(), settle });
      this.#next();
    });
  }

  async clean(): Promise<void> {
    await this.send(cancel);
  }

  restFor(ms: number): void {
    this.#rest.atLeast(ms);
  }

  close(): void {
    this.#end();
  }

  #next(): void {
    const [job] = this.#queue;
    if (this.#job || !job || !this.#rested(job) || this.#state.kind !== "idle") return;
    this.#queue.shift();
    // Registered before the write, so that no answer can be too fast.
    this.#job = job;
    this.#deadline.set(job.command.deadlineMs);
    this.#step({ kind: "send", command: job.command });
  }

  /** Whether the line has rested enough for this job; if not, goes on when it has. */
  #rested({ sinceMs }: Job): boolean {
    const leftMs = this.#rest.endMs(sinceMs) - this.#clock.monoMs();
    if (leftMs <= 0) this.#step({ kind: "rested" });
    else if (!this.#waking) void this.#wakeAfter(leftMs);
    return leftMs <= 0;
  }

  async #wakeAfter(ms: number): Promise<void> {
    this.#waking = true;
    await this.#clock.sleep(ms);
    this.#waking = false;
    this.#next();
  }

  #onLine(raw: string): void {
    if (!this.#job) this.#rest.report(this.#clock.monoMs());
    const line = classifyLine(raw, this.#job?.command.request);
    if (line) this.#step({ kind: "line", line });
  }

  #onPartial(): void {
    const port = this.#port;
    if (!port || !isWholeWithoutEnd(port.partial())) return;
    const { bytes } = port.counts;
    void this.#clock.sleep(quietMs).then(() => {
      const text = port.partial();
      if (port.counts.bytes !== bytes || !isWholeWithoutEnd(text)) return;
      port.dropPartial();
      this.#tally.count("unended");
      this.#onLine(text);
    });
  }

  /** What has not been ended by now will not be: `+CME ERROR: 132` without CRLF is a final (gammu tests/at-dispatch.c). */
  #onDeadline(): void {
    const job = this.#job;
    const rest = this.#port?.partial() ?? "";
    if (classifyLine(rest)?.kind === "final") {
      this.#port?.dropPartial();
      this.#tally.count("unended");
      this.#onLine(rest);
    }
    if (this.#job === job) this.#step({ kind: "deadline" });
  }

  #onLost(): void {
    if (this.#end()) this.#listener.lost();
  }

  /** Everything under way ends as `port_lost`; false when it had ended before. */
  #end(): boolean {
    if (this.#state.kind === "lost") return false;
    // A port that is lost to an error is open still, and locked against who opens it anew.
    this.#port?.close();
    this.#deadline.end();
    this.#step({ kind: "lost" });
    for (const job of this.#queue.splice(0)) job.settle({ kind: "port_lost" });
    return true;
  }

  #step(input: ExchangeInput): void {
    const { state, effects } = stepExchange(this.#state, input);
    this.#state = state;
    for (const effect of effects) this.#act(effect);
  }

  #act(effect: Effect): void {
    switch (effect.kind) {
      case "write":
        this.#port?.write(effect.text);
        return;
      case "settle":
        this.#settle(effect.outcome);
        return;
      case "hurry":
        this.#deadline.set(hurryMs);
        return;
      case "urc":
        this.#onUrc(effect.text);
        return;
      case "reset":
        this.#tally.count("resets");
        this.#listener.reset(effect.text);
        return;
      case "late":
        this.#tally.count("late");
        return;
      case "junk":
        this.#tally.count(effect.line.junk);
        return;
      case "unknown":
        this.#onUnknown(effect.text);
        return;
    }
  }

  #settle(outcome: Outcome): void {
    const job = this.#job;
    this.#job = undefined;
    this.#deadline.clear();
    if (outcome.kind === "silent" && job?.command !== cancel) this.#tally.count("timeouts");
    this.#rest.final(this.#clock.monoMs());
    job?.settle(outcome);
    this.#next();
  }

  #onUrc(text: string): void {
    const urc = parseUrc(text);
    if (urc) this.#listener.urc(urc, text);
    else this.#onUnknown(text);
  }

  #onUnknown(text: string): void {
    this.#tally.unknown(text);
    this.#listener.unknown?.(text);
  }
}

/** Opens a port and starts a session on it. Rejects as OpenPort does. */
export async function openSession(openPort: OpenPort, clock: Clock, listener: SessionListener): Promise<Session> {
  const session = new AtSession(clock, listener);
  await session.open(openPort);
  return session;
}
