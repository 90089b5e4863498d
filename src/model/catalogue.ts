/**
 * What a fault catalogue is made of: faults cause conditions and observations, conditions cause conditions and
 * observations, and the only number an author writes on a link is a word.
 */
import type { SignalId } from "./signal.ts";
import type { EvidenceClass, Scalar } from "./signal-shape.ts";

/** P(effect | this cause alone). */
export const likelihoods = { always: 0.99, usually: 0.85, often: 0.6, sometimes: 0.3, rarely: 0.07 } as const;
export type Likelihood = keyof typeof likelihoods;

/** P(fault now) on a random device. */
export const rates = { common: 5e-3, occasional: 1e-3, rare: 3e-4, very_rare: 1e-4 } as const;
export type Rate = keyof typeof rates;

/** Effects by id of the condition or observation caused. */
export type Effects = Readonly<Record<string, Likelihood>>;

export type Severity = "critical" | "major" | "minor" | "warning";
export type Party =
  | "merchant"
  | "cardholder"
  | "acquirer"
  | "carrier"
  | "isp"
  | "issuer"
  | "switch"
  | "vendor"
  | "utility";
/**
 * How a fault can be known. `direct`: seen on the device; `comparison`: of cards, interfaces, terminals or times; `code`: told
 * by a response code; `hint`: never surely, and told as a hint; `people`: only when somebody says so.
 */
export type KnownBy = "direct" | "comparison" | "code" | "hint" | "people";
/** What a terminal must have for a fault to be possible. `lan`: a shop's network, by cable (`ethernet`) or by `wifi`. */
export type Capability = "cellular" | "lan" | "ethernet" | "wifi" | "dial_up" | "printer";
/** `ip`: it reaches its host over the Internet protocol, as all do but those with nothing but a telephone line; never listed. */
export type Need = Capability | "ip";

/** By what the terminal reaches the world at the moment. */
export type WayKind = "cellular" | "cable" | "wifi";

/** A question about the newest readings; answers true, false or not known. */
export type Predicate =
  /** `unknown` values decide nothing, because another state hides this one. */
  | { readonly signal: SignalId; readonly is: readonly Scalar[]; readonly unknown?: readonly Scalar[] }
  /** With hysteresis: once true, true until the value has passed `until`. */
  | { readonly signal: SignalId; readonly below: number; readonly until?: number }
  | { readonly signal: SignalId; readonly above: number; readonly until?: number }
  /** value ≥ share × the other signal's value. */
  | { readonly signal: SignalId; readonly share: number; readonly of: SignalId }
  /** `withinS`: the newest readings of all parts lie so close together, in seconds; further apart it is not known. */
  | { readonly all: readonly Predicate[]; readonly withinS?: number }
  /** `ofKnown`: parts that were not measured are left out; without it "no" needs every part. */
  | { readonly any: readonly Predicate[]; readonly ofKnown?: true };

export interface ObservationDefinition {
  readonly when: Predicate;
  readonly class: EvidenceClass;
  /** P(seen in healthy life). */
  readonly leak: number;
  /**
   * Every reading of the window is a vote, because one that is fine does not undo three that were not. Outcomes (class
   * `stat`) always vote; compound questions never do.
   */
  readonly votes?: true;
  /**
   * Readings from before one of these levels took its present answer count no more: they were another trouble's, and
   * whoever asks why payments fail now must not be told why they failed then.
   */
  readonly since?: readonly string[];
  /** What cannot be while this holds: where it is read later, one of the two sources is wrong, and this is the newer. */
  readonly endsWith?: Predicate;
  /** A payment that was answered proves the contrary: what was read before it counts no more. */
  readonly endsWithAnswer?: true;
  /** While it holds somebody is known to suffer, and priors are those of an incident. */
  readonly complaint?: true;
  /** The test that can tell; without one it is only heard in passing. */
  readonly test?: string;
}

export interface ConditionDefinition {
  /** P(true for a reason the catalogue does not list). */
  readonly leak: number;
  /** Holds of this way to the world only; without it of whichever the terminal goes. */
  readonly way?: "cellular" | "lan" | "wifi";
  readonly impact?: "no_payments" | "degraded";
  readonly causes: Effects;
}

/** How long a verdict must hold before a case is opened, and be gone before it is closed. */
export interface Pace {
  readonly openReads: number;
  readonly openMs: number;
  readonly closeMs: number;
}

export interface FaultDefinition {
  readonly rate: Rate;
  readonly needs?: readonly Need[];
  readonly severity: Severity;
  readonly party: readonly Party[];
  readonly pace: "told" | "direct" | "probed" | "sampled";
  readonly knownBy: KnownBy;
  /**
   * `first`: about money, and told before every technical cause that is as near certain. `last`: a state that the cause
   * beside it has brought about, and whose advice that cause gives as well.
   */
  readonly rank?: "first" | "last";
  /** It is how a trouble ended, and told because somebody waits to hear of it. */
  readonly settled?: true;
  readonly causes: Effects;
  /** Where the fault and its signs come from. */
  readonly source: string;
}

/** What a test could meet: money on the way, a reversal that waits, the order to leave the hosts alone. */
export type Circumstance = "payment" | "reversal" | "hold";

/**
 * What an answer comes to: a reading; `event`: what the merchant then does is told by the payment application anyway;
 * `unknown`: nobody knows, which is not "no".
 */
export type AnswerMeaning = { readonly signal: SignalId; readonly value: Scalar } | "event" | "unknown";

/** A test the agent or a person can make, and what it costs. */
export interface TestDefinition {
  readonly seconds: number;
  readonly bytes?: number;
  /** What it breaks off, in seconds of machine time. */
  readonly disturbance?: number;
  /** Asks a person, who is worth more than seconds. */
  readonly asks?: "merchant" | "support";
  /** Made only where the acquirer has agreed to it. */
  readonly consent?: "acquirer";
  /** Without these there is nothing to test. */
  readonly needs?: readonly Need[];
  /** Signals that are heard in passing as a rule, and that it has told once more. */
  readonly tells?: readonly SignalId[];
  /** Not offered then. */
  readonly forbidden?: readonly Circumstance[];
  /** Where a person is asked: the answers there are, by name, in the order in which they are shown. */
  readonly answers?: Readonly<Record<string, AnswerMeaning>>;
}

export interface Catalogue {
  readonly faults: Readonly<Record<string, FaultDefinition>>;
  readonly conditions: Readonly<Record<string, ConditionDefinition>>;
  readonly observations: Readonly<Record<string, ObservationDefinition>>;
  readonly tests: Readonly<Record<string, TestDefinition>>;
  /** By fault: the first thing to do about it. Faults that begin alike need not be told apart. */
  readonly firstSteps?: Readonly<Record<string, string>>;
  readonly paces: Readonly<Record<FaultDefinition["pace"], Pace>>;
}
