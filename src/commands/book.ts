/**
 * The commands that are remembered, on disk, in the audit log and told to support, in this order: what has not been kept is not told,
 * so that no restart can make another answer of it.
 */
import type { KeptFile } from "../base/kept-file.ts";
import { type CommandUpdate, type FinalState, isFinal } from "../model/command.ts";
import type { Audit } from "./audit.ts";
import type { AuditEvent } from "./chain.ts";
import type { Entry, Remembered } from "./entry.ts";
import { createWindow, type Window } from "./window.ts";

export interface BookOptions {
  readonly file: KeptFile<Remembered>;
  readonly audit: Audit;
  /** Resolves to whether it is in the outbox. */
  tell(update: CommandUpdate): Promise<boolean>;
}

export interface Book {
  readonly window: Pick<Window, "find" | "isForgotten" | "hasRoom">;
  /** `nowS`: the wall clock, if it can be trusted. */
  add(entry: Entry, nowS: number | undefined): void;
  /** From now on nothing is taken that was issued up to then and is not remembered. */
  forget(issuedS: number, nowS: number | undefined): void;
  /** For who asks meanwhile. A restart takes what was taken as begun. */
  begin(id: string): void;
  /** Resolves to whether a restart will find it all. */
  save(): Promise<boolean>;
  /** The first final state counts; later ones change nothing. Resolves when it is kept and told, or has failed to be. */
  settle(id: string, state: FinalState, change?: Partial<Pick<Entry, "reason" | "result">>): Promise<void>;
  isOver(id: string): boolean;
  /** The answer so far, when it is kept; nothing where it cannot be, because a restart could make another of it. */
  answer(id: string): Promise<void>;
  /** Keeps and tells what could not be kept or told before. */
  catchUp(): Promise<void>;
  readonly ended: Readonly<Record<FinalState, number>>;
}

export function actorsOf({ id, verb, who, key }: Entry): Pick<AuditEvent, "id" | "verb" | "who" | "key"> {
  return { id, verb, who, key };
}

class CommandBook implements Book {
  readonly ended = { succeeded: 0, failed: 0, refused: 0, timed_out: 0, interrupted: 0 };
  readonly window: Window;
  readonly #options: BookOptions;
  /** Counts changes, and how far they are on disk. */
  #changes = 0;
  #saved = 0;
  #telling: Promise<void> = Promise.resolve();

  constructor(options: BookOptions, remembered: Remembered) {
    this.#options = options;
    this.window = createWindow(remembered);
    // How far something got that was under way when the last run ended nobody knows: it is not begun again.
    for (const { id, state } of remembered.entries) if (!isFinal(state)) this.#close(id, "interrupted");
  }

  add(entry: Entry, nowS: number | undefined): void {
    this.window.add(entry, nowS);
    if (isFinal(entry.state)) this.ended[entry.state] += 1;
    this.#changes += 1;
  }

  forget(issuedS: number, nowS: number | undefined): void {
    this.window.forget(issuedS, nowS);
    this.#changes += 1;
  }

  begin(id: string): void {
    this.window.change(id, { state: "running" });
  }

  async save(): Promise<boolean> {
    const until = this.#changes;
    if (!(await this.#options.file.write(this.window.content()))) return false;
    this.#saved = Math.max(this.#saved, until);
    return true;
  }

  get #isSaved(): boolean {
    return this.#saved === this.#changes;
  }

  settle(id: string, state: FinalState, change: Partial<Pick<Entry, "reason" | "result">> = {}): Promise<void> {
    this.#close(id, state, change);
    return this.catchUp();
  }

  isOver(id: string): boolean {
    const entry = this.window.find(id);
    return !entry || isFinal(entry.state);
  }

  async answer(id: string): Promise<void> {
    if (!this.#isSaved) await this.catchUp();
    const entry = this.window.find(id);
    if (entry && this.#isSaved) await this.#tell(entry);
  }

  catchUp(): Promise<void> {
    this.#telling = this.#telling.then(() => this.#catchUp());
    return this.#telling;
  }

  #close(id: string, state: FinalState, change: Partial<Entry> = {}): void {
    if (!this.window.settle(id, state, change)) return;
    this.ended[state] += 1;
    this.#changes += 1;
  }

  async #catchUp(): Promise<void> {
    // What ends while this is written is not on disk with it.
    const untold = this.window.untold();
    if (!this.#isSaved && !(await this.save())) return;
    for (const entry of untold) await this.#announce(entry);
    if (!this.#isSaved) await this.save();
  }

  async #announce(entry: Entry): Promise<void> {
    const { state, reason } = entry;
    const event = state === "refused" ? "refused" : "ended";
    await this.#options.audit.note({ event, ...actorsOf(entry), state, ...(reason !== "" && { reason }) });
    if (!(await this.#tell(entry))) return;
    this.window.change(entry.id, { told: true });
    this.#changes += 1;
  }

  #tell({ id, state, reason, result }: Entry): Promise<boolean> {
    const head = this.#options.audit.head();
    return this.#options.tell({ id, state, reason, result, step: "", audit: head.lines > 0 ? head : undefined });
  }
}

export function createBook(options: BookOptions, remembered: Remembered): Book {
  return new CommandBook(options, remembered);
}
