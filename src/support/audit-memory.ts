/**
 * The newest line of each terminal's audit log that was heard of. A chain shows a changed line; that its newest lines were taken away
 * shows only who remembers how far it went.
 */
import type { AuditHead } from "../model/command.ts";
import type { Heard } from "./inbox.ts";

/** `shorter`: it went further before. `changed`: it had another line in this place. */
export interface AuditDoubt {
  readonly kind: "shorter" | "changed";
  /** What was heard before: with this the terminal's file can be checked. */
  readonly heard: AuditHead;
}

export interface AuditMemory {
  /** What speaks against the log, if this message does. */
  hear(heard: Heard): AuditDoubt | undefined;
}

/** At a time; the one of which was heard least lately is forgotten first. */
const mostTerminals = 10_000;
const emptyLog: AuditHead = { lines: 0, hash: "" };

/** What a message says of the log. A heartbeat has the beginning of the hash only. */
export function headIn({ said }: Pick<Heard, "said">): AuditHead | undefined {
  if (said.kind === "birth") return said.birth.audit ?? emptyLog;
  if (said.kind !== "report") return undefined;
  const { body } = said.report;
  if (body.kind === "command") return body.update.audit;
  if (body.kind !== "heartbeat" || !body.heartbeat.audit) return undefined;
  const { head, count } = body.heartbeat.audit;
  return { lines: count, hash: head };
}

/** Of now: what the broker has kept, and what has waited in the outbox, may rightly be older than what was heard. */
function isOfNow({ said, retained }: Pick<Heard, "said" | "retained">): boolean {
  return said.kind === "birth" && !retained;
}

function areSame(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function tellsMore(now: AuditHead, heard: AuditHead): boolean {
  return now.lines > heard.lines || (now.lines === heard.lines && now.hash.length > heard.hash.length);
}

function doubtOf(heard: AuditHead, now: AuditHead): AuditDoubt["kind"] | undefined {
  if (now.lines < heard.lines) return "shorter";
  return now.lines === heard.lines && !areSame(heard.hash, now.hash) ? "changed" : undefined;
}

/** What speaks against the log, and what is to be remembered of it from now on. */
export function judgeHead(
  heard: AuditHead | undefined,
  head: AuditHead,
  message: Pick<Heard, "said" | "retained">,
): { readonly kind: AuditDoubt["kind"] | undefined; readonly newest: AuditHead } {
  const kind = heard && isOfNow(message) ? doubtOf(heard, head) : undefined;
  // A doubt is told once: from now on it is the new chain that must go on.
  return { kind, newest: kind || !heard || tellsMore(head, heard) ? head : heard };
}

export function createAuditMemory(): AuditMemory {
  const newest = new Map<string, AuditHead>();

  function note(name: string, head: AuditHead): void {
    newest.delete(name);
    newest.set(name, head);
    const [oldest] = newest.keys();
    if (newest.size > mostTerminals && oldest !== undefined) newest.delete(oldest);
  }

  return {
    hear: (message) => {
      const head = headIn(message);
      if (!message.from || !head) return undefined;
      const name = `${message.from.tenant}/${message.from.serial}`;
      const heard = newest.get(name);
      const { kind, newest: now } = judgeHead(heard, head, message);
      if (now !== heard) note(name, now);
      return heard && kind && { kind, heard };
    },
  };
}
