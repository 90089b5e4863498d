/**
 * The strangers: for every family of faults a trouble of its kind that is none of them, `unlisted.<family>`. Nobody knows how
 * it shows, so it shows like the average of its family: a row that explains a sign or two passably, and loses to any listed
 * fault that explains them well (docs/adr/0045).
 */
import { type Catalogue, type FaultDefinition, likelihoods, type Predicate, rates } from "../model/catalogue.ts";
import type { SignalId } from "../model/signal.ts";
import { familyOf } from "../model/unlisted.ts";

/** Of the troubles of one kind: one in fifty is none that anybody has listed. An assumption. */
const share = 0.02;
/** How often it shows what nothing listed can show on this terminal. */
const ownSign = 0.2;

export interface Stranger {
  readonly family: string;
  /** P(it is there now) on a random terminal. */
  readonly chance: number;
  /** P(effect | this cause alone), by condition and observation. */
  readonly effects: ReadonlyMap<string, number>;
}

type Faults = readonly (readonly [id: string, fault: FaultDefinition])[];

function signalsIn(when: Predicate): readonly SignalId[] {
  if ("all" in when) return when.all.flatMap(signalsIn);
  if ("any" in when) return when.any.flatMap(signalsIn);
  return [when.signal];
}

/** Observations that nothing listed brings about, each with the signals that it is read from. */
function orphans({ observations, conditions }: Catalogue, faults: Faults): ReadonlyMap<string, readonly SignalId[]> {
  const causes = [...faults.map(([, fault]) => fault), ...Object.values(conditions)];
  const caused = new Set(causes.flatMap((cause) => Object.keys(cause.causes)));
  const alone = Object.entries(observations).filter(([id]) => !caused.has(id));
  return new Map(alone.map(([id, { when }]) => [id, signalsIn(when)] as const));
}

function averageOf(faults: Faults, chance: number): Map<string, number> {
  const average = new Map<string, number>();
  for (const [, { rate, causes }] of faults) {
    for (const [effect, word] of Object.entries(causes)) {
      average.set(effect, (average.get(effect) ?? 0) + (rates[rate] / chance) * likelihoods[word]);
    }
  }
  return average;
}

/** One stranger for each family of the faults that a terminal can have. */
export function strangersOf(catalogue: Catalogue, faults: Faults): readonly Stranger[] {
  const alone = orphans(catalogue, faults);
  const families = new Set(faults.map(([id]) => familyOf(id)));
  return [...families].map((family) => {
    const members = faults.filter(([id]) => familyOf(id) === family);
    const chance = members.reduce((sum, [, { rate }]) => sum + rates[rate], 0);
    const effects = averageOf(members, chance);
    const readFrom = new Set(
      [...effects.keys()].flatMap((effect) => {
        const observation = catalogue.observations[effect];
        return observation ? signalsIn(observation.when) : [];
      }),
    );
    for (const [id, signals] of alone) if (signals.some((signal) => readFrom.has(signal))) effects.set(id, ownSign);
    return { family, chance: share * chance, effects };
  });
}
