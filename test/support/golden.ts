/**
 * The golden incidents: what terminals in trouble show, written down by people who did not know how the catalogue thinks,
 * with what it was. `test/golden/*.jsonl`, one incident a line.
 */
import { readdirSync, readFileSync } from "node:fs";

export interface GoldenIncident {
  readonly id: string;
  /** The fault that it was written for; empty where it is about none. */
  readonly for: string;
  /**
   * `ends_in`: one of `truth` is told first; `near_miss`: looks like `for`, and is not; `double`: all of `truth` are among
   * the first three; `healthy`: nothing is told; `unknown`: something is wrong and cannot be named.
   */
  readonly kind: "ends_in" | "near_miss" | "double" | "healthy" | "unknown";
  readonly story: string;
  readonly observations: readonly object[];
  readonly truth: readonly string[];
  /** Wrong, and not only less right. */
  readonly must_not: readonly string[];
}

const folder = new URL("../golden/", import.meta.url);

export function goldenIncidents(): readonly GoldenIncident[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .toSorted()
    .flatMap((file) => readFileSync(new URL(file, folder), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line): GoldenIncident => JSON.parse(line));
}

/** Incidents that are told otherwise than their author would, by id, each with the reason. */
export const undecided: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("undecided.json", folder), "utf8"),
);

/** As JSON lines, the way `posdiag explain` takes them. */
export const linesOf = ({ observations }: GoldenIncident): string =>
  observations.map((line) => JSON.stringify(line)).join("\n");

/** What was told: the faults in their order, and whether they are candidates only. */
export interface Told {
  readonly faults: readonly string[];
  readonly unknown: boolean;
}

/** Whether `faults`, in the order told, answer what it was. */
function isRight({ kind, truth }: GoldenIncident, faults: readonly string[], isHint: (fault: string) => boolean) {
  const first = faults.slice(0, 3);
  if (kind === "healthy") return faults.length === 0;
  if (kind === "double") return truth.every((fault) => first.includes(fault));
  // Nobody can say what it is, or it is none of the listed: whoever names none of the wrong ones is right.
  if (truth.length === 0) return true;
  return truth.includes(faults[0] ?? "") || truth.some((fault) => isHint(fault) && first.includes(fault));
}

/** Why what was told is not what it was; undefined where it is. `isHint`: a fault that is told as a hint, or by people. */
export function whatIsWrong(
  incident: GoldenIncident,
  { faults, unknown }: Told,
  isHint: (fault: string) => boolean,
): string | undefined {
  const wrong = unknown ? undefined : faults.find((fault) => incident.must_not.includes(fault));
  if (wrong) return `${wrong} is named, and is wrong`;
  if (isRight(incident, faults, isHint)) return undefined;
  return `told: ${faults.join(", ") || "nothing"}${unknown ? ", as candidates" : ""}`;
}
