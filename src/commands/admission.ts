/** Whether a command of somebody who may ask is taken: command × terms × what is going on now → taken, refused or known. Pure. */
import type { TrustedKey, Verb, VerbName } from "../model/command.ts";
import type { ClockQuality } from "../model/record.ts";
import type { ReadCommand } from "../report/command-wire.ts";
import type { Entry } from "./entry.ts";
import { mayAsk } from "./trust.ts";
import { type Hindrance, verbTerms } from "./verbs.ts";
import { aheadS, type Window } from "./window.ts";

export type Refusal =
  /** It may have been here before, and is not remembered any more. */
  | "too_old"
  | "expired"
  | "from_the_future"
  /** Less than 5 s or more than 24 h from issue to deadline. */
  | "bad_deadline"
  | "unknown_verb"
  | "bad_arguments"
  | "not_allowed"
  /** It changes something, and the terminal's clock cannot say whether it is still wanted. */
  | "clock_unknown"
  | "too_often"
  | "busy"
  | Hindrance;

export interface Present {
  readonly wallMs: number;
  readonly monoMs: number;
  readonly clock: ClockQuality;
  /** Commands that wait or run. */
  readonly waiting: number;
  /** True: this one counts, and the hour has room for it. */
  take(): boolean;
  hindered(by: readonly Hindrance[]): Hindrance | undefined;
}

export type Judgement =
  | { readonly kind: "known"; readonly entry: Entry }
  | { readonly kind: "taken"; readonly verb: Verb; readonly deadlineMs: number }
  /**
   * `gone`: for ever. `kept`: it could be taken later, so its answer must be remembered. `too_many`: likewise, and there are too many to
   * remember each.
   */
  | { readonly kind: "refused"; readonly reason: Refusal; readonly as: "gone" | "kept" | "too_many" };

export interface Asked {
  readonly command: ReadCommand;
  readonly key: TrustedKey;
}

export interface Terms {
  readonly allowed: ReadonlySet<VerbName>;
  readonly window: Pick<Window, "find" | "isForgotten" | "hasRoom">;
}

export const mostWaiting = 4;
const shortestS = 5;
const longestS = 86_400;

/** It will not be another answer later. */
function isOver({ issuedS, deadlineS }: ReadCommand, { wallMs, clock }: Present): Refusal | undefined {
  const spanS = deadlineS - issuedS;
  if (spanS < shortestS || spanS > longestS) return "bad_deadline";
  return clock !== "none" && deadlineS * 1_000 <= wallMs ? "expired" : undefined;
}

function unfit({ command, key }: Asked, allowed: ReadonlySet<VerbName>, { wallMs, clock }: Present) {
  const { read, issuedS } = command;
  if (clock !== "none" && issuedS > wallMs / 1_000 + aheadS) return "from_the_future";
  if (read.kind !== "verb") return read.kind === "malformed" ? "bad_arguments" : "unknown_verb";
  const { kind } = read.verb;
  if (!allowed.has(kind) || !mayAsk(key, kind)) return "not_allowed";
  return clock === "none" && !verbTerms[kind].reads ? "clock_unknown" : read.verb;
}

function inconvenient(verb: VerbName, present: Present, window: Terms["window"]): Refusal | undefined {
  if (present.waiting >= mostWaiting || !window.hasRoom()) return "busy";
  return present.hindered(verbTerms[verb].keptBackBy);
}

/** Monotonic milliseconds: whatever the clock is set to meanwhile, it ends in time. */
function deadlineOf({ issuedS, deadlineS }: ReadCommand, { wallMs, monoMs, clock }: Present): number {
  const spanMs = (deadlineS - issuedS) * 1_000;
  return monoMs + (clock === "none" ? spanMs : Math.min(spanMs, deadlineS * 1_000 - wallMs));
}

export function judge(asked: Asked, { allowed, window }: Terms, present: Present): Judgement {
  const { command } = asked;
  const known = window.find(command.id);
  if (known) return { kind: "known", entry: known };
  const gone = window.isForgotten(command.issuedS) ? "too_old" : isOver(command, present);
  if (gone) return { kind: "refused", reason: gone, as: "gone" };
  if (!present.take()) return { kind: "refused", reason: "too_often", as: "too_many" };
  const verb = unfit(asked, allowed, present);
  const reason = typeof verb === "string" ? verb : inconvenient(verb.kind, present, window);
  if (reason || typeof verb === "string") return { kind: "refused", reason: reason ?? "unknown_verb", as: "kept" };
  return { kind: "taken", verb, deadlineMs: deadlineOf(command, present) };
}
