/** `posdiag support audit`: whether the lines of an audit log still hold each other. */
import { readFile } from "node:fs/promises";
import { AgentError, systemCode } from "../base/errors.ts";
import { hashOfLine, verifyChain } from "../commands/chain.ts";
import { readArguments, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";

const help = `Usage: posdiag support audit FILE… [--head HASH] [--json]

Follows the chain of a terminal's audit log: every line has the SHA-256 of the line before it. Says at which line it breaks. Older files first
(audit.log.1 audit.log). The newest line is held only by its hash, which the terminal sends with every answer and whenever it connects
(\`posdiag support watch\` shows it): give what was heard last as --head. If newest lines were taken away, no line has it.

Options:
  --head HASH   a hash that the terminal has sent, 64 hexadecimal digits (or the first 16); lines may have come after it
  --json        {"whole":true,"first","lines","head"} or {"whole":false,"file","line","why"}; with --head also "heard", its line
  -h, --help    this text

Example:
  posdiag support audit audit.log.1 audit.log --head 4be1…

Exit codes: 0 it holds, 64 wrong use, 65 it is broken, 66 a file cannot be read
`;

interface Line {
  readonly file: string;
  /** From 1. */
  readonly place: number;
  readonly text: string;
}

async function linesOf(file: string): Promise<readonly Line[]> {
  try {
    const text = await readFile(file, "utf8");
    return text
      .split("\n")
      .filter((line, at, all) => line !== "" || at < all.length - 1)
      .map((line, at) => ({ file, place: at + 1, text: line }));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new AgentError("INPUT_UNREADABLE", `${file} (${code})`, { cause: error });
  }
}

interface Broken {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

interface Whole {
  readonly first: number;
  readonly lines: number;
  readonly head: string;
  /** Which line has the hash that was heard. */
  readonly heard?: number;
}

function check(lines: readonly Line[], heard: string | undefined): Whole | Broken {
  const verified = verifyChain(lines.map(({ text }) => text));
  if (verified.kind === "broken") {
    const { file = "", place = 0 } = lines[verified.place - 1] ?? {};
    return { file, line: place, why: verified.why };
  }
  const { first, head } = verified;
  const whole = { first, lines: head.lines, head: head.hash };
  if (heard === undefined) return whole;
  const at = lines.findIndex(({ text }) => hashOfLine(text).startsWith(heard));
  if (at >= 0) return { ...whole, heard: first + at };
  const { file = "", place = 0 } = lines.at(-1) ?? {};
  const why = `its hash is ${head.hash}, and no line has the one that was sent: one was changed, or lines after this are gone`;
  return { file, line: place, why };
}

function textOf(checked: Whole | Broken): string {
  if ("why" in checked) return `broken at ${checked.file}:${checked.line}: ${checked.why}`;
  const { first, lines, head, heard } = checked;
  const after = heard === undefined || heard === lines ? "" : `; heard of up to line ${heard}`;
  return `whole: lines ${first} to ${lines}, head ${head}${after}`;
}

export const supportAuditCommand: Command = {
  name: "support audit",
  summary: "check that nobody has changed a terminal's audit log",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("support audit", {
      args: [...args],
      options: { head: { type: "string" }, json: { type: "boolean" } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw usageError("support audit", "a file is needed");
    const head = values.head?.toLowerCase();
    if (head !== undefined && !/^(?:[0-9a-f]{16}|[0-9a-f]{64})$/.test(head)) {
      throw usageError("support audit", "--head is 64 hexadecimal digits, or their first 16");
    }
    const checked = check((await Promise.all(positionals.map(linesOf))).flat(), head);
    const isWhole = !("why" in checked);
    io.out(`${values.json ? JSON.stringify({ whole: isWhole, ...checked }) : textOf(checked)}\n`);
    return isWhole ? 0 : new AgentError("INPUT_INVALID").exit;
  },
};
