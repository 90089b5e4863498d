/** Whether an agent runs and answers. */
import type { AgentAnswer } from "../agent-answer.ts";
import { createFinder, type Finding } from "../finding.ts";
import type { Check } from "../place.ts";

const find = createFinder("agent");

/** Pure. `isStarted`: systemd runs here, so that an agent could. */
export function judgeAgent(answer: AgentAnswer, installed: string, isStarted: boolean): Finding {
  const { socket } = answer;
  if (answer.kind === "absent") return find(isStarted ? "absent" : "absent_here", { values: { socket } });
  if (answer.kind !== "answer") return find(answer.kind, { values: { socket } });
  const { version, uptime_s: up_s } = answer.status;
  return find(version === installed ? "ok" : "other_version", { values: { version, installed, up_s } });
}

export const agentCheck: Check = {
  id: "agent",
  limitMs: 9_000,
  look: async ({ agent, program, service }) => {
    return judgeAgent(await agent, program.version, (await service) !== undefined);
  },
};
