/** Signed data and the configuration in use as rows of `posdiag status`. */
import type { AgentStatus } from "../model/view.ts";
import { duration } from "./table.ts";

const trial = (left_s: number | null): string => (left_s === null ? "" : `, on trial for ${duration(left_s)} more`);

export function dataRows(data: AgentStatus["data"]): string[][] {
  if (!data) return [];
  const { in_force, trial_left_s, before, given_up, refused } = data;
  const newest = given_up.at(-1);
  return [
    [
      "data pack",
      `${in_force ?? "none in force"}${trial(trial_left_s)}${before === null ? "" : `, before it ${before}`}`,
    ],
    ...(newest ? [["", `given up: ${newest.pack} (${newest.why})`]] : []),
    ...(refused ? [["", `refused: ${refused.pack ?? "a pack"} (${refused.why})`]] : []),
  ];
}

const reasons: Readonly<Record<string, string>> = {
  unreadable: "the file cannot be read",
  wrong: "the file has errors",
  did_not_live: "the agent did not live with the file",
};

/** As long as all is as it should be there is nothing to say. */
export function configurationRows({ source, why, problem, trial_left_s }: AgentStatus["configuration"]): string[][] {
  if (source === "file") return trial_left_s === null ? [] : [["config", `new${trial(trial_left_s)}`]];
  const reason = reasons[why ?? ""] ?? why ?? "";
  return [["config", `THE LAST GOOD ONE: ${reason}`], ...(problem === null ? [] : [["", problem]])];
}
