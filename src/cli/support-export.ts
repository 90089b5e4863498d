/** `posdiag support export`: what the database has, for other people's programs. */
import { systemClock } from "../base/clock.ts";
import { createLive } from "../console/live.ts";
import { metricsText } from "../console/metrics.ts";
import { createOverview } from "../console/overview.ts";
import { statusReport, statusReportXml } from "../console/views/catm.ts";
import { builtInTexts } from "../faults/text.ts";
import type { Store } from "../store/store.ts";
import { readArguments, readLanguage, usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { databaseHelp, openExisting } from "./fleet-source.ts";
import { readTerminal, storedTerminals, theOne } from "./wanted-terminal.ts";

const name = "support export";

const help = `Usage: posdiag support export (--prometheus | --catm TERMINAL) --database URL [OPTIONS]

Writes what the collector's database has in a form that others read: the fleet in figures as Prometheus reads them from a file (node_exporter's
textfile collector), or one terminal as a status report in the shape of ISO 20022 catm.001.
TERMINAL is a serial number, or TENANT/SERIAL where several tenants have it.

Options:
${databaseHelp}
  --prometheus        the fleet: terminals known, there, failing, by severity, fault and operator
  --catm TERMINAL     the terminal: its parts and whether they work, its faults, what it was asked; XML, not signed
  --json              the same as JSON, by the names of the XML
  --lang LANG         of the faults' names, zh-CN or en (default: en)
  -h, --help          this text

Example:
  posdiag support export --prometheus --database posdiag.db > /var/lib/prometheus/node-exporter/posdiag.prom
  posdiag support export --catm PX7-00042 --database postgres://posdiag@db/posdiag

Exit codes: 0 written, 1 no such terminal, 64 wrong use, 66 the database's file is not there, 74 the database cannot be used
`;

const options = {
  database: { type: "string" },
  prometheus: { type: "boolean" },
  catm: { type: "string" },
  json: { type: "boolean" },
  lang: { type: "string" },
} as const;

async function figuresOf(store: Store): Promise<string> {
  // Of later looks, and there is only this one.
  const onTrouble = (): void => {};
  const overview = createOverview({ store, clock: systemClock, live: createLive(), onTrouble });
  await overview.start();
  return metricsText(overview, 0);
}

export const supportExportCommand: Command = {
  name,
  summary: "write what is kept of terminals in the forms that other programs read",
  help,
  run: async (args, io) => {
    const { values } = readArguments(name, { args: [...args], options });
    const { database, prometheus = false, catm, json = false } = values;
    const language = readLanguage(name, values.lang) ?? "en";
    if (prometheus === (catm !== undefined)) throw usageError(name, "either --prometheus or --catm TERMINAL is needed");
    if (prometheus && json) throw usageError(name, "--json goes with --catm");
    if (database === undefined) throw usageError(name, "--database URL is needed");
    const wanted = catm === undefined ? undefined : readTerminal(name, [catm]);
    await using store = await openExisting(database);
    if (!wanted) {
      io.out(await figuresOf(store));
      return 0;
    }
    const asking = { language, texts: builtInTexts, nowMs: systemClock.wallMs() };
    const found = theOne(await storedTerminals(store, wanted, asking), { wanted, name, io });
    if (!found) return 1;
    io.out(json ? `${JSON.stringify(statusReport(found.view), null, 2)}\n` : statusReportXml(found.view));
    return 0;
  },
};
