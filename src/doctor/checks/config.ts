/** The configuration: every error at once, as `posdiag config check` has it. */
import { formatProblem, type Problem } from "../../config/problem.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check, Given } from "../place.ts";

const find = createFinder("config");

/** A file that only we may not read is no error of the configuration. */
function isUnseen({ what }: Problem): boolean {
  return /\((?:EACCES|EPERM)\)$/.test(what);
}

/** Pure. */
export function judgeConfig(file: string, given: Given): Finding {
  if (given.kind === "gone") return find("gone", { values: { file } });
  if (given.kind === "unreadable") return find("unreadable", { values: { file, code: given.code } });
  if (given.kind === "no_file") return find("no_file", { values: { file, error: given.error } });
  const wrong = given.problems.filter((problem) => !isUnseen(problem));
  const details = (wrong.length > 0 ? wrong : given.problems).map(formatProblem);
  const values = { file, count: details.length };
  if (wrong.length > 0) return find("wrong", { values, details });
  return details.length > 0 ? find("files_unseen", { values, details }) : find("ok", { values: { file } });
}

export const configCheck: Check = {
  id: "config",
  limitMs: 5_000,
  look: async ({ file, given }) => judgeConfig(file, given),
};
