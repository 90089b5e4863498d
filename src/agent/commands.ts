/** Commands of support, connected: their keys, journal and audit log, what keeps them back, and where their answers go. */
import { join } from "node:path";
import { createKeptFile } from "../base/kept-file.ts";
import type { Log } from "../base/log.ts";
import { type Audit, openAudit } from "../commands/audit.ts";
import { createAuditFile } from "../commands/audit-file.ts";
import { type Desk, openDesk } from "../commands/desk.ts";
import { decodeEntries, encodeEntries, mostBytes } from "../commands/entry.ts";
import { createHints, type Hints } from "../commands/hints.ts";
import type { Received } from "../commands/proof.ts";
import {
  createResultFiles,
  decodeStored,
  encodeStored,
  mostStoredBytes,
  type ResultFiles,
} from "../commands/result-files.ts";
import { mostResults, openResults } from "../commands/results.ts";
import { openTrust } from "../commands/trust-file.ts";
import { verbTerms } from "../commands/verbs.ts";
import type { Config } from "../config/config.ts";
import { type AuditHead, isVerbName, type VerbName, verbNames } from "../model/command.ts";
import type { CommandsView } from "../model/command-view.ts";
import type { Concern } from "../model/hint.ts";
import type { Reading } from "../model/reading.ts";
import type { Language } from "../model/text.ts";
import type { Parts } from "./agent.ts";
import { createCommandGuard } from "./command-guard.ts";
import { createExecute } from "./command-verbs.ts";
import { commandsFolder } from "./commands-folder.ts";
import { clockQuality } from "./identity.ts";
import type { RemoteSettings } from "./remote-settings.ts";
import type { Site } from "./site.ts";
import { identityOf } from "./state-messages.ts";

export interface Commands {
  receive(message: Received): void;
  receiveHint(message: Received): void;
  see(readings: readonly Reading[]): void;
  run(stop: AbortSignal): Promise<void>;
  view(): CommandsView;
  /** Undefined while the audit log is empty. */
  auditHead(): AuditHead | undefined;
}

function allowedBy(config: Config): ReadonlySet<VerbName> {
  const allowed = config["commands.allow"]?.filter(isVerbName);
  return new Set(allowed ?? verbNames.filter((verb) => verbTerms[verb].reads));
}

interface Viewed {
  readonly desk: Desk;
  readonly audit: Audit;
  readonly hints: Hints;
  readonly settings: RemoteSettings | undefined;
}

function viewOf({ desk, audit, hints, settings }: Viewed): CommandsView {
  const { rejected, taken, ended, waiting } = desk.status();
  const { lines, hash } = audit.head();
  return {
    ...{ taken, waiting, ended, rejected },
    audit: { lines, head: hash.slice(0, 16), failed: audit.failed },
    settings: settings?.view() ?? { set: [], on_trial: [], left_s: null },
    hints: hints.view(),
  };
}

export interface Needed {
  readonly ledger: Parts["memory"]["ledger"];
  /** Called while it runs, never before. */
  parts(): Parts;
  told(language: Language): unknown;
}

/** What this terminal is, for who tells something of some of them only. */
function ownOf(site: Site, { probes }: Parts): Concern {
  const { place } = identityOf(site, probes.modem.status(), { catalogueHash: "", data: undefined });
  return { ...place, version: site.version };
}

function resultFiles(folder: string, log: Log): ResultFiles {
  const places = Array.from({ length: mostResults }, (_, place) => join(folder, `result-${place}.json`));
  return createResultFiles(
    places.map((path) =>
      createKeptFile({
        ...{ path, name: "results", log, mostBytes: mostStoredBytes },
        ...{ decode: decodeStored, encode: encodeStored },
      }),
    ),
  );
}

/** Undefined where nobody may ask. */
export async function openCommands(site: Site, { ledger, parts, told }: Needed): Promise<Commands | undefined> {
  const { config, clock, log } = site;
  const path = config["commands.keys_file"];
  if (path === undefined) return undefined;
  const folder = commandsFolder(config);
  const trust = await openTrust({ path, rotations: join(folder, "keys"), log });
  if (!trust) return undefined;
  const quality = () => clockQuality(clock.wallMs());
  const audit = await openAudit({
    file: createAuditFile(join(folder, "audit.log")),
    clock,
    log,
    clockQuality: quality,
  });
  const { failed } = site.settings ?? {};
  if (failed) await audit.note({ event: "fell_back", id: failed.id });
  const guard = createCommandGuard({ clock, ledger, recovery: () => parts().recovery?.status() });
  const file = createKeptFile({
    ...{ path: join(folder, "journal.json"), name: "commands", log, mostBytes },
    ...{ decode: decodeEntries, encode: encodeEntries },
  });
  const hints = createHints({
    ...{ tenant: config["terminal.tenant"], keys: trust.keys, clock, clockQuality: quality, log },
    own: () => ownOf(site, parts()),
    emit: (readings) => parts().brain.see(readings),
  });
  const desk = await openDesk({
    ...{ tenant: config["terminal.tenant"], serial: config["terminal.serial"] },
    ...{ allowed: allowedBy(config), perHour: config["commands.per_hour"], keys: trust.keys },
    ...{ clock, clockQuality: quality, log, file, audit, hindered: guard.hindered },
    results: await openResults(resultFiles(folder, log)),
    execute: createExecute(clock, () => ({ site, parts: parts(), trust, guard, told })),
    tell: (update) => parts().reporter.append("reply", { kind: "command", update }),
    send: (chunk) => parts().reporter.append("reply", { kind: "chunk", chunk }),
  });
  return {
    receive: desk.receive.bind(desk),
    see: guard.see,
    receiveHint: hints.receive.bind(hints),
    run: async (stop) => {
      await Promise.all([desk.run(stop), hints.run(stop)]);
    },
    view: () => viewOf({ desk, audit, hints, settings: site.settings }),
    auditHead: () => (audit.head().lines > 0 ? audit.head() : undefined),
  };
}
