/** Commands of support as rows of `posdiag status`. */
import type { AgentStatus } from "../model/view.ts";

/** Of what came to nothing only what did. */
export function commandRows(commands: AgentStatus["commands"]): string[][] {
  if (!commands) return [];
  const { taken, waiting, ended, rejected, audit } = commands;
  const some = Object.entries({ ...ended, ...rejected }).filter(([, count]) => count > 0);
  const counts = some.map(([name, count]) => `, ${name} ${count}`).join("");
  const lost = audit.failed > 0 ? `, ${audit.failed} times not written` : "";
  return [
    ["commands", `${taken} taken, ${waiting} under way${counts}`],
    ...settingRows(commands),
    ...hintRows(commands),
    ["audit log", `${audit.lines} lines, ${audit.head}${lost}`],
  ];
}

function hintRows({ hints: { taken, in_force, refused } }: NonNullable<AgentStatus["commands"]>): string[][] {
  const counts = Object.entries(refused).map(([reason, count]) => `, ${reason} ${count}`);
  return taken === 0 && counts.length === 0
    ? []
    : [["hints", `${taken} taken, ${in_force} in force${counts.join("")}`]];
}

function settingRows({ settings }: NonNullable<AgentStatus["commands"]>): string[][] {
  const { set, on_trial, left_s } = settings;
  return [
    ...(set.length > 0 ? [["", `set by support: ${set.join(", ")}`]] : []),
    ...(on_trial.length > 0 ? [["", `on trial for ${left_s ?? 0} s: ${on_trial.join(", ")}`]] : []),
  ];
}
