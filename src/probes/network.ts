/**
 * Watches the way to the host. While payments are answered it sends nothing: they are the better probe. After a failure it
 * looks, as `governor/rhythm.ts` says when and `governor/governor.ts` whether; never while money is on the way.
 */
import type { Clock } from "../base/clock.ts";
import { createNap, type Nap } from "../base/nap.ts";
import type { Random } from "../base/random.ts";
import { type Reading, reading } from "../model/reading.ts";
import { isAnswered } from "./answers.ts";
import type { Governor, GovernorStatus } from "./governor/governor.ts";
import { createRhythm, type Rhythm } from "./governor/rhythm.ts";
import { type Climbed, createLadder, type Ladder } from "./ladder.ts";
import { createLinkState } from "./link-state.ts";
import type { Path } from "./path.ts";
import type { Emit, Pace, Probe } from "./probe.ts";
import type { RungId } from "./rungs.ts";

export interface NetworkProbeOptions {
  readonly path: Path;
  readonly governor: Governor;
  readonly spreadMs: number;
  /** From one look to the next of the three after a failure. */
  readonly closeMs: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly emit: Emit;
}

export interface NetworkProbe extends Probe {
  /** Everything that is measured or heard: payments, and whether there is a way at all. */
  see(readings: readonly Reading[]): void;
  /** Looks at once, within the budgets; resolves when that is done, or it cannot be. */
  lookNow(): Promise<void>;
  /** These rungs only, in turn with the looks, within the budgets; nothing when there is no way or the probe has ended. */
  climb(rungs: readonly RungId[]): Promise<readonly Climbed[]>;
  /** No host is visited until then, monotonic milliseconds. */
  hold(untilMs: number): void;
  status(): GovernorStatus;
}

/** Money on the way, and a way that is dead, are waited for; that neither lasts for ever is looked after this often. */
const waitMs = 60_000;
const failures: ReadonlySet<unknown> = new Set(["timeout", "aborted", "unknown"]);

/** Rungs that somebody waits for. */
interface Errand {
  readonly rungs: readonly RungId[];
  end(climbed: readonly Climbed[]): void;
}

/** A look that somebody waits for. */
interface Asked {
  readonly ended: Promise<void>;
  end(): void;
}

function createAsked(): Asked {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end: () => end() };
}

class NetworkWatch implements NetworkProbe {
  readonly id = "network";
  readonly #options: NetworkProbeOptions;
  readonly #nap: Nap;
  readonly #ladder: Ladder;
  readonly #rhythm: Rhythm;
  readonly #links = createLinkState();
  #pace: Pace = "slow";
  #asked: Asked | undefined;
  #errand: Errand | undefined;
  #isRunning = false;

  constructor(options: NetworkProbeOptions) {
    const { path, governor, clock, random, emit, spreadMs, closeMs } = options;
    this.#options = options;
    this.#nap = createNap(clock);
    this.#ladder = createLadder({ path, governor, emit, clock });
    this.#rhythm = createRhythm({ random, spreadMs, closeMs }, clock.monoMs());
  }

  async run(stop: AbortSignal): Promise<void> {
    this.#isRunning = true;
    while (!stop.aborted) {
      await this.#turn();
      if (!this.#asked && !this.#errand) await this.#nap.sleep(this.#napMs(), stop);
    }
    this.#isRunning = false;
    this.#asked?.end();
    this.#errand?.end([]);
  }

  setPace(pace: Pace): void {
    if (pace === this.#pace) return;
    this.#pace = pace;
    if (pace === "quick") this.#rhythm.alarm(this.#nowMs);
    else this.#rhythm.calm(this.#nowMs);
    this.#nap.wake();
  }

  see(readings: readonly Reading[]): void {
    const wasDead = this.#links.isDead();
    for (const each of readings) this.#links.see(each);
    const heard = readings.filter(({ signal }) => signal.startsWith("txn."));
    for (const each of heard) this.#hear(each);
    // A shop that sells without a break leaves only the gaps between payments.
    if (heard.length > 0 || (wasDead && !this.#links.isDead())) this.#nap.wake();
  }

  lookNow(): Promise<void> {
    if (!this.#isRunning) return Promise.resolve();
    this.#asked ??= createAsked();
    this.#nap.wake();
    return this.#asked.ended;
  }

  climb(rungs: readonly RungId[]): Promise<readonly Climbed[]> {
    // Whoever was there before is told that it was not his turn.
    this.#errand?.end([]);
    if (!this.#isRunning) return Promise.resolve([]);
    return new Promise((resolve) => {
      this.#errand = { rungs, end: resolve };
      this.#nap.wake();
    });
  }

  hold(untilMs: number): void {
    this.#options.governor.hold(untilMs);
  }

  status(): GovernorStatus {
    return this.#options.governor.status();
  }

  get #nowMs(): number {
    return this.#options.clock.monoMs();
  }

  /** Without a cable or an address nothing can be sent, and no look is to be wasted on it; nor while money is on the way. */
  #waits(): boolean {
    return this.#links.isDead() || this.#options.governor.isPaying();
  }

  async #turn(): Promise<void> {
    await this.#answerAsked();
    await this.#runErrand();
    const { look, dueMs } = this.#rhythm.next();
    const startedMs = this.#nowMs;
    if (startedMs < dueMs || this.#waits()) return;
    if (await this.#ladder.look(look)) this.#rhythm.made(startedMs);
  }

  async #answerAsked(): Promise<void> {
    const now = this.#asked;
    this.#asked = undefined;
    if (!now) return;
    if (this.#links.isDead()) this.#options.emit([reading("net.tcp_host", "not_run", this.#nowMs)]);
    else await this.#ladder.look("asked");
    now.end();
  }

  async #runErrand(): Promise<void> {
    const now = this.#errand;
    this.#errand = undefined;
    now?.end(this.#links.isDead() ? [] : await this.#ladder.climb(now.rungs));
  }

  #napMs(): number {
    const leftMs = Math.max(0, this.#rhythm.next().dueMs - this.#nowMs);
    return this.#waits() ? Math.max(leftMs, waitMs) : leftMs;
  }

  #hear(heard: Reading): void {
    this.#options.governor.see(heard);
    if (isAnswered(heard)) this.#rhythm.proved(this.#nowMs);
    else if (heard.signal === "txn.outcome" && failures.has(heard.value)) this.#rhythm.failed(this.#nowMs);
  }
}

export function createNetworkProbe(options: NetworkProbeOptions): NetworkProbe {
  return new NetworkWatch(options);
}
