/**
 * What a simulated terminal hears of support: hints, and the commands that can be answered without a body. The code is the
 * real one, with its journal, audit log and list of keys; what a command does is done here.
 */
import { join } from "node:path";
import type { FleetTerminal } from "../../hw-sim/fleet/population.ts";
import { createCommandGuard } from "../../src/agent/command-guard.ts";
import { resultOf } from "../../src/agent/command-result.ts";
import { createKeptFile } from "../../src/base/kept-file.ts";
import { silentLog } from "../../src/base/log.ts";
import { createCardDataGuard } from "../../src/card-data/guard.ts";
import { openAudit } from "../../src/commands/audit.ts";
import { createAuditFile } from "../../src/commands/audit-file.ts";
import { openDesk } from "../../src/commands/desk.ts";
import { decodeEntries, encodeEntries, mostBytes } from "../../src/commands/entry.ts";
import { createHints } from "../../src/commands/hints.ts";
import type { Received } from "../../src/commands/proof.ts";
import { createResultFiles } from "../../src/commands/result-files.ts";
import { openResults } from "../../src/commands/results.ts";
import type { Done, Execute } from "../../src/commands/task.ts";
import { openTrust } from "../../src/commands/trust-file.ts";
import { viewDiagnosis, viewReading } from "../../src/diagnosis-view.ts";
import type { AuditHead, VerbName } from "../../src/model/command.ts";
import type { Reading } from "../../src/model/reading.ts";
import { languages } from "../../src/model/text.ts";
import { createPaperLedger } from "../support/paper-ledger.ts";
import { identityOf } from "./identity.ts";
import type { BootParts } from "./parts.ts";
import type { FleetSite } from "./site.ts";

export interface Ear {
  receive(command: Received): void;
  receiveHint(hint: Received): void;
  see(readings: readonly Reading[]): void;
  run(stop: AbortSignal): Promise<void>;
  auditHead(): AuditHead | undefined;
}

/** Of a whole agent; the others are refused as not allowed. */
const answered: ReadonlySet<VerbName> = new Set(["diagnose", "read_state", "again"]);
const perHour = 60;
const quality = () => "ntp" as const;

function stateOf({ terminal }: EarNeeds, { clock, uplink, outbox, thinker, reporter }: BootParts): unknown {
  const nowMs = clock.monoMs();
  const { state, protocol, sent, refused, session } = uplink.status();
  return {
    ...{ simulated: true, serial: terminal.serial, version: terminal.version },
    uplink: { state, protocol, session, sent, refused },
    outbox: { pending: outbox.pendingCount(), lost: reporter.lost },
    cases: thinker.cases.open().map(({ id, verdict }) => ({ id, fault: verdict.fault })),
    readings: thinker.book.newest().map((reading) => viewReading(reading, nowMs)),
  };
}

function createExecute(needs: EarNeeds): Execute {
  const cardData = createCardDataGuard();
  return async ({ verb, stop }): Promise<Done> => {
    const parts = needs.parts();
    if (verb.kind === "read_state") return resultOf(stateOf(needs, parts), cardData);
    if (verb.kind !== "diagnose") return { kind: "failed", reason: "not_simulated" };
    const over = new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
    if (verb.active) await Promise.race([parts.network.lookNow(), over]);
    parts.brain.consider();
    const language = languages.find((known) => known === verb.language) ?? "zh-CN";
    return resultOf(viewDiagnosis(parts.brain.diagnosis(), language), cardData);
  };
}

export interface EarNeeds {
  readonly terminal: FleetTerminal;
  readonly dir: string;
  readonly keysFile: string;
  readonly clock: BootParts["clock"];
  /** Called while it runs, never before. */
  parts(): BootParts;
}

/** Undefined where the list of keys is of no use. */
export async function openEar(site: FleetSite, needs: EarNeeds): Promise<Ear | undefined> {
  const { terminal, dir, keysFile, clock, parts } = needs;
  const log = silentLog;
  const folder = join(dir, "commands");
  const trust = await openTrust({ path: keysFile, rotations: join(folder, "keys"), log });
  if (!trust) return undefined;
  const file = createAuditFile(join(folder, "audit.log"));
  const audit = await openAudit({ file, clock, log, clockQuality: quality });
  const guard = createCommandGuard({ clock, ledger: createPaperLedger(), recovery: () => undefined });
  const { place } = identityOf(site, terminal);
  const hints = createHints({
    ...{ tenant: site.tenant, keys: trust.keys, clock, clockQuality: quality, log },
    own: () => ({ ...place, version: terminal.version }),
    emit: (readings) => parts().brain.see(readings),
  });
  const desk = await openDesk({
    ...{ tenant: site.tenant, serial: terminal.serial, allowed: answered, perHour, keys: trust.keys },
    ...{ clock, clockQuality: quality, log, audit, hindered: guard.hindered, execute: createExecute(needs) },
    // A result that a power cut took is missed.
    results: await openResults(createResultFiles([])),
    file: createKeptFile({
      ...{ path: join(folder, "journal.json"), name: "commands", log, mostBytes },
      ...{ decode: decodeEntries, encode: encodeEntries },
    }),
    tell: (update) => parts().reporter.append("reply", { kind: "command", update }),
    send: (chunk) => parts().reporter.append("reply", { kind: "chunk", chunk }),
  });
  return {
    receive: desk.receive.bind(desk),
    receiveHint: hints.receive.bind(hints),
    see: guard.see,
    run: async (stop) => void (await Promise.all([desk.run(stop), hints.run(stop)])),
    auditHead: () => (audit.head().lines > 0 ? audit.head() : undefined),
  };
}
