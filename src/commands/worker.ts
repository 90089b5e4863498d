/** Runs one command at a time, ends each at its deadline, and sends what comes of it. */
import type { Clock } from "../base/clock.ts";
import { isAgentError, systemCode } from "../base/errors.ts";
import { type CommandUpdate, isFinal, type ResultChunk, type Verb } from "../model/command.ts";
import type { Book } from "./book.ts";
import { packResult } from "./result.ts";
import type { PackedResult, Results } from "./results.ts";
import type { Done, Execute, Task } from "./task.ts";
import { type Hindrance, verbTerms } from "./verbs.ts";

export interface WorkerOptions {
  readonly clock: Clock;
  readonly book: Book;
  hindered(by: readonly Hindrance[]): Hindrance | undefined;
  readonly execute: Execute;
  readonly results: Results;
  /** Each resolves to whether it is in the outbox. */
  tell(update: CommandUpdate): Promise<boolean>;
  send(chunk: ResultChunk): Promise<boolean>;
}

export interface Job {
  readonly id: string;
  readonly verb: Verb;
  /** Monotonic milliseconds. */
  readonly deadlineMs: number;
}

export interface Worker {
  /** From now on its deadline counts. */
  expect(job: Job): void;
  /** It is on disk: its turn comes. */
  perform(job: Job): void;
  /** Jobs that wait or run. */
  readonly waiting: number;
  /** Everything that is not over by then is interrupted. */
  stop(): Promise<void>;
}

/** What does not end when it is told to holds up the next for so long at most, and a stopping agent for so long. */
const graceMs = 30_000;
const stopGraceMs = 3_000;
/** Updates on the way, of one command. */
const mostSteps = 8;

class SerialWorker implements Worker {
  readonly #options: WorkerOptions;
  readonly #ends = new Map<string, AbortController>();
  #line: Promise<void> = Promise.resolve();

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#ends.size;
  }

  expect(job: Job): void {
    const over = new AbortController();
    this.#ends.set(job.id, over);
    void this.#watch(job, over);
  }

  perform(job: Job): void {
    const over = this.#ends.get(job.id) ?? new AbortController();
    this.#line = this.#line
      .then(() => this.#run(job, over))
      .finally(() => {
        over.abort();
        this.#ends.delete(job.id);
      });
  }

  async stop(): Promise<void> {
    const { clock, book } = this.#options;
    const done = new AbortController();
    for (const over of this.#ends.values()) over.abort();
    await Promise.race([this.#line, clock.sleep(stopGraceMs, done.signal)]);
    done.abort();
    for (const id of [...this.#ends.keys()]) await book.settle(id, "interrupted");
  }

  async #watch({ id, deadlineMs }: Job, over: AbortController): Promise<void> {
    const { clock, book } = this.#options;
    await clock.sleep(deadlineMs - clock.monoMs(), over.signal);
    if (over.signal.aborted) return;
    const settled = book.settle(id, "timed_out");
    over.abort();
    await settled;
  }

  async #run(job: Job, over: AbortController): Promise<void> {
    const { book, hindered } = this.#options;
    const { id, verb } = job;
    if (book.isOver(id)) return;
    const reason = hindered(verbTerms[verb.kind].keptBackBy);
    if (reason) return book.settle(id, "refused", { reason });
    book.begin(id);
    const ended =
      verb.kind === "again"
        ? this.#giveAgain(id, verb.id)
        : this.#outcomeOf({ id, verb }, over.signal).then((done) => this.#conclude(id, done));
    const released = new AbortController();
    await Promise.race([ended, this.#late(over.signal, released.signal)]);
    released.abort();
  }

  /** Some time after `over`. */
  #late(over: AbortSignal, released: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    return new Promise((resolve) => {
      const wait = () => void clock.sleep(graceMs, released).then(resolve);
      if (over.aborted) wait();
      else over.addEventListener("abort", wait, { once: true });
    });
  }

  /** What a task cannot do is its answer; a bug is thrown, and the next start says that this was interrupted. */
  async #outcomeOf({ id, verb }: Pick<Task, "id" | "verb">, stop: AbortSignal): Promise<Done> {
    try {
      return await this.#options.execute({ id, verb, stop, step: this.#stepOf(id) });
    } catch (error) {
      if (isAgentError(error)) return { kind: "failed", reason: error.code.toLowerCase() };
      const code = systemCode(error);
      if (code === undefined) throw error;
      return { kind: "failed", reason: code.toLowerCase() };
    }
  }

  #stepOf(id: string): (word: string) => void {
    const { book, tell } = this.#options;
    let left = mostSteps;
    return (step) => {
      if (left <= 0 || book.isOver(id)) return;
      left -= 1;
      void tell({ id, state: "running", reason: "", step, result: undefined, audit: undefined });
    };
  }

  async #conclude(id: string, done: Done): Promise<void> {
    const { book } = this.#options;
    if (book.isOver(id)) return;
    if (done.kind === "failed") return book.settle(id, "failed", { reason: done.reason });
    if (done.result === undefined) return book.settle(id, "succeeded");
    const packed = packResult(id, done.result);
    if (packed.kind === "too_large") return book.settle(id, "failed", { reason: "result_too_large" });
    this.#options.results.keep(id, packed);
    return this.#deliver(id, packed);
  }

  async #deliver(id: string, { digest, chunks }: PackedResult): Promise<void> {
    const { book } = this.#options;
    if (await this.#sendAll(chunks)) return book.settle(id, "succeeded", { result: digest });
    return book.settle(id, "failed", { reason: "result_not_kept" });
  }

  /** Only to who has asked the first time: another one may not be allowed to ask for it. */
  #giveAgain(id: string, earlier: string): Promise<void> {
    const { book } = this.#options;
    const [own, first] = [book.window.find(id), book.window.find(earlier)];
    const fail = (reason: string) => book.settle(id, "failed", { reason });
    if (!own || !first) return fail("unknown_command");
    if (own.key !== first.key) return fail("not_allowed");
    if (!isFinal(first.state)) return fail("not_over");
    if (!first.result) return fail(`was_${first.state}`);
    const result = this.#options.results.again(earlier);
    if (result?.digest.sha256 !== first.result.sha256) return fail("result_gone");
    return this.#deliver(id, { ...result, chunks: result.chunks.map((chunk) => ({ ...chunk, id })) });
  }

  async #sendAll(chunks: readonly ResultChunk[]): Promise<boolean> {
    const { book, send } = this.#options;
    for (const chunk of chunks) if (book.isOver(chunk.id) || !(await send(chunk))) return false;
    return true;
  }
}

export function createWorker(options: WorkerOptions): Worker {
  return new SerialWorker(options);
}
