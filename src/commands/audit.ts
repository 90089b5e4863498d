/**
 * The audit log at work: goes on where the file ends, says so where its last line was never finished, and begins a new file that
 * holds on to the old one when it is full. What could not be written is written with the next.
 */
import type { Clock } from "../base/clock.ts";
import { systemCode } from "../base/errors.ts";
import type { Log } from "../base/log.ts";
import type { AuditHead } from "../model/command.ts";
import type { ClockQuality } from "../model/record.ts";
import type { AuditFile } from "./audit-file.ts";
import { type AuditEvent, nextLine, origin, verifyChain } from "./chain.ts";

export interface Audit {
  /** Resolves to whether it is on disk. One after the other. */
  note(event: AuditEvent): Promise<boolean>;
  /** Of what is on disk. */
  head(): AuditHead;
  readonly failed: number;
}

export interface AuditOptions {
  readonly file: AuditFile;
  readonly clock: Clock;
  readonly log: Log;
  clockQuality(): ClockQuality;
}

const mostBytes = 262_144;
/** Events that wait for a disk that fails. */
const mostWaiting = 64;

interface Start {
  readonly head: AuditHead;
  readonly bytes: number;
  readonly events: readonly AuditEvent[];
}

const linesOf = (text: string): readonly string[] => text.split("\n").slice(0, -1);

/** A file that was set aside, and nothing in its place yet: it goes on from there. */
async function beginAnew(file: AuditFile): Promise<Start> {
  const before = verifyChain(linesOf(await file.read("before")));
  if (before.kind !== "whole" || before.head.lines === 0) return { head: origin, bytes: 0, events: [] };
  return { head: before.head, bytes: 0, events: [{ event: "continued" }] };
}

/** Where to go on, and what is to be said first. */
async function begin(file: AuditFile): Promise<Start> {
  const text = await file.read("present");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const bytes = Buffer.byteLength(whole);
  const torn = Buffer.byteLength(text) - bytes;
  if (torn > 0) await file.cut(bytes);
  const cut = torn > 0 ? [{ event: "cut", reason: `${torn}_bytes` }] : [];
  if (bytes === 0) {
    const start = await beginAnew(file);
    return { ...start, events: [...start.events, ...cut] };
  }
  const verified = verifyChain(linesOf(whole));
  if (verified.kind === "whole") return { head: verified.head, bytes, events: cut };
  // What was changed stays as it is, for who looks into it; what comes after it is a chain of its own.
  await file.setAside("broken");
  return { head: origin, bytes: 0, events: [{ event: "broken", reason: `line_${verified.place}` }] };
}

class FileAudit implements Audit {
  failed = 0;
  readonly #options: AuditOptions;
  #isReady = false;
  #waiting: readonly AuditEvent[] = [];
  #head = origin;
  #bytes = 0;
  #line: Promise<unknown> = Promise.resolve();

  constructor(options: AuditOptions) {
    this.#options = options;
  }

  head(): AuditHead {
    return this.#head;
  }

  note(event: AuditEvent): Promise<boolean> {
    const noting = this.#line.then(() => {
      this.#waiting = [...this.#waiting, event].slice(-mostWaiting);
      return this.#try(() => this.#write());
    });
    this.#line = noting;
    return noting;
  }

  look(): Promise<boolean> {
    return this.#try(() => this.#look());
  }

  async #try(doing: () => Promise<void>): Promise<boolean> {
    try {
      await doing();
      return true;
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      this.failed += 1;
      // A part of what was appended may be there: the file is looked at again before anything else is.
      this.#isReady = false;
      this.#options.log("error", "commands.audit_failed", { code });
      return false;
    }
  }

  async #look(): Promise<void> {
    if (this.#isReady) return;
    const { head, bytes, events } = await begin(this.#options.file);
    [this.#head, this.#bytes, this.#isReady] = [head, bytes, true];
    if (events.length > 0) this.#options.log("warning", "commands.audit_damaged", { event: events[0]?.event });
    this.#waiting = [...events, ...this.#waiting];
  }

  async #turnOver(): Promise<void> {
    if (this.#bytes < mostBytes) return;
    await this.#options.file.setAside("full");
    this.#isReady = false;
    await this.#look();
  }

  async #write(): Promise<void> {
    await this.#look();
    await this.#turnOver();
    const { file, clock, clockQuality } = this.#options;
    const at = clockQuality() === "none" ? null : `${new Date(clock.wallMs()).toISOString().slice(0, 19)}Z`;
    const time = { at, monoS: Math.floor(clock.monoMs() / 1_000) };
    let head = this.#head;
    const lines = this.#waiting.map((event) => {
      const next = nextLine(head, event, time);
      head = next.head;
      return `${next.line}\n`;
    });
    const text = lines.join("");
    await file.append(text);
    [this.#head, this.#bytes, this.#waiting] = [head, this.#bytes + Buffer.byteLength(text), []];
  }
}

/** Goes on where the file ends. A disk that fails is told in the log, and tried again with the next event. */
export async function openAudit(options: AuditOptions): Promise<Audit> {
  const audit = new FileAudit(options);
  await audit.look();
  return audit;
}
