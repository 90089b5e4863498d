/**
 * Commands from reception to their one final state. What is taken is in the audit log and on disk before anything of it runs, and
 * what cannot be told now is told later, without changing it.
 */
import { createBucket } from "../base/bucket.ts";
import type { Clock } from "../base/clock.ts";
import type { KeptFile } from "../base/kept-file.ts";
import type { Log } from "../base/log.ts";
import type { CommandUpdate, FinalState, ResultChunk, TrustedKey, VerbName } from "../model/command.ts";
import type { ClockQuality } from "../model/record.ts";
import { type Asked, type Judgement, judge, type Present } from "./admission.ts";
import type { Audit } from "./audit.ts";
import { actorsOf, type Book, createBook } from "./book.ts";
import { type Entry, nothing, type Remembered } from "./entry.ts";
import { prove, type Received, type Unproved } from "./proof.ts";
import type { Results } from "./results.ts";
import { keyIdOf } from "./seal.ts";
import type { Execute } from "./task.ts";
import type { Hindrance } from "./verbs.ts";
import { createWorker, type Job, type Worker } from "./worker.ts";

export interface DeskOptions {
  readonly tenant: string;
  readonly serial: string;
  readonly allowed: ReadonlySet<VerbName>;
  readonly perHour: number;
  /** Messages a second that are looked at, whoever sends them; 2 when nothing is said. */
  readonly perSecond?: number;
  keys(): readonly TrustedKey[];
  readonly clock: Clock;
  clockQuality(): ClockQuality;
  readonly log: Log;
  readonly file: KeptFile<Remembered>;
  readonly audit: Audit;
  hindered(by: readonly Hindrance[]): Hindrance | undefined;
  readonly execute: Execute;
  readonly results: Results;
  /** Each resolves to whether it is in the outbox. */
  tell(update: CommandUpdate): Promise<boolean>;
  send(chunk: ResultChunk): Promise<boolean>;
}

export interface DeskStatus {
  /** Nobody was answered, by reason; `flood`: messages that were too many at once. */
  readonly rejected: Readonly<Record<Unproved | "flood", number>>;
  readonly taken: number;
  readonly ended: Readonly<Record<FinalState, number>>;
  readonly waiting: number;
}

export interface Desk {
  /** Never throws, never waits. */
  receive(message: Received): void;
  /** Resolves after `stop` aborts, when everything has its final state. */
  run(stop: AbortSignal): Promise<void>;
  status(): DeskStatus;
}

const mostReceived = 16;
/** A signature takes a tenth of a millisecond to check, and anybody can send one. */
const looksAtOnce = 32;
const usualLooks = 2;
const tickMs = 5_000;
/** Lines of the audit log, and answers to what was answered before, which anybody can cause: at once, and a second. */
const rejectedLines = [5, 10 / 3_600] as const;
const answers = [10, 1 / 10] as const;

function entryOf({ command, key }: Asked, state: Entry["state"], reason: string): Entry {
  const { id, who, issuedS, deadlineS, read } = command;
  const verb = read.kind === "verb" ? read.verb.kind : "";
  return { id, verb, who, key: keyIdOf(key.key), issuedS, deadlineS, state, reason, result: undefined, told: false };
}

class CommandDesk implements Desk {
  readonly #options: DeskOptions;
  readonly #book: Book;
  readonly #worker: Worker;
  readonly #hour;
  readonly #looks;
  readonly #lines = createBucket(...rejectedLines);
  readonly #answers = createBucket(...answers);
  readonly #rejected = {
    ...{ retained: 0, oversized: 0, malformed: 0, unknown_key: 0, bad_signature: 0, other_terminal: 0, flood: 0 },
  };
  #untold = 0;
  #taken = 0;
  #received = 0;
  #isStopping = false;
  /** One after the other. */
  #intake: Promise<void> = Promise.resolve();

  constructor(options: DeskOptions, remembered: Remembered) {
    this.#options = options;
    this.#book = createBook(options, remembered);
    this.#worker = createWorker({ ...options, book: this.#book });
    this.#looks = createBucket(looksAtOnce, options.perSecond ?? usualLooks);
    this.#hour = createBucket(options.perHour, options.perHour / 3_600);
  }

  receive(message: Received): void {
    const isTooMany = this.#received >= mostReceived || !this.#looks.take(this.#options.clock.monoMs());
    if (isTooMany || this.#isStopping) {
      this.#rejected.flood += 1;
      return;
    }
    this.#received += 1;
    this.#intake = this.#intake
      .then(() => this.#take(message))
      .finally(() => {
        this.#received -= 1;
      });
  }

  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.#book.catchUp();
      await this.#options.clock.sleep(tickMs, stop);
    }
    this.#isStopping = true;
    await this.#intake;
    await this.#worker.stop();
    await this.#book.catchUp();
  }

  status(): DeskStatus {
    const { ended } = this.#book;
    return { rejected: { ...this.#rejected }, taken: this.#taken, ended, waiting: this.#worker.waiting };
  }

  async #take(message: Received): Promise<void> {
    const { tenant, serial, keys, allowed } = this.#options;
    const proof = prove(message, { tenant, serial, keys: keys() });
    if (proof.kind === "unproved") return this.#reject(proof.reason);
    const judged = judge(proof, { allowed, window: this.#book.window }, this.#present());
    switch (judged.kind) {
      case "known":
        // The same id again has the same answer.
        if (this.#mayAnswer()) await this.#book.answer(judged.entry.id);
        return;
      case "refused":
        return this.#refuse(proof, judged);
      case "taken":
        return this.#accept(proof, judged);
    }
  }

  #present(): Present {
    const { clock, clockQuality, hindered } = this.#options;
    const monoMs = clock.monoMs();
    const take = () => this.#hour.take(monoMs);
    return { wallMs: clock.wallMs(), monoMs, clock: clockQuality(), waiting: this.#worker.waiting, take, hindered };
  }

  #mayAnswer(): boolean {
    return this.#answers.take(this.#options.clock.monoMs());
  }

  #nowS(): number | undefined {
    const { clock, clockQuality } = this.#options;
    return clockQuality() === "none" ? undefined : Math.floor(clock.wallMs() / 1_000);
  }

  /** Who has proved nothing is not answered, and costs no data and little flash. */
  async #reject(reason: Unproved): Promise<void> {
    const { log, audit, clock } = this.#options;
    this.#rejected[reason] += 1;
    log("warning", "commands.rejected", { reason });
    if (!this.#lines.take(clock.monoMs())) {
      this.#untold += 1;
      return;
    }
    const untold = this.#untold;
    this.#untold = 0;
    await audit.note({ event: "rejected", reason, ...(untold > 0 && { untold }) });
  }

  async #refuse(asked: Asked, { reason, as }: Extract<Judgement, { kind: "refused" }>): Promise<void> {
    const entry = entryOf(asked, "refused", reason);
    this.#options.log("notice", "commands.refused", { reason, verb: entry.verb });
    if (as === "kept") {
      this.#book.add(entry, this.#nowS());
      return this.#book.catchUp();
    }
    if (!this.#mayAnswer()) return;
    if (as === "too_many") {
      this.#book.forget(entry.issuedS, this.#nowS());
      if (!(await this.#book.save())) return;
    }
    const { id, state } = entry;
    await this.#options.tell({ id, state, reason, step: "", result: undefined, audit: undefined });
  }

  async #accept(asked: Asked, { verb, deadlineMs }: Extract<Judgement, { kind: "taken" }>): Promise<void> {
    const { audit, log } = this.#options;
    const entry = entryOf(asked, "accepted", "");
    const job: Job = { id: entry.id, verb, deadlineMs };
    this.#taken += 1;
    log("notice", "commands.taken", { verb: verb.kind });
    this.#book.add(entry, this.#nowS());
    this.#worker.expect(job);
    // What nobody could look up afterwards, or a restart would forget, is not done.
    const isKept = (await audit.note({ event: "taken", ...actorsOf(entry) })) && (await this.#book.save());
    if (!isKept) await this.#book.settle(entry.id, "refused", { reason: "not_kept" });
    else await this.#book.answer(entry.id);
    this.#worker.perform(job);
  }
}

/** With what the last run has left. Where nothing readable is left of more than nothing, whatever was issued before now is too old. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { file, clock, clockQuality, audit } = options;
  const found = await file.read();
  if (found) return new CommandDesk(options, found);
  const isFirst = audit.head().lines === 0 && file.counts().setAside === 0;
  const floorS = isFirst || clockQuality() === "none" ? 0 : Math.floor(clock.wallMs() / 1_000);
  const fresh = { ...nothing, floorS };
  // From now on a journal that is not there is one that was lost.
  await file.write(fresh);
  return new CommandDesk(options, fresh);
}
