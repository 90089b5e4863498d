/** Whether the running agent goes by the file or by the last good configuration. */
import type { ConfigurationView } from "../../model/pack-view.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check } from "../place.ts";

const find = createFinder("config_used");

/** Pure. */
export function judgeFallBack({ source, why, problem, trial_left_s: left_s }: ConfigurationView): Finding {
  if (source === "last_good") return find("last_good", { values: { reason: why ?? "?", problem: problem ?? "?" } });
  return left_s === null ? find("ok") : find("trial", { values: { left_s } });
}

export const fallBackCheck: Check = {
  id: "config_used",
  limitMs: 9_000,
  look: async ({ agent }) => {
    const answer = await agent;
    return answer.kind === "answer" ? judgeFallBack(answer.status.configuration) : find("unknown");
  },
};
