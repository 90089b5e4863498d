/** Signed data in force, by the running agent's word. */
import type { PackView } from "../../model/pack-view.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check } from "../place.ts";

const find = createFinder("data");

/** Pure. `null`: none is taken. */
export function judgeData(view: PackView | null): Finding {
  if (view === null) return find("off");
  const { in_force, trial_left_s: left_s, given_up, newer_given_up: newer, refused } = view;
  const pack = in_force ?? "-";
  if (refused) return find("refused", { values: { pack, refused: refused.pack ?? "?", reason: refused.why } });
  if (newer !== null) {
    const why = given_up.findLast((each) => each.pack === newer)?.why ?? "?";
    return find("given_up", { values: { pack, refused: newer, reason: why } });
  }
  if (in_force === null) return find("none");
  return left_s === null ? find("ok", { values: { pack } }) : find("trial", { values: { pack, left_s } });
}

export const dataCheck: Check = {
  id: "data",
  limitMs: 9_000,
  look: async ({ agent }) => {
    const answer = await agent;
    return answer.kind === "answer" ? judgeData(answer.status.data) : find("unknown");
  },
};
