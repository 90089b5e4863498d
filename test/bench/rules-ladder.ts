/**
 * What an integrator would pick instead of an engine: if-then rules with priorities, on the usual library for them. One rule
 * a fault, as an afternoon with the catalogue's own rows gives: all that the fault always or usually shows by itself must
 * be seen; what shows more, and then what is commoner, is asked first; the first rule that fits answers.
 */
import { Engine, type RuleProperties, type TopLevelCondition } from "json-rules-engine";
import {
  type Capability,
  type Catalogue,
  type FaultDefinition,
  type Likelihood,
  rates,
} from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { isMet } from "../../src/model/need.ts";

export interface RulesLadder {
  /** The fault of the first rule that fits. */
  top(evidence: readonly Evidence[]): Promise<string | undefined>;
}

const firm: readonly Likelihood[] = ["always", "usually"];
/** What is not seen is not there, as rules have it: they know no third answer. */
const holds = (observation: string) => ({ fact: observation, operator: "equal", value: true });

/** The signs of a fault: its own, and where it has none, those of the states that it brings about. */
function signsOf(
  { causes }: FaultDefinition,
  { observations, conditions }: Catalogue,
  words = firm,
): readonly string[] {
  const effects = Object.entries(causes).filter(([, word]) => words.includes(word));
  const own = effects.map(([id]) => id).filter((id) => id in observations);
  if (own.length > 0) return own;
  return effects.flatMap(([id]) =>
    Object.entries(conditions[id]?.causes ?? {}).flatMap(([sign, word]) =>
      words.includes(word) && sign in observations ? [sign] : [],
    ),
  );
}

function ruleOf(id: string, fault: FaultDefinition, catalogue: Catalogue): RuleProperties | undefined {
  const all = signsOf(fault, catalogue);
  const any = all.length > 0 ? [] : signsOf(fault, catalogue, ["often"]);
  if (all.length + any.length === 0) return undefined;
  const conditions: TopLevelCondition = all.length > 0 ? { all: all.map(holds) } : { any: any.map(holds) };
  return { conditions, event: { type: id }, priority: 1 + 10 * all.length + Math.round(1_000 * rates[fault.rate]) };
}

export function createRulesLadder(catalogue: Catalogue, capabilities: ReadonlySet<Capability>): RulesLadder {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [id, fault] of Object.entries(catalogue.faults)) {
    if (!isMet(fault.needs, capabilities)) continue;
    const rule = ruleOf(id, fault, catalogue);
    if (rule) engine.addRule(rule);
  }
  let fitting: string | undefined;
  engine.on("success", ({ type }) => {
    fitting ??= type;
    // Later rungs are not looked at.
    engine.stop();
  });
  return {
    top: async (evidence) => {
      fitting = undefined;
      await engine.run(Object.fromEntries(evidence.map((item) => [item.id, item.holds])));
      return fitting;
    },
  };
}
