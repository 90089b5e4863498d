/** Everything on one platform: steps that pass or fail, and figures. */
import { type Figures, liveThrough } from "./agent-life.ts";
import { askVersion, loadAddon, restOfNode } from "./bare.ts";
import type { Place } from "./place.ts";
import type { Resident } from "./resident.ts";
import { createSteps, type StepResult } from "./step.ts";

export interface Trial {
  readonly platform: string;
  readonly emulated: boolean;
  readonly node: string;
  readonly steps: readonly StepResult[];
  /** Node that does nothing. */
  readonly bare: Resident | undefined;
  /** Undefined when the agent did not start. */
  readonly figures: Figures | undefined;
}

export async function tryOut(place: Place, say: (line: string) => void): Promise<Trial> {
  const { name, emulated, node } = place.platform;
  say(`${name}, Node ${node}${emulated ? ", emulated" : ""}`);
  const steps = createSteps(say);
  let bare: Resident | undefined;
  let figures: Figures | undefined;
  await steps.step("loads the serial addon", () => loadAddon(place));
  await steps.step("runs the bundle", () => askVersion(place));
  await steps.step("Node alone", async () => {
    bare = await restOfNode(place);
    return `${Math.round(bare.allKb / 1_024)} MB`;
  });
  await steps.step("the agent starts", async () => {
    figures = await liveThrough(place, steps);
    return `${Math.round(figures.readyMs)} ms to the open port, ${Math.round(figures.agent.allKb / 1_024)} MB`;
  });
  return { platform: name, emulated, node, steps: steps.results, bare, figures };
}
