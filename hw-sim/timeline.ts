/** Plays a scenario: physical events at their times, and nothing about what they mean. */
import { readFileSync } from "node:fs";
import type { SimClock } from "./clock.ts";
import { isRecord, readSet, type SetRequest } from "./world-input.ts";

export interface ScenarioStep {
  readonly at_s: number;
  readonly set: SetRequest;
}

export interface Scenario {
  /** What happens, in one sentence. */
  readonly about: string;
  readonly seed: number;
  readonly steps: readonly ScenarioStep[];
}

/** A day; whatever a scenario shows, it shows sooner. */
const LONGEST_S = 86_400;

/** `name` is a file, or the name of one in hw-sim/scenarios. Throws one error that names everything wrong with it. */
export function loadScenario(name: string): Scenario {
  const file = /^[\w-]+$/.test(name) ? new URL(`./scenarios/${name}.json`, import.meta.url) : name;
  const text = readFileSync(file, "utf8");
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return readScenario(name, input);
}

export function readScenario(name: string, input: unknown): Scenario {
  const { about = "", seed, steps }: SetRequest = isRecord(input) ? input : {};
  const problems: string[] = [];
  if (typeof about !== "string") problems.push('"about" must be a text');
  if (!isSeed(seed)) problems.push('"seed" must be a whole number from 0 to 4294967295');
  if (!Array.isArray(steps) || steps.length === 0) problems.push('"steps" must be a list of {"at_s":…,"set":{…}}');
  const read = (Array.isArray(steps) ? steps : []).map((step: unknown, index) => {
    const { at_s, set, ...rest }: SetRequest = isRecord(step) ? step : {};
    const where = `step ${index + 1}`;
    for (const key of Object.keys(rest)) problems.push(`${where}: there is no "${key}"; keys: at_s, set`);
    if (!isTime(at_s)) problems.push(`${where}: "at_s" must be 0 to ${LONGEST_S} seconds`);
    const result = readSet(set);
    if (result.kind === "bad") problems.push(`${where}: ${result.error}`);
    return { at_s: isTime(at_s) ? at_s : 0, set: isRecord(set) ? set : {} };
  });
  if (problems.length > 0) throw new Error(`${name}: ${problems.join("\n  ")}`);
  return { about: String(about), seed: Number(seed), steps: read };
}

/** Does every step in its time; `done` is called after the last. The returned function stops it. */
export function playScenario(
  { steps }: Scenario,
  clock: SimClock,
  on: { readonly step: (step: ScenarioStep) => void; readonly done?: () => void },
): () => void {
  const last = Math.max(...steps.map(({ at_s }) => at_s));
  const planned = steps.map((step) => clock.after(step.at_s * 1_000, () => on.step(step)));
  planned.push(clock.after(last * 1_000 + 1, () => on.done?.()));
  return () => {
    for (const callOff of planned) callOff();
  };
}

export function isSeed(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= LONGEST_S;
}
