/** Hears from pcscd what happens at the card readers: level 0, it opens no card and no reader (decision 51). */
import { createBackoff } from "../../base/backoff.ts";
import type { Clock } from "../../base/clock.ts";
import type { Log } from "../../base/log.ts";
import type { Random } from "../../base/random.ts";
import { absent, reading } from "../../model/reading.ts";
import type { Emit, Probe } from "../probe.ts";
import { createFreshReadings } from "../way/fresh-readings.ts";
import { changes } from "./changes.ts";
import { openPcscd, type Pcscd, type PcscdTrouble } from "./pcscd.ts";
import type { ReaderState } from "./states.ts";

export interface ReaderProbeOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly emit: Emit;
  /** Path of pcscd's socket. */
  readonly socket: string;
  /** Part of the name of the reader that is meant; undefined: every reader. */
  readonly name: string | undefined;
}

const pollMs = 1_000;
const retry = { floorMs: 500, firstMs: 2_000, limitMs: 60_000 } as const;

class Hearing implements Probe {
  readonly id = "reader";
  readonly #options: ReaderProbeOptions;
  readonly #fresh = createFreshReadings();
  readonly #backoff;
  #wasThere = false;
  #lastTrouble: PcscdTrouble | undefined;

  constructor(options: ReaderProbeOptions) {
    this.#options = options;
    this.#backoff = createBackoff(retry, options.random);
  }

  async run(stop: AbortSignal): Promise<void> {
    const { clock, socket } = this.#options;
    while (!stop.aborted) {
      const pcscd = await openPcscd(socket, clock);
      const trouble = typeof pcscd === "string" ? pcscd : await this.#listen(pcscd, stop);
      if (trouble === undefined) return;
      this.#lose(trouble);
      await clock.sleep(this.#backoff.next(), stop);
    }
  }

  setPace(): void {}

  /** Until the conversation ends; undefined when it was ended here. Its counters mean nothing to the next one. */
  async #listen(pcscd: Pcscd, stop: AbortSignal): Promise<PcscdTrouble | undefined> {
    const { clock } = this.#options;
    let before: readonly ReaderState[] = [];
    while (!stop.aborted) {
      const states = await pcscd.states();
      if (typeof states === "string") return states;
      const { name = "" } = this.#options;
      const now = states.filter((state) => state.name.includes(name));
      this.#tell(before, now);
      before = now;
      await clock.sleep(pollMs, stop);
    }
    pcscd.close();
    return undefined;
  }

  #tell(before: readonly ReaderState[], now: readonly ReaderState[]): void {
    const { clock, emit } = this.#options;
    this.#wasThere = true;
    this.#lastTrouble = undefined;
    this.#backoff.reset();
    const atMs = clock.monoMs();
    const known = new Map(before.map((state) => [state.name, state]));
    const events = now.flatMap((state) => {
      const earlier = known.get(state.name);
      // What was so when the first look was made is no event.
      return earlier ? changes(earlier, state) : [];
    });
    const status = reading("reader.status", now.length > 0 ? "ok" : "not_present", atMs);
    const news = [...this.#fresh.of([status]), ...events.map((event) => reading("reader.icc_event", event, atMs))];
    if (news.length > 0) emit(news);
  }

  /** A service that was there and is gone is an error of the reader's; one that never was is no reader at all. */
  #lose(trouble: PcscdTrouble): void {
    const { clock, emit, log, socket } = this.#options;
    if (trouble !== this.#lastTrouble) log("warning", "reader.pcscd", { trouble, socket });
    this.#lastTrouble = trouble;
    const atMs = clock.monoMs();
    const isError = this.#wasThere && trouble === "lost";
    const news = this.#fresh.of([isError ? reading("reader.status", "error", atMs) : absent("reader.status", atMs)]);
    if (news.length > 0) emit(news);
  }
}

export function createReaderProbe(options: ReaderProbeOptions): Probe {
  return new Hearing(options);
}
