/**
 * The ladder at work: looks every few seconds, tries one rung at a time, waits for its effect, and tells what came of it.
 * What a rung takes away it gives back, also when it is told to stop, and after a crash at the next start.
 */
import type { Command } from "../at/command.ts";
import { commandFor } from "../at/commands.ts";
import type { Outcome } from "../at/exchange.ts";
import type { Clock } from "../base/clock.ts";
import { dayOf } from "../base/day.ts";
import type { Log } from "../base/log.ts";
import { type Attempt, type AttemptReply, type RungId, rungIds } from "../model/attempt.ts";
import type { Reading } from "../model/reading.ts";
import { createDebts, type Debts } from "./debts.ts";
import { watchEffect } from "./effect.ts";
import { nextStep, type Signs, type Step, seeSigns, type Try } from "./ladder.ts";
import { isOpen, type Ledger, reversals, settle, triesOf } from "./ledger.ts";
import { measure } from "./measurement.ts";
import { mendedBy } from "./mend.ts";
import { type Order, untimely, type Withheld } from "./order.ts";
import { type Recipe, rungs } from "./rung.ts";
import { createWatch, type Watch } from "./watch.ts";

export interface RecoveryOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly ledger: Ledger;
  /** Most tries a day. */
  readonly perDay: Readonly<Record<RungId, number>>;
  /** Commands of the modem in use. */
  recipe(): Recipe;
  /** Sends one command behind whatever is under way; `port_lost` where there is no modem. */
  perform(command: Command): Promise<Outcome>;
  /** Faults that are open, or likelier than not. */
  faults(): readonly string[];
  /** Called before something is taken away: what follows from it is our doing. */
  onBreak(): void;
  /** What was tried, and what came of it. */
  onAttempt(attempt: Attempt): void;
}

export interface RecoveryStatus {
  readonly step: Step;
  readonly trying: RungId | undefined;
  readonly spent: Readonly<Record<RungId, number>>;
  readonly last: Attempt | undefined;
}

export interface Recovery {
  see(readings: readonly Reading[]): void;
  /** Ends within ten seconds of being told to, after giving back what was taken away. */
  run(stop: AbortSignal): Promise<void>;
  status(): RecoveryStatus;
  /** Somebody orders a rung. It is climbed within guards, distances and budgets like any other, or it is said what forbids it. */
  order(rung: RungId, stop: AbortSignal): Promise<Attempt | Withheld>;
}

const tickMs = 5_000;
/** Between taking away and giving back: the network must notice, or nothing is done anew. */
const betweenMs = 2_000;
const graceMs = 10_000;
/** The rungs' distances reach back an hour. */
const triesKept = 16;

const replies: Readonly<Record<Outcome["kind"], AttemptReply>> = {
  ok: "done",
  reset: "done",
  error: "refused",
  unsupported: "refused",
  cme: "refused",
  cms: "refused",
  call: "refused",
  silent: "silent",
  port_lost: "lost",
  refused: "withheld",
};

class Runner implements Recovery {
  readonly #options: RecoveryOptions;
  readonly #watch: Watch;
  readonly #debts: Debts;
  #signs: Signs = new Map();
  #tries: readonly Try[] = [];
  #step: Step = { kind: "rest" };
  #trying: RungId | undefined;
  #last: Attempt | undefined;
  #order: Order | undefined;

  constructor(options: RecoveryOptions) {
    this.#options = options;
    this.#watch = createWatch(isOpen(options.ledger, reversals) ? ["reversal_pending"] : []);
    this.#debts = createDebts(options.ledger);
  }

  see(readings: readonly Reading[]): void {
    this.#watch.see(readings);
    void this.#noteReversal();
  }

  status(): RecoveryStatus {
    return { step: this.#step, trying: this.#trying, spent: this.#spent(), last: this.#last };
  }

  order(rung: RungId, stop: AbortSignal): Promise<Attempt | Withheld> {
    if (this.#order || this.#trying) return Promise.resolve("busy");
    return new Promise((end) => {
      this.#order = { rung, stop, end };
    });
  }

  async run(stop: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const told = new Promise<void>((resolve) => {
      if (stop.aborted) resolve();
      stop.addEventListener("abort", () => resolve(), { once: true });
    });
    const done = new AbortController();
    const grace = told.then(() => clock.sleep(graceMs, done.signal));
    await Promise.race([this.#loop(stop), grace]);
    done.abort();
    this.#order?.end("ended");
  }

  get #now(): number {
    return this.#options.clock.monoMs();
  }

  get #today(): string {
    return dayOf(this.#options.clock.wallMs());
  }

  async #loop(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      // A modem that is silent would only hold up the line.
      if (this.#watch.newest("modem.at_response")?.value === "ok") await this.#giveBack();
      if (this.#order) await this.#obey(this.#order, stop);
      this.#step = this.#told(this.#nextStep());
      if (this.#step.kind === "try") await this.#try(this.#step, stop);
      await this.#options.clock.sleep(tickMs, stop);
    }
  }

  async #obey(order: Order, stop: AbortSignal): Promise<void> {
    const { rung, end } = order;
    const [nowMs, tries] = [this.#now, this.#tries];
    const left = this.#options.perDay[rung] - this.#spent()[rung];
    const why = untimely(order, { tries, left, nowMs }) ?? this.#watch.hindrance(nowMs);
    end(why ?? (await this.#try({ fault: mendedBy(rung), rung }, stop)) ?? "no_port");
    this.#order = undefined;
  }

  #nextStep(): Step {
    const { faults, perDay } = this.#options;
    const spent = this.#spent();
    const left = { ...spent };
    for (const rung of rungIds) left[rung] = perDay[rung] - spent[rung];
    const nowMs = this.#now;
    this.#signs = seeSigns(this.#signs, this.#watch, nowMs);
    return nextStep({ signs: this.#signs, faults: faults(), watch: this.#watch, tries: this.#tries, left, nowMs });
  }

  #spent(): Record<RungId, number> {
    const of = (rung: RungId): number => this.#options.ledger.spent(triesOf[rung].begun, this.#today);
    return { reattach: of("reattach"), radio: of("radio"), reset: of("reset") };
  }

  /** Who waits for a modem to be mended must be able to see why it is not. */
  #told(step: Step): Step {
    const before = this.#step;
    if (step.kind !== "held" || (before.kind === "held" && before.by === step.by)) return step;
    this.#options.log("notice", "recovery.held", { fault: step.fault, by: step.by });
    return step;
  }

  /** A pending reversal outlives the process: the agent that comes next must not restart the modem under it. */
  async #noteReversal(): Promise<void> {
    const { ledger } = this.#options;
    const pending = this.#watch.isHeld("reversal_pending", this.#now);
    if (pending === isOpen(ledger, reversals)) return;
    if (pending) await ledger.spend(reversals.begun, this.#today);
    else await settle(ledger, reversals);
  }

  async #try({ fault, rung }: Omit<Try, "startedAtMs" | "helped">, stop: AbortSignal): Promise<Attempt | undefined> {
    const { log, onAttempt } = this.#options;
    if (!(await this.#isClear())) return undefined;
    this.#trying = rung;
    log("notice", "recovery.try", { rung, fault });
    const startedAtMs = this.#now;
    const before = measure(this.#watch);
    const reply = await this.#climb(rung);
    const helped =
      reply === "withheld"
        ? "unknown"
        : await watchEffect({ fault, rung, watch: this.#watch, clock: this.#options.clock, stop });
    const tookMs = this.#now - startedAtMs;
    const attempt = { rung, fault, startedAtMs, tookMs, reply, helped, before, after: measure(this.#watch) };
    this.#trying = undefined;
    this.#last = attempt;
    // What was never sent does not take the ladder a rung higher.
    if (reply !== "withheld") this.#tries = [...this.#tries, attempt].slice(-triesKept);
    log("notice", "recovery.tried", { rung, fault, reply, helped, seconds: Math.round(tookMs / 1_000) });
    onAttempt(attempt);
    return attempt;
  }

  /**
   * Whether there is a port, and still nothing forbids a try. Behind this `AT` the queue is empty, so that the look at the
   * guards is not older than the command that follows.
   */
  async #isClear(): Promise<boolean> {
    const { kind } = await this.#send("AT");
    return kind !== "port_lost" && kind !== "refused" && this.#watch.hindrance(this.#now) === undefined;
  }

  async #climb(rung: RungId): Promise<AttemptReply> {
    const { ledger, onBreak, recipe, clock } = this.#options;
    const booked = await ledger.spend(triesOf[rung].begun, this.#today);
    // A budget that a restart would renew is none.
    if (!booked || this.#watch.hindrance(this.#now) !== undefined) {
      await this.#debts.paid(rung);
      return "withheld";
    }
    this.#debts.owe(rung);
    onBreak();
    const { kind } = await this.#send(recipe()[rungs[rung].breaks]);
    await clock.sleep(betweenMs);
    await this.#giveBack();
    return replies[kind];
  }

  #send(request: string): Promise<Outcome> {
    return this.#options.perform(commandFor(request));
  }

  /** What an unfinished rung has taken away, of this run or of the one before. */
  async #giveBack(): Promise<void> {
    for (const rung of this.#debts.due(this.#now)) {
      const { restores } = rungs[rung];
      const { kind } = restores ? await this.#send(this.#options.recipe()[restores]) : { kind: "ok" };
      if (kind === "ok" || kind === "reset") await this.#debts.paid(rung);
      else this.#debts.postpone(rung, this.#now);
    }
  }
}

export function createRecovery(options: RecoveryOptions): Recovery {
  return new Runner(options);
}
