/**
 * The modem probe: keeps the serial port open, the modem set up and identified, and looks at it in the pace it is given.
 * Everything that goes wrong with port or modem is a Reading; `run` ends only when it is told to.
 */
import type { Command } from "../at/command.ts";
import type { Outcome } from "../at/exchange.ts";
import { type Backoff, createBackoff } from "../base/backoff.ts";
import type { Clock } from "../base/clock.ts";
import { AgentError, type ErrorCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { Random } from "../base/random.ts";
import type { ModemFact } from "../model/modem-fact.ts";
import { absent, reading } from "../model/reading.ts";
import type { ModemKnowledge } from "../modem/modem-knowledge.ts";
import type { OpenPort } from "../modem/port.ts";
import type { RecoveryRequests } from "../modem/profile.ts";
import { generic } from "../modem/profiles/generic.ts";
import { openSession, type Session, type SessionListener } from "../modem/session.ts";
import { addCounts, noCounts } from "../modem/tally.ts";
import { ModemLink } from "./modem-link.ts";
import { awaitSession } from "./modem-opening.ts";
import { sendOrder } from "./modem-orders.ts";
import { nothingKnown } from "./modem-readings.ts";
import { Restarts } from "./modem-restarts.ts";
import { type ModemStatus, type PortState, statusOf } from "./modem-status.ts";
import type { Emit, Pace, Probe } from "./probe.ts";

export interface ModemProbeOptions {
  readonly open: OpenPort;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly emit: Emit;
  /** What is learned for those who remember. Must not throw and must not block. */
  readonly onFact?: (fact: ModemFact) => void;
  /** The APN the terminal is meant to use; without it `modem.apn_expected` is not judged. */
  readonly apn?: string;
  /** What is known of modems; without it what comes with the program. */
  readonly known?: ModemKnowledge;
  /** Milliseconds between looks. */
  readonly paces?: Readonly<Record<Pace, number>>;
}

const usualPaces = { slow: 10_000, quick: 1_000 } as const satisfies Record<Pace, number>;
/** Opening again: at once after a loss, then rarer; a failed open costs one system call. */
const reopen = { floorMs: 250, firstMs: 1_000, limitMs: 30_000 };
/** After a change, and after an unsolicited line, a second look comes this soon: one reading alone proves nothing. */
const confirmMs = 700;
/** Somebody waits for the modem to come back. */
const reopenQuickMs = 5_000;
/** Looks called for by unsolicited lines keep this distance, whatever a modem floods. */
const leastGapMs = 500;

const portStates: Readonly<Partial<Record<ErrorCode, PortState>>> = {
  PORT_GONE: "missing",
  PORT_DENIED: "denied",
  PORT_BUSY: "busy",
};

class ModemProbe implements Probe {
  readonly id = "modem";
  readonly #options: ModemProbeOptions;
  readonly #paces: Readonly<Record<Pace, number>>;
  readonly #backoff: Backoff;
  #pace: Pace = "slow";
  #waker = new AbortController();
  #stopped = false;
  #lost = false;
  /** The modem has said something that calls for a look. */
  #called = false;
  #port: PortState | undefined;
  #portError: string | undefined;
  #session: Session | undefined;
  #link: ModemLink | undefined;
  #past = noCounts;
  readonly #restarts = new Restarts();
  /** The device was open and has vanished since. */
  #vanished = false;
  #pastUnknown: readonly string[] = [];

  constructor(options: ModemProbeOptions) {
    this.#options = options;
    this.#paces = options.paces ?? usualPaces;
    this.#backoff = createBackoff(reopen, options.random);
  }

  setPace(pace: Pace): void {
    if (pace === this.#pace) return;
    this.#pace = pace;
    if (pace === "quick") this.#waker.abort();
  }

  status(): ModemStatus {
    return statusOf({
      port: this.#port,
      portError: this.#portError,
      link: this.#link,
      session: this.#session,
      past: this.#past,
      pastUnknown: this.#pastUnknown,
    });
  }

  recovery(): RecoveryRequests {
    return this.#link?.recovery ?? generic.recovery;
  }

  async perform(command: Command): Promise<Outcome> {
    const session = this.#session;
    if (!session) return { kind: "port_lost" };
    const outcome = await sendOrder(command, session, { clock: this.#options.clock, restarts: this.#restarts });
    this.#called = true;
    this.#waker.abort();
    return outcome;
  }

  async run(stop: AbortSignal): Promise<void> {
    const end = () => {
      this.#stopped = true;
      this.#session?.close();
      this.#waker.abort();
    };
    stop.addEventListener("abort", end, { once: true });
    if (stop.aborted) end();
    while (!this.#stopped) {
      const session = await this.#open(stop);
      if (session) await this.#serve(session);
      const delayMs = this.#backoff.next();
      await this.#nap(this.#pace === "quick" ? Math.min(delayMs, reopenQuickMs) : delayMs);
    }
    stop.removeEventListener("abort", end);
  }

  get #now(): number {
    return this.#options.clock.monoMs();
  }

  async #nap(ms: number): Promise<void> {
    if (this.#stopped) return;
    this.#waker = new AbortController();
    await this.#options.clock.sleep(ms, this.#waker.signal);
  }

  #listener(): SessionListener {
    return {
      urc: (urc) => {
        if (!this.#session || !this.#link?.hear(urc)) return;
        this.#called = true;
        this.#waker.abort();
      },
      reset: () => {
        this.#link?.onReset();
        this.#onStart();
        this.#called = true;
        this.#waker.abort();
      },
      lost: () => {
        this.#lost = true;
        this.#waker.abort();
      },
    };
  }

  async #open(stop: AbortSignal): Promise<Session | undefined> {
    this.#lost = false;
    try {
      const opening = openSession(this.#options.open, this.#options.clock, this.#listener());
      const onLate = () => this.#onNoPort("failed", "the system does not finish opening the modem's port");
      const session = await awaitSession(opening, { clock: this.#options.clock, stop, onLate });
      if (!session || this.#stopped) {
        session?.close();
        return undefined;
      }
      this.#session = session;
      this.#onPort("open", undefined);
      if (this.#vanished) this.#onStart();
      this.#vanished = false;
      return session;
    } catch (error) {
      if (!(error instanceof AgentError)) throw error;
      this.#onNoPort(portStates[error.code] ?? "failed", error.message);
      return undefined;
    }
  }

  /** A sign that the modem has started anew. */
  #onStart(): void {
    if (this.#restarts.sign(this.#now)) this.#options.onFact?.({ kind: "restart" });
  }

  #onNoPort(state: PortState, message: string): void {
    if (state === "missing" && this.#link) this.#vanished = true;
    this.#onPort(state, message);
    const unknown = nothingKnown(this.#now, this.#options.apn !== undefined);
    this.#options.emit([absent("modem.at_response", this.#now), ...unknown]);
  }

  #onPort(state: PortState, error: string | undefined): void {
    if (state !== this.#port) this.#options.log(error ? "warning" : "notice", "modem.port", { state });
    this.#port = state;
    this.#portError = error;
    const present = reading("modem.module_present", state !== "missing", this.#now);
    this.#options.emit([reading("modem.port", state, this.#now), present]);
  }

  /** Until the port is lost or the probe is stopped. */
  async #serve(session: Session): Promise<void> {
    const { clock, emit, log, apn, known, onFact = () => {} } = this.#options;
    const link = new ModemLink(session, { clock, emit, log, apn, known, onFact, restarts: this.#restarts });
    this.#link = link;
    while (!this.#lost && !this.#stopped) {
      const called = this.#called;
      this.#called = false;
      this.#onPort("open", undefined);
      const changed = await link.look(this.#pace);
      await this.#pause(called || changed);
    }
    session.close();
    // One answer is enough: a modem that comes back flaps, and must not be waited for longer each time.
    if (link.heard) this.#backoff.reset();
    this.#past = addCounts(this.#past, session.counts);
    this.#pastUnknown = this.status().unknownLines;
    this.#session = undefined;
  }

  /** `soon`: a second look is due, because one reading proves nothing. */
  async #pause(soon: boolean): Promise<void> {
    const endedMs = this.#now;
    const usualMs = this.#paces[this.#pace];
    if (!this.#called && !this.#lost) await this.#nap(soon ? Math.min(usualMs, confirmMs) : usualMs);
    const gapMs = leastGapMs - (this.#now - endedMs);
    if (gapMs > 0 && !this.#stopped && !this.#lost) await this.#options.clock.sleep(gapMs);
  }
}

export interface ModemProbeHandle extends Probe {
  status(): ModemStatus;
  /** What mends the modem in use; what 27.007 says while it is not known. */
  recovery(): RecoveryRequests;
  /** Sends one command behind the one under way; `port_lost` while no port is open. Then the modem is looked at anew. */
  perform(command: Command): Promise<Outcome>;
}

export function createModemProbe(options: ModemProbeOptions): ModemProbeHandle {
  return new ModemProbe(options);
}
