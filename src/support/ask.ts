/**
 * Asks one terminal and waits for its answer. The command is said again until it is heard of: the same id is never executed twice,
 * and the same id again has the same answer.
 */
import type { Clock } from "../base/clock.ts";
import type { Random } from "../base/random.ts";
import { isFinal, type ResultDigest } from "../model/command.ts";
import type { ReceivedBody } from "../report/received.ts";
import type { LinkFailure } from "../uplink/failure.ts";
import type { Link } from "../uplink/link.ts";
import type { BrokerAccess } from "../uplink/options.ts";
import { type TerminalName, topicOf } from "../uplink/topics.ts";
import { createAssembly } from "./assembly.ts";
import type { Heard } from "./inbox.ts";
import { watch } from "./watch.ts";

export type Update = Extract<ReceivedBody, { kind: "command" }>["update"];

export interface AskOptions {
  readonly broker: BrokerAccess;
  readonly terminal: TerminalName;
  /** Of the command. */
  readonly id: string;
  /** A SignedCommand. */
  readonly payload: Uint8Array;
  /** Until its deadline; a final state needs some time to travel after that. */
  readonly waitMs: number;
  readonly clock: Clock;
  readonly random: Random;
  /** What has become of it, each news once; and bytes of its result that have come. */
  onUpdate(update: Update): void;
  onBytes?(bytes: number, total: number): void;
  onState(state: "connected" | LinkFailure): void;
}

export type Answer =
  | { readonly kind: "ended"; readonly update: Update; readonly value: unknown }
  /** It ended, and not all of its result came; or what came was not what was sent. */
  | { readonly kind: "part" | "damaged"; readonly update: Update }
  | { readonly kind: "unanswered"; readonly update: Update | undefined };

/** Said again so often while nothing is heard of it, and so often afterwards. */
const unheardMs = 5_000;
const heardMs = 30_000;
const travelMs = 15_000;
/** When it is over and nothing of its result has come for so long, what is missing passed while nobody listened: it was sent once. */
const missingMs = 60_000;

class Question {
  readonly #options: AskOptions;
  readonly #assembly = createAssembly();
  readonly #done = new AbortController();
  readonly #startMs: number;
  #link: Link | undefined;
  #update: Update | undefined;
  #digest: ResultDigest | undefined;
  /** When it last went on. */
  #newsMs: number;

  constructor(options: AskOptions) {
    this.#options = options;
    this.#startMs = options.clock.monoMs();
    this.#newsMs = this.#startMs;
  }

  async run(stop: AbortSignal): Promise<Answer> {
    const { broker, clock, random, onState, terminal, waitMs } = this.#options;
    const over = AbortSignal.any([stop, this.#done.signal]);
    const late = clock.sleep(waitMs + travelMs, over).then(() => this.#done.abort());
    const listening = watch(
      {
        ...{ broker, clock, random, onState, ...terminal, ack: false },
        onHeard: (heard) => this.#hear(heard),
        onOpen: (link) => {
          this.#link = link;
          this.#say();
        },
      },
      over,
    );
    await Promise.all([late, listening, this.#sayAgain(over), this.#missSome(over)]);
    return this.#answer();
  }

  #say(): void {
    const { terminal, payload, waitMs, clock } = this.#options;
    // A broker that kept it beyond its deadline would only have it refused.
    const expiryS = Math.ceil((this.#startMs + waitMs - clock.monoMs()) / 1_000);
    if (expiryS < 1) return;
    void this.#link?.publish({ topic: topicOf(terminal, "down/cmd"), payload, retain: false, expiryS });
  }

  async #sayAgain(stop: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    while (!stop.aborted) {
      await clock.sleep(this.#update ? heardMs : unheardMs, stop);
      if (!stop.aborted) this.#say();
    }
  }

  async #missSome(stop: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    while (!stop.aborted) {
      const leftMs = this.#newsMs + missingMs - clock.monoMs();
      if (leftMs <= 0 && this.#isOver) this.#done.abort();
      await clock.sleep(leftMs > 0 ? leftMs : missingMs, stop);
    }
  }

  get #isOver(): boolean {
    return this.#update !== undefined && isFinal(this.#update.state);
  }

  #hear({ said, retained }: Heard): void {
    // A terminal that comes back has not heard what was said while it was away.
    if (said.kind === "alive" && said.alive.online && !retained && !this.#update) this.#say();
    if (said.kind !== "report") return;
    const { body } = said.report;
    if (body.kind === "command" && body.update.id === this.#options.id) this.#note(body.update);
    if (body.kind === "chunk" && body.chunk.id === this.#options.id) this.#take(body.chunk);
    this.#judge();
  }

  #note(update: Update): void {
    const isNews = this.#update?.state !== update.state || this.#update.step !== update.step;
    // A final state that came is not taken back by an older one that comes late.
    if (!isNews || (this.#update && isFinal(this.#update.state))) return;
    this.#update = update;
    this.#digest = update.result;
    this.#newsMs = this.#options.clock.monoMs();
    this.#options.onUpdate(update);
  }

  #take(chunk: Extract<ReceivedBody, { kind: "chunk" }>["chunk"]): void {
    this.#assembly.take(chunk);
    this.#newsMs = this.#options.clock.monoMs();
    this.#options.onBytes?.(this.#assembly.bytes, chunk.total);
  }

  #judge(): void {
    if (this.#isOver && (!this.#digest || this.#assembly.result(this.#digest).kind !== "part")) this.#done.abort();
  }

  #answer(): Answer {
    const update = this.#update;
    if (!update || !isFinal(update.state)) return { kind: "unanswered", update };
    if (!this.#digest) return { kind: "ended", update, value: undefined };
    const result = this.#assembly.result(this.#digest);
    return result.kind === "whole" ? { kind: "ended", update, value: result.value } : { kind: result.kind, update };
  }
}

/** Ends when the answer is there, when it can come no more, or when `stop` aborts. */
export function ask(options: AskOptions, stop: AbortSignal): Promise<Answer> {
  return new Question(options).run(stop);
}
