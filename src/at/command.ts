/** What is known of one AT command: which lines answer it, how long an answer may take, and what silence means. */

/** How the reply of a command looks. `any`: text without a name too (identity, continuation lines). */
export type ReplyLines = "none" | "named" | "any";

export interface Command {
  readonly request: string;
  /** Names of the information lines that answer it. */
  readonly prefixes: readonly string[];
  readonly lines: ReplyLines;
  readonly deadlineMs: number;
  /** Without a SIM it is answered after many seconds or never, so it is not sent then. */
  readonly needsSim: boolean;
}

export type Row = Omit<Command, "request">;

/** The 300 ms that manuals give for what the modem knows itself, and as much again for a loaded terminal and a slow USB bus. */
const promptMs = 1_000;
/** The manuals' 5 s for what has to ask the SIM. */
export const simMs = 5_000;

export const row = (prefix: string, lines: ReplyLines, more: Partial<Row> = {}): Row => ({
  prefixes: [prefix],
  lines,
  deadlineMs: promptMs,
  needsSim: false,
  ...more,
});
export const setting: Row = { prefixes: [], lines: "none", deadlineMs: promptMs, needsSim: false };
export const withSim = { needsSim: true, deadlineMs: simMs } as const;
