/**
 * The commands the agent may send: which lines answer them, how long an answer may take, and what silence means. All of
 * them read; the few that set only choose what the modem reports. Time limits: Quectel EC2x AT manual.
 */

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

/** The manual's 300 ms, and as much again for a loaded terminal and a slow USB bus. */
const promptMs = 1_000;
/** The manual's 5 s for what has to ask the SIM. */
const simMs = 5_000;

type Row = Omit<Command, "request">;

const row = (prefix: string, lines: ReplyLines, more: Partial<Row> = {}): Row => ({
  prefixes: [prefix],
  lines,
  deadlineMs: promptMs,
  needsSim: false,
  ...more,
});
const setting: Row = { prefixes: [], lines: "none", deadlineMs: promptMs, needsSim: false };
const withSim = { needsSim: true, deadlineMs: simMs } as const;

const table = {
  AT: setting,
  ATE0: setting,
  ATV1: setting,
  "AT+CMEE=1": setting,
  "AT+CEREG=2": setting,
  "AT+CEREG=3": setting,
  "AT+CGEREP=2,1": setting,
  "AT+QSIMSTAT=1": setting,
  ATI: row("+GMI", "any"),
  "AT+CGMI": row("+CGMI", "any"),
  "AT+CGMM": row("+CGMM", "any"),
  "AT+CGMR": row("+CGMR", "any"),
  "AT+CGSN": row("+CGSN", "any"),
  "AT+CPIN?": row("+CPIN", "named", { deadlineMs: simMs }),
  "AT+QSIMSTAT?": row("+QSIMSTAT", "named"),
  "AT+QCCID": row("+QCCID", "any", withSim),
  "AT+CCID": row("+CCID", "any", withSim),
  "AT+ICCID": row("+ICCID", "any", withSim),
  "AT+CIMI": row("+CIMI", "any", withSim),
  "AT+CSQ": row("+CSQ", "named"),
  "AT+CESQ": row("+CESQ", "named"),
  "AT+QCSQ": row("+QCSQ", "named"),
  'AT+QENG="servingcell"': row("+QENG", "named"),
  "AT+CREG?": row("+CREG", "named"),
  "AT+CGREG?": row("+CGREG", "named"),
  "AT+CEREG?": row("+CEREG", "named"),
  "AT+C5GREG?": row("+C5GREG", "named"),
  "AT+CGATT?": row("+CGATT", "named", { deadlineMs: simMs }),
  "AT+CGACT?": row("+CGACT", "named", withSim),
  "AT+CGDCONT?": row("+CGDCONT", "named", withSim),
  "AT+CGPADDR": row("+CGPADDR", "named", withSim),
  "AT+CEER": row("+CEER", "any", withSim),
  "AT+COPS?": row("+COPS", "named", { deadlineMs: simMs }),
} as const satisfies Record<string, Row>;

/** Text of a command that the table knows. */
export type KnownRequest = keyof typeof table;

export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries(table).map(([request, rest]) => [request, { request, ...rest }]),
);

export function command(request: KnownRequest): Command {
  return { request, ...table[request] };
}

/**
 * Several reading commands in one line (V.250 §5.2.1): one exchange in place of many. The first that fails ends the line,
 * and what came before it cannot be told apart from success: then each must be asked alone.
 */
export function combined(parts: readonly Command[]): Command {
  return {
    request: `AT${parts.map(({ request }) => request.slice(2)).join(";")}`,
    prefixes: parts.flatMap(({ prefixes }) => prefixes),
    lines: "named",
    deadlineMs: Math.max(...parts.map(({ deadlineMs }) => deadlineMs)),
    needsSim: parts.some(({ needsSim }) => needsSim),
  };
}

const namePattern = /[+^#$!*%&@][A-Z][A-Z0-9_]*/gi;

/** Any command a person or a script types; what the table does not know is judged by its names. */
export function commandFor(request: string, deadlineMs?: number): Command {
  const known = commands.get(request);
  const names = [
    ...new Set(
      request
        .slice(2)
        .replace(/"[^"]*"/g, "")
        .match(namePattern) ?? [],
    ),
  ];
  const base = known ?? { ...setting, request, prefixes: names.map((name) => name.toUpperCase()), lines: "any" };
  return deadlineMs === undefined ? base : { ...base, deadlineMs };
}
