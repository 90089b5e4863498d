/** One incident: faults that are true, what they brought about, and what of it a device has read. */
import type { Random } from "../../src/base/random.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { measured, type Reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { createBook } from "../../src/signals/book.ts";
import { detect } from "../../src/signals/detect.ts";
import { type Deployment, hears } from "./deployments.ts";
import { drawShown, type Shown, withBlip, withoutHollow } from "./draw.ts";
import { implicationsOf } from "./implications.ts";
import { type Questions, questionsOf } from "./questions.ts";
import { type Conditions, lookAtMs, readAll, rungsLeft, type SignalKinds, signalKinds } from "./reading-window.ts";
import { type Values, valuesOf } from "./values.ts";
import type { World } from "./world.ts";

/** Everything about a catalogue and a kind of terminal that does not change from incident to incident. */
export interface Stage {
  readonly catalogue: Catalogue;
  readonly deployment: Deployment;
  readonly questions: Questions;
  readonly kinds: SignalKinds;
  /** By observation that this terminal can make: the group of its signal. */
  readonly groups: ReadonlyMap<string, string>;
  /** Those of them that may show for no reason together with their like. */
  readonly blips: ReadonlyMap<string, string>;
  /** By observation: the others that hold whenever it does. */
  readonly implied: ReadonlyMap<string, readonly string[]>;
}

export function createStage(catalogue: Catalogue, deployment: Deployment): Stage {
  const heard = Object.fromEntries(
    Object.entries(catalogue.observations).filter(([, row]) =>
      questionsOf({ observations: { row } }, deployment.interface).all.some(({ clauses }) =>
        clauses.some((clause) => clause.every(({ signal }) => hears(deployment, signal))),
      ),
    ),
  );
  const questions = questionsOf({ observations: heard }, deployment.interface);
  const groups = new Map(
    questions.all.map(({ id, clauses }) => [id, clauses[0]?.[0]?.signal.split(".")[0] ?? ""] as const),
  );
  // What is told or counted does not blip: what is measured does.
  const blips = new Map(
    [...groups].filter(([id]) => ["probe", "stat"].includes(catalogue.observations[id]?.class ?? "")),
  );
  return {
    catalogue,
    deployment,
    questions,
    kinds: signalKinds({ observations: heard }),
    groups,
    blips,
    implied: implicationsOf(questions),
  };
}

export interface Incident {
  readonly faults: readonly string[];
  readonly shown: Shown;
  readonly values: Values;
  readonly readings: readonly Reading[];
}

export interface Circumstances extends Conditions {
  /** Share of the incidents with something beside them that nothing explains. */
  readonly blips: number;
  /** Only what is heard without a test. */
  readonly passiveOnly?: true;
}

const mostTries = 200;

/** What is drawn again until a fault shows; undefined where it never does. */
function drawUntilShown(
  stage: Stage,
  world: World,
  draw: { readonly faults: readonly string[]; readonly random: Random },
): Shown | undefined {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const all = drawShown(world, draw.faults, draw.random);
    const heard = new Map([...all].filter(([id]) => stage.groups.has(id)));
    const shown = withoutHollow(heard, stage.implied);
    if (draw.faults.length === 0 || [...shown.values()].includes("caused")) return shown;
  }
  return undefined;
}

/** How the newest payment ended, as it is told beside what is compared: by it progress is known. */
export function outcomesOf(values: Values): readonly Reading[] {
  const payment = values.get("compare.payment");
  const refused = (values.get("compare.refusal") ?? "none") !== "none";
  const outcome = { answered: refused ? "declined" : "approved", unanswered: "timeout", unsent: "aborted" }[
    String(payment)
  ];
  return outcome === undefined ? [] : [measured("txn.outcome", outcome, lookAtMs)];
}

/** Undefined where the faults show nothing that this terminal could hear. */
export function drawIncident(
  stage: Stage,
  world: World,
  how: Circumstances & { readonly faults: readonly string[]; readonly random: Random },
): Incident | undefined {
  const { faults, random } = how;
  const drawn = drawUntilShown(stage, world, how);
  if (!drawn) return undefined;
  const shown = random() < how.blips ? withBlip(drawn, stage.blips, random) : drawn;
  const all = valuesOf(shown, stage.questions, random);
  const values = new Map([...all].filter(([signal]) => hears(stage.deployment, signal)));
  const left = rungsLeft(shown, how, random);
  const skip = (signal: SignalId): boolean => {
    const tests = stage.kinds.tests.get(signal);
    if (how.passiveOnly && !stage.kinds.passive.has(signal)) return true;
    return tests !== undefined && tests.size > 0 && [...tests].every((test) => left.has(test));
  };
  const readings = readAll(values, how, { ...stage, random, skip });
  return { faults, shown, values, readings: [...readings, ...outcomesOf(values)] };
}

/** As a device finds evidence in readings, all of the same few seconds. */
export function evidenceOf({ observations }: Catalogue, readings: readonly Reading[]): readonly Evidence[] {
  const book = createBook();
  for (const each of readings) book.see(each);
  return detect(observations, book, { nowMs: lookAtMs, holdMs: 86_400_000 });
}

/** Somebody says that something is wrong, and not what. */
export const complaint: Reading = measured("operator.report", "it does not work", lookAtMs);
