/** Values → Readings: a window of several looks at each signal, some wrong, some signals never read, ladders that stop. */
import type { Random } from "../../src/base/random.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { EvidenceClass, Scalar } from "../../src/model/signal-shape.ts";
import { clausesOf, type Questions } from "./questions.ts";
import type { Values } from "./values.ts";
import { chosen } from "./world.ts";

export const lookAtMs = 3_600_000;
const betweenMs = 4_000;

/** How much a kind of signal is off: wrong readings, and how much less often it is missing than a probe. */
interface Kind {
  readonly error: number;
  readonly missing: number;
}

/**
 * Registers are read wrong a tenth as often and missing a quarter as often as probes. What is told, and a code, is hardly ever
 * wrong: an application does not misread its own answer.
 */
const kinds: Readonly<Record<EvidenceClass, Kind>> = {
  told: { error: 0.01, missing: 0.25 },
  answer: { error: 0.01, missing: 0.25 },
  state: { error: 0.1, missing: 0.25 },
  count: { error: 0.1, missing: 1 },
  probe: { error: 1, missing: 1 },
  stat: { error: 1, missing: 1 },
  human: { error: 2.5, missing: 1 },
};
const bySureness = [
  "told",
  "answer",
  "state",
  "count",
  "probe",
  "stat",
  "human",
] as const satisfies readonly EvidenceClass[];

/**
 * Rungs of the way to the host, from the terminal outwards, and the observations with which one has failed: a ping that many
 * hosts never answer, a second name server, a path that is slow or a clock that is off stop nobody.
 */
export const ladder: readonly (readonly [test: string, ...failures: readonly string[]])[] = [
  ["ask_gateway", "gateway_silent"],
  ["resolve_host", "dns_failed"],
  ["connect_reference", "reference_failed", "portal_seen"],
  ["connect_host", "host_tcp_failed"],
  ["shake_hands", "tls_failing"],
  ["echo_host", "echo_unanswered"],
];

export interface SignalKinds {
  /** By signal: the surest way in which it is asked. */
  readonly classes: ReadonlyMap<SignalId, EvidenceClass>;
  /** By signal: the tests that read it. */
  readonly tests: ReadonlyMap<SignalId, ReadonlySet<string>>;
  /** Signals that some observation without a test asks for as well. */
  readonly passive: ReadonlySet<SignalId>;
}

export function signalKinds({ observations }: Pick<Catalogue, "observations">): SignalKinds {
  const classes = new Map<SignalId, EvidenceClass>();
  const tests = new Map<SignalId, Set<string>>();
  for (const { when, class: own, test } of Object.values(observations)) {
    for (const { signal } of clausesOf(when).flat()) {
      const before = classes.get(signal);
      if (!before || bySureness.indexOf(own) < bySureness.indexOf(before)) classes.set(signal, own);
      const named = tests.get(signal) ?? new Set<string>();
      tests.set(signal, test ? named.add(test) : named);
    }
  }
  const passive = new Set([...tests].filter(([, names]) => names.size === 0).map(([signal]) => signal));
  return { classes, tests, passive };
}

export interface Conditions {
  /** Share of the probes that are not there. */
  readonly missing: number;
  /** P(a probe's reading is wrong). */
  readonly error: number;
  /** Share of the ladders that stop at the first rung that fails. */
  readonly stops: number;
  /** How many looks at each signal. */
  readonly window: number;
  /** Share of the answers that only people give and that nobody asks for, when nothing else is missing. */
  readonly untold: number;
}

/** Everything is known and nothing is misread: what is not told then is the catalogue's doing. */
export const fullEvidence: Conditions = { missing: 0, error: 0, stops: 0, window: 5, untold: 0 };
export const ringEvidence: Conditions = { missing: 0.2, error: 0.02, stops: 0.7, window: 5, untold: 0.7 };

const kindOf = (signal: SignalId, { classes }: SignalKinds) => classes.get(signal) ?? "probe";

/** Whether nothing is known of a signal. */
export function isMissing(
  signal: SignalId,
  { missing, untold }: Conditions,
  known: { readonly kinds: SignalKinds; readonly random: Random },
): boolean {
  const kind = kindOf(signal, known.kinds);
  const share = kind === "human" ? 1 - (1 - untold) * (1 - missing) : missing * kinds[kind].missing;
  return known.random() < share;
}

/** Rungs that were not climbed because one below them failed. */
export function rungsLeft(
  shown: Pick<ReadonlySet<string>, "has">,
  { stops }: Conditions,
  random: Random,
): ReadonlySet<string> {
  const first = ladder.findIndex(([, ...failures]) => failures.some((failure) => shown.has(failure)));
  const left = ladder.slice(first + 1).map(([test]) => test);
  return random() < stops && first >= 0 ? new Set(left) : new Set();
}

interface Told {
  readonly signal: SignalId;
  readonly value: Scalar;
}

/** Some looks at one signal, the newest at `lookAtMs`. */
export function windowOf(
  { signal, value }: Told,
  conditions: Conditions,
  seen: { readonly kinds: SignalKinds; readonly questions: Questions; readonly random: Random },
): Reading[] {
  const wrong = conditions.error * kinds[kindOf(signal, seen.kinds)].error;
  const others = (seen.questions.values.get(signal) ?? []).filter((other) => other !== value);
  return Array.from({ length: conditions.window }, (_, at) => {
    const read = seen.random() < wrong ? chosen(others, seen.random) : undefined;
    return reading(signal, read ?? value, lookAtMs - (conditions.window - 1 - at) * betweenMs);
  });
}

/** Readings of every signal that is told and not missing. */
export function readAll(
  values: Values,
  conditions: Conditions,
  seen: {
    readonly kinds: SignalKinds;
    readonly questions: Questions;
    readonly random: Random;
    readonly skip: (signal: SignalId) => boolean;
  },
): readonly Reading[] {
  return [...values].flatMap(([signal, value]) =>
    seen.skip(signal) || isMissing(signal, conditions, seen) ? [] : windowOf({ signal, value }, conditions, seen),
  );
}
