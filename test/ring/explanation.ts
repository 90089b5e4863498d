/** Whether an explanation explains: the automatic checks of the evaluation protocol (diagnosis.md 5). */

import type { Diagnosis } from "../../src/model/case.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { clausesOf } from "./questions.ts";
import type { Scene } from "./series.ts";
import type { Tally } from "./tally.ts";

const named = 0.5;
const groupsRemoved = 3;

function signalsOf(scene: Scene, observation: string): readonly SignalId[] {
  const row = scene.place.stage.catalogue.observations[observation];
  return row ? clausesOf(row.when).flatMap((clause) => clause.map(({ signal }) => signal)) : [];
}

/** Evidence without its strongest groups: all that asks one of the same signals goes with it. */
function withoutStrongest(scene: Scene, observations: readonly string[]): Scene["evidence"] {
  const gone = new Set<SignalId>();
  let groups = 0;
  for (const id of observations) {
    const signals = signalsOf(scene, id);
    if (groups === groupsRemoved || signals.some((signal) => gone.has(signal))) continue;
    for (const signal of signals) gone.add(signal);
    groups += 1;
  }
  return scene.evidence.filter(({ id }) => !signalsOf(scene, id).some((signal) => gone.has(signal)));
}

const odds = (probability: number): number => probability / Math.max(1e-9, 1 - probability);

export function checkExplanation(tally: Tally, scene: Scene, { verdicts, rivals, ruledOut }: Diagnosis): void {
  const causes = verdicts.filter(({ probability }) => probability >= named);
  const [first] = causes;
  if (!first) return;
  for (const { evidence } of causes) tally.count("names a sign", evidence.length > 0);
  const probabilityIn = (evidence: Scene["evidence"]) =>
    scene.place.solver.solve(evidence).find(({ fault }) => fault === first.fault)?.probability ?? 0;
  const less = withoutStrongest(
    scene,
    first.evidence.map(({ id }) => id),
  );
  tally.count("rests on its signs", odds(probabilityIn(less)) <= odds(probabilityIn(scene.evidence)) / 2);
  tally.count("mentions a rival", rivals.length + ruledOut.length + causes.length > 1);
  const explained = new Set(verdicts.flatMap(({ evidence }) => evidence.map(({ id }) => id)));
  for (const { id, holds } of scene.evidence) if (holds) tally.count("sign is explained", explained.has(id));
}
