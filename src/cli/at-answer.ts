/** What one turn of an AT conversation is as a JSON line: the outcome by name, the lines, and what they mean. */
import type { Outcome } from "../at/exchange.ts";
import type { Fields } from "../at/facts/fact.ts";
import { finalFacts } from "../at/facts/final.ts";
import { replyFacts } from "../at/facts/index.ts";
import type { Turn } from "./at-conversation.ts";

/** Outcomes that are no final of the modem. */
const names: Readonly<Partial<Record<Outcome["kind"], string>>> = {
  silent: "TIMEOUT",
  port_lost: "PORT_LOST",
  reset: "MODEM_RESET",
  refused: "REFUSED",
};

function contextOf(request: string): "read" | "test" {
  return request.endsWith("=?") ? "test" : "read";
}

function urcFacts(line: string): Fields {
  const { urc, ...facts } = replyFacts({ command: null, context: "urc" }, [line], []);
  return facts;
}

/** How things stand after all lines in the order in which they came: the newest word on anything holds. */
function stateAfter({ before, after }: Turn, parsed: Fields): Fields {
  const said = [...before.map(urcFacts), parsed, ...after.map(urcFacts)];
  // A report says less than a reply; what it leaves out stays as it was.
  return Object.fromEntries(said.flatMap((facts) => Object.entries(facts).filter(([, value]) => value !== undefined)));
}

/** JSON has no undefined: what a reply leaves open is said to be unknown. */
function open(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? null]));
}

interface Ended {
  readonly name: string | null;
  /** Numbers of the modem's error, where it gave one. */
  readonly numbers: Fields;
  readonly meaning: Fields;
}

function endedWith(outcome: Outcome | undefined, request: string, otherPort: boolean): Ended {
  if (outcome === undefined) return { name: null, numbers: {}, meaning: {} };
  const { final, cme, cms, ...meaning } = finalFacts(outcome, request);
  const name = otherPort ? "NOT_AT_PORT" : (names[outcome.kind] ?? String(final ?? outcome.kind));
  const numbers = outcome.kind === "cme" ? { cme: cme ?? null } : outcome.kind === "cms" ? { cms: cms ?? null } : {};
  return { name, numbers, meaning };
}

/** `request` is null when nothing was sent. */
export function answerOf(request: string | null, turn: Turn): Fields {
  const { outcome, before, after, state, escaped, otherPort, dropped } = turn;
  const urcs = [...before, ...after];
  const info = outcome?.kind === "ok" ? outcome.info : [];
  const facts =
    outcome?.kind === "ok" && request !== null
      ? replyFacts({ command: request, context: contextOf(request) }, info, urcs)
      : {};
  const { name, numbers, meaning } = endedWith(outcome, request ?? "", otherPort);
  const finalState = stateAfter(turn, facts);
  return {
    outcome: name,
    ...numbers,
    info,
    urcs,
    parsed: open({ ...meaning, ...facts }),
    final_state: open(finalState),
    final_state_stat: finalState["stat"],
    state,
    recover: escaped ? "ESC (0x1b) and CR were sent" : undefined,
    dropped: dropped > 0 ? dropped : undefined,
  };
}
