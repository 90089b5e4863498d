/**
 * What is worth a question now and then: temperature and supply of the module, the bytes it counts, and what others plan.
 * One errand a look at most, in the line that is sent anyway, so that a look stays as small as it is.
 */
import type { KnownRequest } from "../at/commands.ts";
import { trafficParsers } from "../at/parse/counters.ts";
import { temperatureParsers, voltageParsers } from "../at/parse/health.ts";
import { instantParsers } from "../at/parse/time.ts";
import type { SignalId } from "../model/signal.ts";
import type { Question, VendorProfile } from "../modem/profile.ts";
import type { Dialogue } from "./modem-dialogue.ts";
import { Choice, type LookOptions, type Subject } from "./modem-look.ts";
import { measured } from "./modem-readings.ts";
import type { Pace } from "./probe.ts";

const minuteMs = 60_000;
/** The network tells the time when the modem registers; until it has, it is asked after more often. */
const timeMs = 3_600_000;
const noTimeMs = 300_000;

export interface Errand {
  /** What it would ask first; undefined when there is nothing to ask. */
  request(): KnownRequest | undefined;
  run(): Promise<void>;
}

interface Planned {
  readonly errand: Errand;
  /** Asked when it is begun: what came of the last one may count. */
  everyMs(): number;
  dueMs: number;
  /** Asked at least once since the modem has started. */
  asked: boolean;
}

export class Errands {
  readonly #dialogue: Dialogue;
  readonly #options: LookOptions;
  readonly #planned: Planned[];

  constructor(dialogue: Dialogue, { profile }: Subject, options: LookOptions) {
    this.#dialogue = dialogue;
    this.#options = options;
    this.#planned = [
      // Supply first: a modem that starts again and again does not live long enough for a second question.
      this.#measurement("modem.supply_mv", profile.voltage, voltageParsers),
      this.#measurement("modem.temp_c", profile.temperature, temperatureParsers),
      this.#traffic(profile),
    ].map((errand) => this.#fresh(errand, () => minuteMs));
    this.#planned.push(this.#time(profile));
  }

  /** For what somebody else does with every so many milliseconds. */
  plan(errand: Errand, everyMs: number): void {
    this.#planned.push({
      errand,
      everyMs: () => everyMs,
      dueMs: this.#options.clock.monoMs() + everyMs,
      asked: true,
    });
  }

  #fresh(errand: Errand, everyMs: () => number): Planned {
    return { errand, everyMs, dueMs: this.#options.clock.monoMs(), asked: false };
  }

  /**
   * The errand that has waited longest. In quick pace only what can be asked in the common line, or what has not been
   * asked at all: nothing may make those looks slower, but a hot module has to be seen to be hot while it is the trouble.
   */
  next(pace: Pace): Errand | undefined {
    const nowMs = this.#options.clock.monoMs();
    const due = this.#planned
      .filter(({ errand, dueMs, asked }) => dueMs <= nowMs && this.#canAsk(errand.request(), asked ? pace : "slow"))
      .reduce<Planned | undefined>((first, each) => (first && first.dueMs <= each.dueMs ? first : each), undefined);
    if (!due) return undefined;
    due.dueMs = nowMs + due.everyMs();
    due.asked = true;
    return due.errand;
  }

  #canAsk(request: KnownRequest | undefined, pace: Pace): boolean {
    if (request === undefined || this.#dialogue.refuses(request)) return false;
    return pace === "slow" || this.#dialogue.combines(request);
  }

  #measurement<Parser extends string>(
    signal: SignalId,
    questions: readonly Question<Parser>[],
    parsers: Readonly<Record<Parser, (info: readonly string[]) => number | undefined>>,
  ): Errand {
    const choice = new Choice(questions);
    return {
      request: () => choice.request,
      run: async () => {
        const value = await choice.ask(this.#dialogue, (parser, info) => parsers[parser](info));
        // A modem without a sensor has nothing to say; one whose sensor gives no number has.
        if (value === undefined && questions.every(({ request }) => this.#dialogue.refuses(request))) return;
        this.#options.emit([measured(signal, value, this.#options.clock.monoMs())]);
      },
    };
  }

  #time({ time }: VendorProfile): Planned {
    const choice = new Choice(time);
    let isTold = false;
    const run = async () => {
      const instants = await choice.ask(this.#dialogue, (parser, info) => instantParsers[parser](info));
      const [skewMs] = (instants ?? [])
        .map((instantMs) => this.#options.clock.wallMs() - instantMs)
        .sort((a, b) => Math.abs(a) - Math.abs(b));
      isTold = skewMs !== undefined;
      if (skewMs !== undefined) this.#options.onFact({ kind: "network_time", skewMs });
    };
    return this.#fresh({ request: () => choice.request, run }, () => (isTold ? timeMs : noTimeMs));
  }

  #traffic({ traffic }: VendorProfile): Errand {
    const choice = new Choice(traffic);
    return {
      request: () => choice.request,
      run: async () => {
        const counted = await choice.ask(this.#dialogue, (parser, info) => trafficParsers[parser](info));
        if (counted) this.#options.onFact({ kind: "traffic", ...counted });
      },
    };
  }
}
