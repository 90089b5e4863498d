/** The ladder and a modem that is a table: what a command does to it, and what it then reads as. */
import type { Command } from "../../src/at/command.ts";
import type { Outcome } from "../../src/at/exchange.ts";
import { type Log, silentLog } from "../../src/base/log.ts";
import type { Attempt, RungId } from "../../src/model/attempt.ts";
import { reading } from "../../src/model/reading.ts";
import { isSignalId, type SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { generic } from "../../src/modem/profiles/generic.ts";
import type { Ledger } from "../../src/recovery/ledger.ts";
import { createRecovery, type Recovery } from "../../src/recovery/runner.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { createLedger } from "./passing-ledger.ts";

type Values = Partial<Record<SignalId, Scalar>>;

export const minuteMs = 60_000;
export const done: Outcome = { kind: "ok", info: [] };
export const silent: Outcome = { kind: "silent", afterMs: 1_000 };

export const lost: Values = { "modem.at_response": "ok", "modem.reg_state": "searching", "modem.rsrp_dbm": -90 };
export const registered: Values = { "modem.at_response": "ok", "modem.reg_state": "home" };
export const hung: Values = { "modem.port": "open", "modem.at_response": "timeout" };

export class Bench {
  readonly clock = new VirtualClock();
  readonly sent: string[] = [];
  readonly attempts: Attempt[] = [];
  values: Values;
  broken = 0;
  /** What the modem answers, after how long, and what becomes of it. */
  answer: (request: string) => Outcome = () => done;
  replyMs = 500;
  readonly recovery: Recovery;
  readonly #stop = new AbortController();
  readonly #runs: Promise<void>[] = [];

  constructor(values: Values, ledger: Ledger = createLedger(), log: Log = silentLog) {
    this.values = values;
    this.recovery = createRecovery({
      clock: this.clock,
      log,
      ledger,
      perDay: { reattach: 6, radio: 4, reset: 2 },
      recipe: () => generic.recovery,
      perform: (command) => this.#perform(command),
      faults: () => [],
      onBreak: () => void this.broken++,
      onAttempt: (attempt) => void this.attempts.push(attempt),
    });
  }

  async #perform({ request }: Command): Promise<Outcome> {
    if (request !== "AT") this.sent.push(request);
    const outcome = this.answer(request);
    await this.clock.sleep(this.replyMs);
    return outcome;
  }

  /** The probe's part: reads everything once a second. */
  look(): void {
    const atMs = this.clock.monoMs();
    this.recovery.see(
      Object.entries(this.values).flatMap(([id, value]) => (isSignalId(id) ? [reading(id, value, atMs)] : [])),
    );
  }

  async live(ms: number): Promise<void> {
    if (this.#runs.length === 0) this.#runs.push(this.recovery.run(this.#stop.signal));
    for (let passed = 0; passed < ms; passed += 1_000) {
      this.look();
      await this.clock.advance(1_000);
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  async end(): Promise<void> {
    this.stop();
    await this.clock.settle(Promise.all(this.#runs));
  }

  rungs(): readonly RungId[] {
    return this.attempts.map(({ rung }) => rung);
  }
}
