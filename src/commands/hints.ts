/**
 * Hints of support from reception to their end. What is in force is said again and again, as one Reading at a time: it is
 * one witness however long it holds. Nothing is answered, and nothing is kept over a restart.
 */
import { createBucket } from "../base/bucket.ts";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import { createNap, type Nap } from "../base/nap.ts";
import type { TrustedKey } from "../model/command.ts";
import type { HintsView } from "../model/command-view.ts";
import type { Concern } from "../model/hint.ts";
import { absent, type Reading, reading } from "../model/reading.ts";
import type { ClockQuality } from "../model/record.ts";
import type { SignalId } from "../model/signal.ts";
import { type HintRefusal, judgeHint } from "./hint-admission.ts";
import { createHintBoard } from "./hint-board.ts";
import { proveHint, type UnprovedHint } from "./hint-proof.ts";
import type { Received } from "./proof.ts";

export interface HintOptions {
  readonly tenant: string;
  keys(): readonly TrustedKey[];
  /** What this terminal is, as far as it is known. */
  own(): Concern;
  readonly clock: Clock;
  clockQuality(): ClockQuality;
  readonly log: Log;
  emit(readings: readonly Reading[]): void;
}

export interface Hints {
  /** Never throws, never waits. */
  receive(message: Received): void;
  run(stop: AbortSignal): Promise<void>;
  view(): HintsView;
}

/** `flood`: more than are looked at. `too_often`: more than any sender has to say. */
type Reason = UnprovedHint | HintRefusal | "flood" | "too_often";

/** A signature takes a tenth of a millisecond to check, and anybody can send one. At once, and a second. */
const looks = [16, 1 / 5] as const;
const taking = [12, 1 / 60] as const;
/** Evidence ages: what holds is said anew. */
const renewMs = 60_000;

class HintEar implements Hints {
  readonly #options: HintOptions;
  readonly #board = createHintBoard();
  readonly #nap: Nap;
  readonly #looks = createBucket(...looks);
  readonly #taking = createBucket(...taking);
  readonly #refused = new Map<Reason, number>();
  #taken = 0;
  #said: ReadonlySet<SignalId> = new Set();

  constructor(options: HintOptions) {
    this.#options = options;
    this.#nap = createNap(options.clock);
  }

  receive(message: Received): void {
    const reason = this.#looks.take(this.#options.clock.monoMs()) ? this.#take(message) : "flood";
    if (reason === undefined) return;
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1);
    if (reason !== "flood") this.#options.log("notice", "hints.refused", { reason });
  }

  async run(stop: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    while (!stop.aborted) {
      this.#tell();
      await this.#nap.sleep(Math.min(renewMs, this.#board.endMs() - clock.monoMs()), stop);
    }
  }

  view(): HintsView {
    return { taken: this.#taken, in_force: this.#board.count, refused: Object.fromEntries(this.#refused) };
  }

  #take(message: Received): Reason | undefined {
    const { tenant, keys, own, clock, clockQuality, log } = this.#options;
    const hint = proveHint(message, { tenant, keys: keys() });
    if (typeof hint === "string") return hint;
    const [wallMs, monoMs] = [clock.wallMs(), clock.monoMs()];
    const present = { wallMs, monoMs, clock: clockQuality(), own: own(), isOld: this.#board.isOld };
    const judged = judgeHint(hint, present);
    if (judged.kind === "refused") return judged.reason;
    if (!this.#taking.take(monoMs)) return "too_often";
    this.#board.put(hint, judged.endMs, judged.figures);
    this.#taken += 1;
    log("notice", "hints.taken", {
      figures: judged.figures.size,
      confidence: hint.confidence,
      for_s: Math.round((judged.endMs - monoMs) / 1_000),
    });
    this.#nap.wake();
    return undefined;
  }

  /** What was said before is taken back first, so that saying it again does not make it surer. */
  #tell(): void {
    const { clock, own, emit } = this.#options;
    const nowMs = clock.monoMs();
    const figures = this.#board.say(nowMs, own());
    const back = [...this.#said].map((signal) => absent(signal, nowMs));
    this.#said = new Set(figures.keys());
    const readings = [...back, ...[...figures].map(([signal, value]) => reading(signal, value, nowMs))];
    if (readings.length > 0) emit(readings);
  }
}

export function createHints(options: HintOptions): Hints {
  return new HintEar(options);
}
