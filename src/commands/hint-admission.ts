/** Whether a hint of somebody who may give one is taken: hint × terminal × now → what it says, and until when. Pure. */
import { type Concern, concernNames, type Figure, type Hint, longestHintS, shortestHintS } from "../model/hint.ts";
import type { ClockQuality } from "../model/record.ts";
import { isPlausible, isSignalId, type SignalId, signals } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { aheadS } from "./window.ts";

export type HintRefusal =
  /** Less than a minute or more than a day from issue to end. */
  | "bad_span"
  | "expired"
  | "from_the_future"
  /** Said before, or a newer one about the same was taken. */
  | "old"
  | "not_concerned"
  /** Who says it does not think it likelier than not. */
  | "unsure"
  /** Nothing in it that this version knows. */
  | "nothing_known"
  | "bad_value";

export interface HintPresent {
  readonly wallMs: number;
  readonly monoMs: number;
  readonly clock: ClockQuality;
  /** What this terminal is. */
  readonly own: Concern;
  isOld(hint: Hint): boolean;
}

export type Figures = ReadonlyMap<SignalId, Scalar>;

export type HintJudgement =
  /** `endMs`: monotonic. */
  | { readonly kind: "taken"; readonly endMs: number; readonly figures: Figures }
  | { readonly kind: "refused"; readonly reason: HintRefusal };

/** What cannot be dated may have been overheard on another day: it does not hold for longer. */
const undatedMs = 900_000;
const leastConfidence = 0.5;

/** Whether all that it names is this terminal's own. */
export function concerns(wanted: Concern, own: Concern): boolean {
  return concernNames.every((name) => wanted[name] === undefined || wanted[name] === own[name]);
}

/** Only what support tells of the fleet, and never free text. */
function isFleetSignal(signal: string): signal is SignalId {
  if (!isSignalId(signal) || !signal.startsWith("fleet.")) return false;
  const { shape } = signals[signal];
  return shape.kind !== "text" || shape.pattern !== undefined;
}

/** What a newer sender knows beyond this version is passed over. */
function figuresOf(said: readonly Figure[]): Figures | HintRefusal {
  const figures = new Map<SignalId, Scalar>();
  for (const { signal, value } of said) {
    if (!isFleetSignal(signal)) continue;
    if (!isPlausible(signal, value) || figures.has(signal)) return "bad_value";
    figures.set(signal, value);
  }
  return figures.size === 0 ? "nothing_known" : figures;
}

function untimely({ issuedS, untilS }: Hint, { wallMs, clock }: HintPresent): HintRefusal | undefined {
  const spanS = untilS - issuedS;
  if (spanS < shortestHintS || spanS > longestHintS) return "bad_span";
  if (clock === "none") return undefined;
  if (untilS * 1_000 <= wallMs) return "expired";
  return issuedS > wallMs / 1_000 + aheadS ? "from_the_future" : undefined;
}

/** Whatever the clock is set to meanwhile, it ends in time. */
function endOf({ issuedS, untilS }: Hint, { wallMs, monoMs, clock }: HintPresent): number {
  const spanMs = (untilS - issuedS) * 1_000;
  return monoMs + Math.min(spanMs, clock === "none" ? undatedMs : untilS * 1_000 - wallMs);
}

export function judgeHint(hint: Hint, present: HintPresent): HintJudgement {
  const unfit =
    untimely(hint, present) ??
    (concerns(hint.concerns, present.own) ? undefined : "not_concerned") ??
    (present.isOld(hint) ? "old" : undefined) ??
    (hint.confidence < leastConfidence ? "unsure" : undefined);
  const figures = unfit ?? figuresOf(hint.figures);
  if (typeof figures === "string") return { kind: "refused", reason: figures };
  return { kind: "taken", endMs: endOf(hint, present), figures };
}
