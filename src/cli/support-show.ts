/** `posdiag support show`: what is wrong with one terminal, for whoever has its serial number on the telephone. */

import { systemClock } from "../base/clock.ts";
import { systemRandom } from "../base/random.ts";
import type { CaseView } from "../console/api.ts";
import { viewCase } from "../console/views/case.ts";
import { builtInTexts } from "../faults/text.ts";
import type { CaseDetail } from "../store/case-detail.ts";
import { type FleetCase, severityRank } from "../support/fleet-view.ts";
import { casesIn, terminalIn } from "../support/fleet-view-book.ts";
import { readArguments, readLanguage } from "./arguments.ts";
import { mayColour } from "./colour.ts";
import type { Command, Io } from "./command.ts";
import { collectKept, unreachedExit } from "./fleet-kept.ts";
import { type BrokerSource, openExisting, readSource, sourceHelp, sourceOptions } from "./fleet-source.ts";
import { terminalLine } from "./terminal-line.ts";
import { formatTerminal, type Shown, unknownTime } from "./terminal-text.ts";
import { type Asking, readTerminal, storedTerminals, theOne, type Wanted } from "./wanted-terminal.ts";

const name = "support show";

const help = `Usage: posdiag support show TERMINAL (--database URL | --broker URL) [OPTIONS]

Tells what is wrong with a terminal: the verdict in words, since when, by which evidence, what was ruled out, who must act, what to do and
what not. From a database also readings, what was wrong before, reports that have not come, and what the terminal was asked.
TERMINAL is a serial number, or TENANT/SERIAL where several tenants have it.

Options:
${sourceHelp}
  --lang LANG         zh-CN or en (default: en)
  --json              one JSON object
  -h, --help          this text

Example:
  posdiag support show PX7-00042 --database posdiag.db --lang zh-CN
  posdiag support show acme/PX7-00042 --broker mqtt://127.0.0.1:1883

Exit codes: 0 shown, 1 no such terminal, 64 wrong use, 65 a certificate or key is none, 66 a file cannot be read,
  74 the database cannot be used, 75 the broker was not reached
`;

const options = { ...sourceOptions, lang: { type: "string" }, json: { type: "boolean" } } as const;

interface Looking extends Asking {
  readonly io: Io;
}

/** Undefined: the broker was not reached. */
async function keptOf(at: BrokerSource, wanted: Wanted, looking: Looking): Promise<readonly Shown[] | undefined> {
  const { broker, connectMs } = at;
  const asked = { broker, connectMs, ...wanted, clock: systemClock, random: systemRandom };
  const kept = await collectKept(name, asked, looking.io);
  return kept?.map((states) => ({
    terminal: terminalIn(states),
    verdicts: casesIn(states).map((each) => viewKept(each, looking)),
  }));
}

async function storedOf(url: string, wanted: Wanted, looking: Looking): Promise<readonly Shown[]> {
  await using store = await openExisting(url);
  const found = await storedTerminals(store, wanted, looking);
  return found.map(({ terminal, view }) => ({ terminal, view, verdicts: view.verdicts }));
}

/** A set of faults, which is what a broker keeps, has no readings and nothing of what was ruled out. */
function viewKept(kept: FleetCase, telling: Looking): CaseView {
  const { id, fault, probability, occurrence, party, evidence, openedMs, changedMs } = kept;
  const detail: CaseDetail = { party, evidence, ruledOut: [], snapshot: [] };
  const stored = {
    ...{ id, fault, probability, occurrence, severity: severityRank(kept.severity), raises_day: null, closed_ms: null },
    ...{ opened_ms: openedMs ?? unknownTime, changed_ms: changedMs ?? unknownTime, detail: JSON.stringify(detail) },
  };
  return viewCase(stored, telling);
}

export const supportShowCommand: Command = {
  name,
  summary: "tell what is wrong with one terminal, since when, and who must act",
  help,
  run: async (args, io) => {
    const { values, positionals } = readArguments(name, { args: [...args], options, allowPositionals: true });
    const language = readLanguage(name, values.lang) ?? "en";
    const wanted = readTerminal(name, positionals);
    const source = await readSource(name, values);
    const nowMs = systemClock.wallMs();
    const looking = { language, texts: builtInTexts, nowMs, io };
    const found =
      source.kind === "database" ? await storedOf(source.url, wanted, looking) : await keptOf(source, wanted, looking);
    if (!found) return unreachedExit;
    const shown = theOne(found, { wanted, name, io });
    if (!shown) return 1;
    const reader = { language, colour: mayColour(io), nowMs };
    io.out(values.json ? `${terminalLine(shown)}\n` : formatTerminal(shown, reader));
    return 0;
  },
};
