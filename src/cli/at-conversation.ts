/**
 * One serial session for a script or a person, kept through losses of the port: what was answered, and what came unasked
 * since the last answer. The rules of the line are the agent's own (modem/session.ts).
 */
import { commandFor } from "../at/commands.ts";
import type { Outcome } from "../at/exchange.ts";
import { classifyLine } from "../at/line.ts";
import type { Clock } from "../base/clock.ts";
import { AgentError } from "../base/errors.ts";
import { overheard } from "../modem/overheard.ts";
import type { ModemPort, OpenPort } from "../modem/port.ts";
import { openSession, type Session, type SessionListener } from "../modem/session.ts";

/** `reconnected`: the port was lost and is back since the last answer. */
export type PortState = "open" | "lost" | "reconnected";

export interface Turn {
  /** Undefined when nothing was sent. */
  readonly outcome: Outcome | undefined;
  /** Unsolicited lines before the answer's last line, and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly state: PortState;
  /** A text prompt that another program had left open was cancelled with ESC and CR. */
  readonly escaped: boolean;
  /** Nobody answers, and what comes is a GPS stream or no text: this is another port of the modem. */
  readonly otherPort: boolean;
  /** Lines that were too many to keep. */
  readonly dropped: number;
}

export interface ConversationOptions {
  readonly open: OpenPort;
  readonly clock: Clock;
  readonly stop: AbortSignal;
  /** Every line as it comes, before anything is made of it. */
  readonly onLine?: (text: string) => void;
}

/** Data that some commands send after their final, and reports set off by it. */
const graceMs = 100;
/** A modem that has begun to talk says several things, as after a restart: until nothing has come for so long. */
const talkQuietMs = 3_000;
/** The same after a return of the port, which somebody waits for. */
const returnQuietMs = 1_000;
/** A listener without a limit of its own. */
const listenMs = 10_000;
/** How long a listener waits for a port that was lost meanwhile. */
const returnMs = 60_000;
/** A modem's first words come soon after its port and are lost to who opens it later; after some time nobody hurries. */
const reopenMs = { soon: 50, later: 500, soonForMs: 20_000 } as const;
const stepMs = 50;
const linesKept = 256;
const cancelText = "\x1b\r";

export class AtConversation {
  readonly #options: ConversationOptions;
  #session: Session | undefined;
  /** What has come since the last line end. */
  #unended: () => string = () => "";
  #lines: string[] = [];
  /** Unsolicited ones, each with its place among all lines. */
  #urcs: { readonly text: string; readonly at: number }[] = [];
  #lastLineAt = 0;
  #dropped = 0;
  #lastHeardMs = 0;
  #state: PortState = "open";
  #escaped = false;
  #answered = false;
  #closed = false;

  constructor(options: ConversationOptions) {
    this.#options = options;
  }

  /** Rejects as OpenPort does. */
  async start(): Promise<void> {
    this.#session = await this.#opened();
    await this.#session.clean();
    this.#escaped = false;
  }

  /** Sends one command and waits for its answer; while the port is gone, for the port. */
  async ask(request: string, timeoutMs: number | undefined): Promise<Turn> {
    const command = commandFor(request, timeoutMs);
    const dueMs = this.#now + command.deadlineMs;
    await this.#until(() => this.#session !== undefined, dueMs);
    const outcome: Outcome = (await this.#session?.send(command)) ?? { kind: "port_lost" };
    const told = outcome.kind !== "silent" && outcome.kind !== "port_lost" && outcome.kind !== "refused";
    this.#answered = this.#answered || told;
    if (outcome.kind === "reset") await this.#until(() => this.#quietFor(talkQuietMs), dueMs);
    else if (told) await this.#sleep(graceMs);
    return this.#turn(outcome);
  }

  /**
   * Waits and tells what came. Without a time: until the modem has spoken and fallen silent again, or a lost port is back;
   * 10 s at most, and a minute for a lost port.
   */
  async listen(timeoutMs: number | undefined): Promise<Turn> {
    const beganMs = this.#now;
    if (timeoutMs !== undefined) await this.#sleep(timeoutMs);
    else {
      await this.#until(() => this.#isBack() || this.#hasSpoken(), beganMs + listenMs);
      if (this.#state === "lost") await this.#until(() => this.#isBack(), beganMs + returnMs);
    }
    return this.#turn(undefined);
  }

  close(): void {
    this.#closed = true;
    this.#session?.close();
  }

  get #now(): number {
    return this.#options.clock.monoMs();
  }

  #sleep(ms: number): Promise<void> {
    return this.#options.clock.sleep(ms, this.#options.stop);
  }

  async #until(holds: () => boolean, dueMs: number): Promise<void> {
    while (!holds() && this.#now < dueMs && !this.#options.stop.aborted) {
      await this.#sleep(Math.min(stepMs, dueMs - this.#now));
    }
  }

  #quietFor(ms: number): boolean {
    return this.#now - this.#lastHeardMs >= ms;
  }

  #isBack(): boolean {
    return this.#state === "reconnected" && this.#quietFor(returnQuietMs);
  }

  #hasSpoken(): boolean {
    return this.#state === "open" && this.#lastLineAt > 0 && this.#quietFor(talkQuietMs);
  }

  #opened(): Promise<Session> {
    return openSession((listener) => this.#tapped(listener), this.#options.clock, this.#listener());
  }

  /** The port with an ear on it: the session tells what a line means, but not in which place it came. */
  async #tapped(listener: Parameters<OpenPort>[0]): Promise<ModemPort> {
    const open = overheard(this.#options.open, (direction, text) => {
      if (direction === "from_modem") this.#onLine(text);
      else if (text === cancelText) this.#escaped = true;
    });
    const port = await open(listener);
    this.#unended = () => port.partial();
    return port;
  }

  #listener(): SessionListener {
    const keep = (text: string) => {
      if (this.#urcs.length < linesKept) this.#urcs.push({ text, at: this.#lastLineAt });
      else this.#dropped += 1;
    };
    return { urc: (_, text) => keep(text), unknown: keep, reset: keep, lost: () => void this.#reopen() };
  }

  #onLine(text: string): void {
    this.#lastHeardMs = this.#now;
    this.#lastLineAt += 1;
    if (this.#lines.length < linesKept) this.#lines.push(text.trim());
    this.#options.onLine?.(text);
  }

  /** Until it is back or nobody wants it any more; what else is wrong with it may pass too. */
  async #reopen(): Promise<void> {
    this.#session = undefined;
    this.#state = "lost";
    const hurryUntilMs = this.#now + reopenMs.soonForMs;
    while (!this.#session && !this.#closed && !this.#options.stop.aborted) {
      await this.#sleep(this.#now < hurryUntilMs ? reopenMs.soon : reopenMs.later);
      try {
        this.#session = await this.#opened();
      } catch (error) {
        if (!(error instanceof AgentError)) throw error;
      }
    }
    if (this.#closed) return this.#session?.close();
    this.#state = "reconnected";
    this.#lastHeardMs = this.#now;
  }

  /** A diagnostic protocol, or text at another speed, has no line ends. */
  #isNoise(): boolean {
    return classifyLine(this.#unended())?.kind === "junk";
  }

  #turn(outcome: Outcome | undefined): Turn {
    const last = outcome?.kind === "ok" ? outcome.info.at(-1) : undefined;
    const answerAt = last === undefined ? 0 : this.#lines.lastIndexOf(last) + 1;
    const { nmea = 0, binary = 0 } = this.#session?.counts ?? {};
    const turn: Turn = {
      outcome,
      before: this.#urcs.filter(({ at }) => at <= answerAt).map(({ text }) => text),
      after: this.#urcs.filter(({ at }) => at > answerAt).map(({ text }) => text),
      state: this.#state,
      escaped: this.#escaped,
      otherPort: outcome?.kind === "silent" && !this.#answered && (nmea + binary > 0 || this.#isNoise()),
      dropped: this.#dropped,
    };
    [this.#lines, this.#urcs, this.#lastLineAt, this.#dropped] = [[], [], 0, 0];
    if (this.#state === "reconnected") this.#state = "open";
    this.#escaped = false;
    return turn;
  }
}
