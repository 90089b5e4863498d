/**
 * The life of one command on a line that only knows one at a time: state × input → next state and effects. No clock and
 * no I/O: deadlines are inputs, writes are effects. Nothing is thrown for what a modem sends.
 *
 * A command that timed out still owes its answer. What is owed arrives in order, so a final without information of ours
 * may belong to the past: it is held for a moment, and only stands when nothing better follows.
 */
import type { Command } from "./commands.ts";
import { prefixOf } from "./fields.ts";
import { type Final, type Line, numericFinal } from "./line.ts";
import { isReportForm, isUrc } from "./urc.ts";

/** How a command ended. Values, never exceptions: they are what the agent measures. */
export type Outcome =
  | { readonly kind: "ok"; readonly info: readonly string[] }
  | Exclude<Final, { kind: "ok" }>
  | { readonly kind: "silent"; readonly afterMs: number }
  | { readonly kind: "port_lost" }
  | { readonly kind: "reset" }
  /** The queue was full; nothing was sent. */
  | { readonly kind: "refused" };

interface Waiting {
  readonly kind: "waiting";
  readonly command: Command;
  readonly info: readonly string[];
  /** Commands that timed out, oldest first: each still owes a final. */
  readonly owed: readonly Command[];
  /** A final that may belong to an owed command. */
  readonly held: Outcome | undefined;
  /** Information of an owed command went by: its final is next. */
  readonly lateSeen: boolean;
}

export type ExchangeState =
  | { readonly kind: "idle"; readonly owed: readonly Command[] }
  | Waiting
  /** A final has come; the line rests before the next command. */
  | { readonly kind: "resting"; readonly owed: readonly Command[] }
  | { readonly kind: "lost" };

export type ExchangeInput =
  | { readonly kind: "send"; readonly command: Command }
  | { readonly kind: "line"; readonly line: Line }
  | { readonly kind: "deadline" }
  | { readonly kind: "rested" }
  | { readonly kind: "lost" };

export type Effect =
  | { readonly kind: "write"; readonly text: string }
  | { readonly kind: "settle"; readonly outcome: Outcome }
  /** The answer may be in hand: wait only a moment longer. */
  | { readonly kind: "hurry" }
  | { readonly kind: "urc"; readonly text: string }
  | { readonly kind: "reset"; readonly text: string }
  /** Counted, not used: an answer that came too late, a line nobody knows, or noise. */
  | { readonly kind: "late"; readonly text: string }
  | { readonly kind: "unknown"; readonly text: string }
  | { readonly kind: "junk"; readonly line: Extract<Line, { kind: "junk" }> };

export interface Step {
  readonly state: ExchangeState;
  readonly effects: readonly Effect[];
}

/** A reply that has more lines is no reply. */
const linesKept = 64;
/** More than a modem that is blocked for a quarter of a minute is sent meanwhile. */
const owedKept = 16;

/**
 * ESC leaves a text prompt; the CR behind it ends half a command of another program. Few modems answer where there was
 * neither, so the wait is short: an answer that comes later is owed, and known as such.
 */
export const cancel: Command = { request: "\x1b", prefixes: [], lines: "none", deadlineMs: 60, needsSim: false };
/** Another program left a text prompt open. */
const cancelling: Effect = { kind: "write", text: `${cancel.request}\r` };

export const newExchange: ExchangeState = { kind: "idle", owed: [] };

const stay = (state: ExchangeState, ...effects: readonly Effect[]): Step => ({ state, effects });

function settled(owed: readonly Command[], outcome: Outcome): Step {
  return { state: { kind: "resting", owed }, effects: [{ kind: "settle", outcome }] };
}

function outcomeOf(final: Final, info: readonly string[]): Outcome {
  return final.kind === "ok" ? { kind: "ok", info } : final;
}

/** The information cannot be mistaken for an owed reply: no owed command would answer with the same name. */
function isSurelyOurs({ command, info, owed }: Waiting): boolean {
  if (info.length === 0) return false;
  return owed.every(
    ({ lines, prefixes }) => lines !== "any" && !prefixes.some((name) => command.prefixes.includes(name)),
  );
}

function onFinal(state: Waiting, final: Final): Step {
  const { owed, info } = state;
  const outcome = outcomeOf(final, info);
  if (owed.length === 0 || isSurelyOurs(state)) return settled([], outcome);
  const rest = owed.slice(1);
  const next = { ...state, info: [], owed: rest, lateSeen: false };
  if (state.lateSeen && info.length === 0) return stay(next, { kind: "late", text: final.kind });
  return stay({ ...next, held: outcome }, { kind: "hurry" });
}

function take(state: Waiting, text: string): Step {
  if (state.info.length >= linesKept) return stay(state, { kind: "unknown", text });
  return stay({ ...state, info: [...state.info, text] });
}

/** Information under the name that answers the command: reply, or a report of the same name? */
function onOwnName(state: Waiting, text: string): Step {
  if (isReportForm(text)) return stay(state, { kind: "urc", text });
  // What can come unasked answers with one line: the next one of that name is news.
  const second = isUrc(text) && state.info.some((line) => prefixOf(line) === prefixOf(text));
  return second ? stay(state, { kind: "urc", text }) : take(state, text);
}

function onInformation(state: Waiting, line: Extract<Line, { kind: "information" }>): Step {
  const { command, owed } = state;
  const { prefix, text } = line;
  if (prefix !== undefined && command.prefixes.includes(prefix)) return onOwnName(state, text);
  const late = prefix !== undefined && owed.some(({ prefixes }) => prefixes.includes(prefix)) && !isReportForm(text);
  if (late) return stay({ ...state, lateSeen: true }, { kind: "late", text });
  if (isUrc(text)) return stay(state, { kind: "urc", text });
  if (command.lines === "any") return take(state, text);
  const final = numericFinal(text);
  return final ? onFinal(state, final) : stay(state, { kind: "unknown", text });
}

function onLineWaiting(state: Waiting, line: Line): Step {
  switch (line.kind) {
    case "echo":
      return stay(state);
    case "final":
      return onFinal(state, line.final);
    case "information":
      return onInformation(state, line);
    case "prompt":
      return stay(state, cancelling);
    case "banner":
      return {
        state: { kind: "resting", owed: [] },
        effects: [
          { kind: "settle", outcome: state.held ?? { kind: "reset" } },
          { kind: "reset", text: line.text },
        ],
      };
    case "junk":
      return stay(state, { kind: "junk", line });
  }
}

function onLineQuiet(state: Extract<ExchangeState, { kind: "idle" | "resting" }>, line: Line): Step {
  switch (line.kind) {
    case "echo":
      return stay(state);
    case "final":
      return stay({ ...state, owed: state.owed.slice(1) }, { kind: "late", text: line.final.kind });
    case "information": {
      const { prefix, text } = line;
      const owed = prefix !== undefined && state.owed.some(({ prefixes }) => prefixes.includes(prefix));
      if (owed && !isReportForm(text)) return stay(state, { kind: "late", text });
      return stay(state, isUrc(text) ? { kind: "urc", text } : { kind: "unknown", text });
    }
    case "prompt":
      return stay(state, cancelling);
    case "banner":
      return stay({ ...state, owed: [] }, { kind: "reset", text: line.text });
    case "junk":
      return stay(state, { kind: "junk", line });
  }
}

/** In `ATV0` a bare digit ends a reply; where any text may be information, only the silence behind it tells. */
function onDeadline(state: Waiting): Step {
  const { command, held, info, owed } = state;
  if (held) return settled([], held);
  const final = numericFinal(info.at(-1) ?? "");
  if (final) return settled(owed, outcomeOf(final, info.slice(0, -1)));
  return settled([...owed, command].slice(-owedKept), { kind: "silent", afterMs: command.deadlineMs });
}

function stepWaiting(state: Waiting, input: ExchangeInput): Step {
  switch (input.kind) {
    case "send":
      throw new Error(`one command at a time: ${state.command.request} is under way`);
    case "line":
      return onLineWaiting(state, input.line);
    case "deadline":
      return onDeadline(state);
    case "lost":
      return { state: { kind: "lost" }, effects: [{ kind: "settle", outcome: { kind: "port_lost" } }] };
    case "rested":
      return stay(state);
  }
}

function stepQuiet(state: Extract<ExchangeState, { kind: "idle" | "resting" }>, input: ExchangeInput): Step {
  switch (input.kind) {
    case "send":
      if (state.kind === "resting") throw new Error(`${input.command.request} is sent before the line has rested`);
      return stay(
        { kind: "waiting", command: input.command, info: [], owed: state.owed, held: undefined, lateSeen: false },
        { kind: "write", text: `${input.command.request}\r` },
      );
    case "line":
      return onLineQuiet(state, input.line);
    case "lost":
      return stay({ kind: "lost" });
    case "rested":
      return stay({ kind: "idle", owed: state.owed });
    case "deadline":
      return stay(state);
  }
}

export function stepExchange(state: ExchangeState, input: ExchangeInput): Step {
  switch (state.kind) {
    case "waiting":
      return stepWaiting(state, input);
    case "idle":
    case "resting":
      return stepQuiet(state, input);
    case "lost":
      if (input.kind !== "send") return stay(state);
      return stay(state, { kind: "settle", outcome: { kind: "port_lost" } });
  }
}
