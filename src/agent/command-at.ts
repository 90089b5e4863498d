/** Reading AT commands of support, one after the other, each only while nothing keeps it back. */
import type { Command } from "../at/command.ts";
import { maskedLine, readingCommand } from "../at/readable.ts";
import type { Done } from "../commands/task.ts";
import { verbTerms } from "../commands/verbs.ts";
import type { Parts } from "./agent.ts";
import type { CommandGuard } from "./command-guard.ts";
import { clean } from "./command-result.ts";
import type { Site } from "./site.ts";

export interface Asked {
  readonly site: Pick<Site, "cardData">;
  readonly parts: {
    readonly thinker: { readonly book: Pick<Parts["thinker"]["book"], "of"> };
    readonly probes: { readonly modem: Pick<Parts["probes"]["modem"], "perform"> };
  };
  readonly guard: Pick<CommandGuard, "hindered">;
  readonly stop: AbortSignal;
}

interface Answer {
  readonly request: string;
  /** What the modem said, or why it was not asked. */
  readonly outcome: string;
  readonly code?: number | undefined;
  readonly info: readonly string[];
}

/** Without a SIM some questions hold up the line for many seconds. */
function isAnswerable({ needsSim }: Command, { thinker }: Asked["parts"]): boolean {
  return !needsSim || thinker.book.of("sim.state").at(-1)?.value === "ready";
}

async function askModem(command: Command, { parts, guard, stop }: Asked): Promise<Answer> {
  const { request } = command;
  const by = stop.aborted ? "stopped" : guard.hindered(verbTerms.at_read.keptBackBy);
  const why = by ?? (isAnswerable(command, parts) ? undefined : "no_sim");
  if (why) return { request, outcome: why, info: [] };
  const outcome = await parts.probes.modem.perform(command);
  const code = outcome.kind === "cme" || outcome.kind === "cms" ? { code: outcome.code } : {};
  return { request, outcome: outcome.kind, ...code, info: outcome.kind === "ok" ? outcome.info.map(maskedLine) : [] };
}

/** All or nothing: who asks for one that he may not send has not read what he may. */
export async function readModem(requests: readonly string[], asked: Asked): Promise<Done> {
  const commands = requests.flatMap((request) => readingCommand(request) ?? []);
  if (commands.length < requests.length) return { kind: "failed", reason: "not_a_reading_command" };
  const answers: Answer[] = [];
  for (const command of commands) answers.push(await askModem(command, asked));
  return { kind: "done", result: clean(answers, asked.site.cardData) };
}
