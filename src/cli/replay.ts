/** `posdiag replay`: the cases that come of a recording, and whether they are those of the device. */
import { hashOf } from "../agent/identity.ts";
import type { TextBook } from "../faults/text.ts";
import type { CaseEvent } from "../model/case.ts";
import type { Language } from "../model/text.ts";
import { createReplayer, type Replayer } from "../record/replayer.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import type { Command, Io } from "./command.ts";
import { readCodesFile, readOwnKnowledge } from "./own-knowledge.ts";
import { openReplay, type Source } from "./replay-source.ts";
import { table } from "./table.ts";

const help = `Usage: posdiag replay LOG [--check] [--catalogue FILE] [--codes FILE] [--lang zh-CN|en] [--json]

Thinks once more what a recorded log says that an agent saw, at the same times, and prints the cases that opened, changed and
closed. With the same catalogue they are the same as on the device, byte for byte. LOG is what an agent wrote to its
\`record.file\`; where LOG was begun anew and LOG.1 is the part before it, both are read. An incident as
\`posdiag explain\` reads it is taken too: then it thinks after every instant.

Options:
  --check           compare with the cases that the log recorded: exit code 1 and the first difference when they are not the same
  --catalogue FILE  the deployment's catalogue, as in \`catalogue.file\` of the agent
  --codes FILE      the acquirer's own response codes, for an incident; a recording has them
  --lang LANG       zh-CN or en (default: en)
  --json            a line of JSON a case event
  -h, --help        this text

Example:
  posdiag replay /var/lib/posdiag/record.jsonl --check

Exit codes: 0 replayed, 1 --check and not the same, 64 wrong use, 65 LOG or FILE is not what it must be, 66 one cannot be read
`;

interface Telling {
  readonly texts: TextBook;
  readonly language: Language;
  readonly json: boolean;
}

/** Columns that line up without knowing what comes. */
function row({ kind, atMs, case: told }: CaseEvent, startMs: number, { texts, language }: Telling): string {
  const { fault, probability } = told.verdict;
  const seconds = `${((atMs - startMs) / 1_000).toFixed(1)} s`;
  const sure = `${Math.min(99, Math.round(probability * 100))} %`;
  const name = texts.textOf(fault, language).name;
  return table([
    [seconds.padStart(12), kind.padEnd(7), `#${told.id}`.padEnd(5), sure.padStart(4), fault.padEnd(28), name],
  ]);
}

async function run(
  { entries, header }: Source,
  replayer: Replayer,
  telling: Telling & { readonly io: Io },
): Promise<void> {
  const { io, json } = telling;
  for await (const entry of entries) {
    if (typeof entry === "string") {
      io.err(`posdiag replay: ${entry}: left out\n`);
      continue;
    }
    for (const event of replayer.take(entry)) {
      io.out(json ? `${JSON.stringify(event)}\n` : row(event, header.startMs, telling));
    }
  }
}

/** What the reader must know before trusting it. */
function warnings({ header, isRecording }: Source, replayer: Replayer, hash: string): readonly string[] {
  if (!isRecording) return [];
  const { gone, catalogueHash, agentVersion } = header;
  return [
    ...(catalogueHash === hash
      ? []
      : [`recorded by ${agentVersion} with catalogue ${catalogueHash}, replayed with ${hash}: the cases may differ`]),
    ...(gone === 0 ? [] : [`the first ${gone} lines are no longer there: what began before is not known`]),
    ...(replayer.lost === 0 ? [] : [`${replayer.lost} lines were lost while it was recorded`]),
  ];
}

/** Exit code of --check. */
function compare({ difference, thoughts, readings }: Replayer, io: Io): number {
  if (!difference) {
    io.err(`posdiag replay: the same: ${readings} readings, ${thoughts} thoughts\n`);
    return 0;
  }
  const { atMs, recorded, replayed } = difference;
  io.err(`posdiag replay: not the same, first at t=${atMs / 1_000}\n  recorded ${recorded}\n  replayed ${replayed}\n`);
  return 1;
}

export const replayCommand: Command = {
  name: "replay",
  summary: "think a recorded log once more, and compare the cases",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments("replay", {
      args: [...args],
      options: {
        check: { type: "boolean" },
        catalogue: { type: "string" },
        codes: { type: "string" },
        lang: { type: "string" },
        json: { type: "boolean" },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw usageError("replay", "exactly one file is needed");
    const language = readLanguage("replay", values.lang) ?? "en";
    const { catalogue, texts } = await readOwnKnowledge(values.catalogue);
    const source = await openReplay(path, { scheme: "unionpay", own: await readCodesFile(values.codes) });
    if (values.check && !source.isRecording) throw usageError("replay", `--check: ${path} tells of no cases`);
    const replayer = createReplayer(source.header, catalogue);
    await run(source, replayer, { texts, language, json: values.json ?? false, io });
    for (const warning of warnings(source, replayer, hashOf(catalogue))) io.err(`posdiag replay: ${warning}\n`);
    return values.check ? compare(replayer, io) : 0;
  },
};
