/** The audit log as lines that hold each other: every line has the hash of the one before it. Pure but for the hash. */
import { createHash } from "node:crypto";
import type { AuditHead } from "../model/command.ts";

export interface AuditEvent {
  /** `taken`, `refused`, `ended`, `rejected`, `continued`, `cut`, `keys`. */
  readonly event: string;
  readonly id?: string;
  readonly verb?: string;
  readonly who?: string;
  /** Id of the key. */
  readonly key?: string;
  readonly state?: string;
  readonly reason?: string;
  /** Events of the kind that no line tells of. */
  readonly untold?: number;
}

export interface AuditTime {
  /** ISO 8601; null where the clock cannot be trusted. */
  readonly at: string | null;
  readonly monoS: number;
}

/** Before the first line. */
export const origin: AuditHead = { lines: 0, hash: "0".repeat(64) };

export function hashOfLine(line: string): string {
  return createHash("sha256").update(line, "utf8").digest("hex");
}

/** The line after this head, and the head after it. */
export function nextLine(
  head: AuditHead,
  event: AuditEvent,
  { at, monoS }: AuditTime,
): { readonly line: string; readonly head: AuditHead } {
  const lines = head.lines + 1;
  const line = JSON.stringify({ n: lines, at, mono_s: monoS, ...event, prev: head.hash });
  return { line, head: { lines, hash: hashOfLine(line) } };
}

interface Linked {
  readonly n: number;
  readonly prev: string;
}

function linkOf(line: string): Linked | undefined {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== "object" || said === null) return undefined;
    const { n, prev }: Record<string, unknown> = { ...said };
    return typeof n === "number" && Number.isInteger(n) && typeof prev === "string" ? { n, prev } : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with a line behind this head; without a head nothing is known of what was before but of the very first. */
function wrongBehind(head: AuditHead | undefined, { n, prev }: Linked): string | undefined {
  if (head && n !== head.lines + 1) return `number ${n} after ${head.lines}`;
  const isHeld = head ? prev === head.hash : n !== 1 || prev === origin.hash;
  return isHeld ? undefined : "it does not have the hash of the line before: one of the two was changed";
}

export type Verified =
  | { readonly kind: "whole"; readonly first: number; readonly head: AuditHead }
  /** `place`: which of the given lines, from 1. */
  | { readonly kind: "broken"; readonly place: number; readonly why: string };

/**
 * Follows the chain. Of what is older than the first line nothing can be said but its hash; the newest line is held only by who
 * has heard its hash.
 */
export function verifyChain(lines: readonly string[]): Verified {
  let head: AuditHead | undefined;
  let first = 0;
  for (const [at, line] of lines.entries()) {
    const link = linkOf(line);
    const why = link ? wrongBehind(head, link) : "it is no line of an audit log";
    if (!link || why !== undefined) return { kind: "broken", place: at + 1, why: why ?? "" };
    head = { lines: link.n, hash: hashOfLine(line) };
    first ||= link.n;
  }
  return { kind: "whole", first, head: head ?? origin };
}
