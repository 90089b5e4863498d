/** Plays the raw text of one reply through the exchange, as a session does with what comes from the port. */
import type { Command } from "../commands.ts";
import { type Effect, newExchange, type Outcome, stepExchange } from "../exchange.ts";
import { prefixOf } from "../fields.ts";
import { classifyLine } from "../line.ts";

export interface Heard {
  /** Undefined where the text has no final. */
  readonly outcome: Outcome | undefined;
  readonly info: readonly string[];
  /** Unsolicited lines, and data that came after the final. */
  readonly urcs: readonly string[];
  /** The first line after the final that belongs to nothing. */
  readonly trailing: string | undefined;
  /** Every line in its order. */
  readonly said: readonly string[];
}

function textsOf(effects: readonly Effect[], kinds: readonly Effect["kind"][]): string[] {
  return effects.flatMap((effect) => ("text" in effect && kinds.includes(effect.kind) ? [effect.text] : []));
}

const newsKinds = ["urc", "reset", "unknown"] as const;

export function hear(command: Command | undefined, reply: string): Heard {
  let state = newExchange;
  if (command) {
    // Here nobody else is talking on the line: text that no table expects is taken for information.
    const lines = command.lines === "named" ? "any" : command.lines;
    state = stepExchange(state, { kind: "send", command: { ...command, lines } }).state;
  }
  const effects: Effect[] = [];
  for (const text of reply.split(/[\r\n]+/)) {
    const line = classifyLine(text, command?.request);
    if (!line) continue;
    const step = stepExchange(state, { kind: "line", line });
    state = step.state;
    effects.push(...step.effects);
  }
  // Nothing follows the end of the text.
  const info = state.kind === "waiting" ? state.info : [];
  effects.push(...stepExchange(state, { kind: "deadline" }).effects);
  const outcome = effects.find((effect) => effect.kind === "settle")?.outcome;
  const said = textsOf(effects, newsKinds);
  const unknown = textsOf(effects, ["unknown"]);
  return {
    outcome: outcome?.kind === "silent" ? undefined : outcome,
    info: outcome?.kind === "ok" ? outcome.info : outcome?.kind === "silent" ? info : [],
    urcs: said.filter((text) => prefixOf(text) !== undefined || !unknown.includes(text)),
    trailing: unknown.find((text) => prefixOf(text) === undefined),
    said,
  };
}
