/** `posdiag modem at`: one serial session for a script, in JSON lines, or for a person at a keyboard. */
import { systemClock } from "../base/clock.ts";
import { AgentError } from "../base/errors.ts";
import { choosePort } from "../modem/port-choice.ts";
import { rootsUnder } from "../modem/ports.ts";
import { readArguments, usageError } from "./arguments.ts";
import { answerOf } from "./at-answer.ts";
import { AtConversation } from "./at-conversation.ts";
import { readSpeed } from "./at-speed.ts";
import { type BoundedLine, boundedLines } from "./bounded-lines.ts";
import type { Command, Io } from "./command.ts";

const help = `Usage: posdiag modem at PORT|auto [--baud N] [--plain]

Sends AT commands over one serial session that outlives losses of the port. Stop the agent first: two programs on one port
read each other's answers.

Standard input is JSON lines, {"send":"AT+CSQ","timeout_ms":1000}; "send":null only listens. Each gives one line:
  outcome      OK, ERROR, CME (with "cme"), CMS (with "cms"), CONNECT, NO CARRIER, BUSY, NO ANSWER, NO DIALTONE, TIMEOUT,
               PORT_LOST, MODEM_RESET, NOT_AT_PORT; null after listening
  info, urcs   lines of the reply; lines that came unasked since the last answer
  parsed       the reply in fields; final_state: the same after the unasked lines too
  state        open, lost, or reconnected since the last answer
From a terminal, or with --plain, a line is a command as it is, and what the modem says is printed as it comes.

Options:
  --baud N     speed in bit/s (default: 115200)
  --plain      commands instead of JSON lines
  -h, --help   this text

auto finds the port, as \`posdiag modem probe\` does. POSDIAG_ROOT: see there.

Example:
  printf '{"send":"AT+CSQ","timeout_ms":1000}\\n' | posdiag modem at /dev/ttyUSB2

Exit codes: 0 end of input, 64 wrong use, 65 a line was no such object, 69 no such port, 74 it failed, 75 another program
  holds it, 77 no permission
`;

/** Longer than any command line a modem takes (V.250 asks for 40 characters, modules take some hundreds). */
const longestLine = 4_096;
const longestTimeoutMs = 600_000;
/** A person is patient with what no table knows. */
const plainTimeoutMs = 10_000;

interface Asked {
  readonly send: string | null;
  readonly timeoutMs: number | undefined;
}

/** Printable, so that a line is one command: a CR in it would be two. */
const commandPattern = /^[\x20-\x7e\x80-\xff]{1,1024}$/;

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What a line asks for, or what is wrong with it. */
function readAsked(line: BoundedLine): Asked | string {
  if (line.kind !== "line") return `longer than ${longestLine} characters`;
  const value = readJson(line.text);
  if (typeof value !== "object" || value === null || !("send" in value)) return 'not {"send":…,"timeout_ms":…}';
  const { send } = value;
  if (send !== null && (typeof send !== "string" || !commandPattern.test(send)))
    return "send is not null or a line of 1 to 1024 printable characters";
  const timeoutMs = "timeout_ms" in value ? value.timeout_ms : undefined;
  if (timeoutMs === undefined || timeoutMs === null) return { send, timeoutMs: undefined };
  const fits = typeof timeoutMs === "number" && timeoutMs >= 1 && timeoutMs <= longestTimeoutMs;
  return fits ? { send, timeoutMs } : `timeout_ms is not a number from 1 to ${longestTimeoutMs}`;
}

/** Exit code. */
async function answerLines(conversation: AtConversation, io: Io): Promise<number> {
  let wrong = 0;
  for await (const line of boundedLines(io.stdin, longestLine)) {
    if (io.stop.aborted) break;
    if (line.kind === "line" && line.text.trim() === "") continue;
    const asked = readAsked(line);
    if (typeof asked === "string") {
      wrong += 1;
      io.out(`${JSON.stringify({ error: asked })}\n`);
      continue;
    }
    const { send, timeoutMs } = asked;
    const turn = send === null ? await conversation.listen(timeoutMs) : await conversation.ask(send, timeoutMs);
    io.out(`${JSON.stringify(answerOf(send, turn))}\n`);
  }
  return wrong === 0 ? 0 : new AgentError("INPUT_INVALID").exit;
}

/** What the modem says is on the screen already; only what it does not say is added. */
const silences: Readonly<Record<string, string>> = {
  TIMEOUT: "no answer",
  PORT_LOST: "the port is gone",
  MODEM_RESET: "the modem has started anew",
  NOT_AT_PORT: "no answer, and what comes is no AT port's: try the modem's other ports",
};

async function answerPerson(conversation: AtConversation, io: Io): Promise<number> {
  for await (const line of boundedLines(io.stdin, longestLine)) {
    const request = line.kind === "line" ? line.text.trim() : "";
    if (request === "") continue;
    if (!commandPattern.test(request)) {
      io.err("(not one line of printable characters: not sent)\n");
      continue;
    }
    const { outcome } = answerOf(request, await conversation.ask(request, plainTimeoutMs));
    const silence = silences[String(outcome)];
    if (silence !== undefined) io.err(`(${silence})\n`);
  }
  return 0;
}

/** A modem must not steer the terminal of whoever looks; what is nothing but controls is the echo of our clean start. */
function printLine(io: Io): (text: string) => void {
  return (text) => {
    if (!/^\p{Cc}*$/u.test(text)) io.out(`${text.replace(/\p{Cc}/gu, "·")}\n`);
  };
}

export const modemAtCommand: Command = {
  name: "modem at",
  summary: "send AT commands to a modem, as a script or by hand",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("modem at", {
      args: [...args],
      options: { baud: { type: "string" }, plain: { type: "boolean" } },
      allowPositionals: true,
    });
    const [wanted, ...more] = positionals;
    if (wanted === undefined || more.length > 0) throw usageError("modem at", "exactly one port is needed, or auto");
    const plain = values.plain === true || ("isTTY" in io.stdin && io.stdin.isTTY === true);
    const roots = rootsUnder(io.env["POSDIAG_ROOT"]);
    const choice = choosePort(wanted, { baudRate: readSpeed("modem at", values.baud), clock: systemClock, roots });
    const conversation = new AtConversation({
      open: choice.open,
      clock: systemClock,
      stop: io.stop,
      ...(plain && { onLine: printLine(io) }),
    });
    io.stop.addEventListener("abort", () => io.stdin.destroy(), { once: true });
    await conversation.start();
    try {
      const said = choice.note();
      if (said !== undefined) io.err(`posdiag modem at: ${said}\n`);
      return await (plain ? answerPerson : answerLines)(conversation, io);
    } catch (error) {
      // Told to stop while waiting for input.
      if (io.stop.aborted) return 0;
      throw error;
    } finally {
      conversation.close();
    }
  },
};
