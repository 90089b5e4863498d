/**
 * The agent: builds the boxes of ARCHITECTURE.md, connects them, runs them until it is told to stop, and takes them down
 * in reverse. No broker, no modem and no permission on the port are states to report, not reasons to end.
 */
import type { Alarms } from "../alarms/alarms.ts";
import type { Knowledge } from "../faults/adapt.ts";
import type { IpcServer } from "../ipc/server.ts";
import type { Memory } from "../memory/memory.ts";
import { type Outbox, openOutbox } from "../outbox/outbox.ts";
import type { Shelf } from "../packs/shelf.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Recovery } from "../recovery/runner.ts";
import type { Thinker } from "../think.ts";
import type { Uplink, UplinkMemory } from "../uplink/uplink.ts";
import { keepAlarms } from "./alarms.ts";
import type { Brain } from "./brain.ts";
import { readCapabilities } from "./capabilities.ts";
import { type ClockTrust, createClockTrust } from "./clock-trust.ts";
import { type Commands, openCommands } from "./commands.ts";
import { openDoor, publish, told } from "./door.ts";
import { createFlightRecorder, type FlightRecorder } from "./flight-recorder.ts";
import { beat } from "./heartbeat.ts";
import { hashOf, readSystemBoot } from "./identity.ts";
import { createIdentityNews } from "./identity-news.ts";
import { createInterview, type Interview } from "./interview.ts";
import { keepAlive } from "./keep-alive.ts";
import { readKnowledge } from "./knowledge.ts";
import { createLastResort, type LastResort } from "./last-resort.ts";
import { createMeasureBook, type MeasureBook } from "./measures.ts";
import { reportMeasures } from "./measuring.ts";
import { createMending, runMending } from "./mending.ts";
import { createMind } from "./mind.ts";
import { createProbes, type Probes } from "./probes.ts";
import { recall } from "./recall.ts";
import { createReporter, type Reporter } from "./reporter.ts";
import { outboxLimits } from "./settings.ts";
import { openSignedData } from "./signed-data.ts";
import type { Site } from "./site.ts";
import { identityOf } from "./state-messages.ts";
import { createThinking } from "./thinking.ts";
import { recallUplink } from "./uplink-memory.ts";
import { wireUplink } from "./wired-uplink.ts";

/** Everything the agent consists of. */
export interface Parts {
  readonly knowledge: Knowledge;
  /** Undefined where no signed data is taken. */
  readonly data: Shelf | undefined;
  readonly outbox: Outbox;
  readonly clockTrust: ClockTrust;
  readonly memory: Memory;
  readonly alarms: Alarms;
  readonly thinker: Thinker;
  /** Undefined where nothing is recorded. */
  readonly recorder: Recorder | undefined;
  readonly reporter: Reporter;
  readonly probes: Probes;
  readonly brain: Brain;
  /** Undefined where it is switched off. */
  readonly recovery: Recovery | undefined;
  readonly uplink: Uplink;
  /** Undefined where nobody may ask. */
  readonly commands: Commands | undefined;
  readonly ipc: IpcServer;
  readonly interview: Interview;
  readonly lastResort: LastResort;
  readonly flights: FlightRecorder;
  readonly measures: MeasureBook;
}

/** Runs until `site.stop` aborts. Rejects with AGENT_ALREADY_RUNS, OUTBOX_FAILED or IPC_FAILED when it cannot start. */
export async function runAgent(site: Site): Promise<void> {
  const { config, clock, log, random } = site;
  const outbox = await openOutbox({
    dir: config["outbox.dir"],
    limits: outboxLimits(config),
    systemBoot: readSystemBoot(`start-${clock.wallMs()}`),
    ...{ clock, log, random },
  });
  try {
    await site.start?.begin();
    const data = await openSignedData(site);
    const memory = await recall(site, () => parts);
    const alarms = await keepAlarms(site, () => parts.knowledge.catalogue);
    const uplinkMemory = await recallUplink(site);
    const knowledge = readKnowledge(site, data?.contents.catalogue);
    const lastCaseId = outbox.position().nextSeq - 1;
    const capabilities = await readCapabilities(config);
    const commands = await openCommands(site, {
      ledger: memory.ledger,
      parts: () => parts,
      told: (language) => told(parts, language),
    });
    const signedCodes = data?.contents.codes;
    const thinking = createThinking(site, { knowledge, capabilities, lastCaseId, signedCodes });
    const parts = assemble(site, {
      data,
      outbox,
      clockTrust: createClockTrust(clock),
      memory,
      uplinkMemory,
      alarms,
      knowledge,
      commands,
      ...thinking,
    });
    await parts.ipc.start();
    await serve(site, parts);
  } finally {
    await outbox.close();
  }
}

export type Found = Pick<
  Parts,
  "clockTrust" | "data" | "outbox" | "memory" | "alarms" | "knowledge" | "commands" | "thinker" | "recorder"
> & {
  readonly uplinkMemory: UplinkMemory;
};

function assemble(site: Site, found: Found): Parts {
  const { outbox, memory, thinker } = found;
  const { clock, log, cardData } = site;
  const probes = createProbes(site, (readings) => brain.see(readings), found);
  const uplink = wireUplink(site, found, () => parts);
  const reporter = createReporter({
    ...{ outbox, clock, log, cardData },
    clockQuality: found.clockTrust.quality,
    standing: () => uplink.status().data,
    cases: () => thinker.cases.open(),
    newest: () => thinker.book.newest(),
    onFaultSet: () => uplink.faultSetChanged(),
  });
  const brain: Brain = createMind(site, found, () => parts);
  const flights = createFlightRecorder(thinker.book, clock);
  const measures = createMeasureBook(clock.monoMs());
  const recovery = createMending(site, { memory, thinker, probes, reporter, diagnosis: () => brain.diagnosis() });
  const ipc = openDoor(site, () => parts);
  const interview = createInterview(site, { ...found, probes, ipc, brain });
  const lastResort = openLastResort(site, () => parts);
  const parts: Parts = {
    ...found,
    reporter,
    probes,
    brain,
    recovery,
    uplink,
    ipc,
    interview,
    lastResort,
    flights,
    measures,
  };
  return parts;
}

function openLastResort(site: Site, parts: () => Parts): LastResort {
  return createLastResort(site, {
    boot: () => parts().outbox.position().boot,
    isConnected: () => parts().uplink.status().state === "connected",
    diagnosis: () => parts().brain.diagnosis(),
    cases: () => parts().thinker.cases.open(),
    clockQuality: () => parts().clockTrust.quality(),
    onTurn: () => publish(parts()),
  });
}

async function serve(site: Site, parts: Parts): Promise<void> {
  const { log, notifier, stop } = site;
  const { knowledge, data, reporter, brain, probes, uplink, ipc, outbox, memory, alarms, recovery, measures } = parts;
  const catalogueHash = hashOf(knowledge.catalogue);
  const terminal = () => identityOf(site, probes.modem.status(), { catalogueHash, data: data?.view() });
  log("notice", "agent_started", { pending: outbox.pendingCount() });
  await reporter.append("state", { kind: "started", terminal: terminal() });
  notifier.ready();
  const mending = runMending(recovery, stop);
  const running = [
    mending.ended,
    brain.run(stop),
    uplink.run(stop),
    memory.run(stop),
    keepAlive(site, { ...parts, identity: createIdentityNews(terminal, uplink.birthChanged) }),
    beat(site, parts),
    reportMeasures(site, { measures, append: reporter.append, rung: () => uplink.status().data.rung }),
    parts.lastResort.run(stop),
    parts.commands?.run(stop),
    site.settings?.run(stop),
    site.start?.run(stop),
    data?.run(stop),
  ];
  const minding = alarms.run(stop, (notices) => reporter.tell(notices));
  await Promise.all([...running, minding, ...probes.all.map((probe) => probe.run(mending.over))]);
  notifier.stopping();
  await ipc.stop();
  await reporter.settled();
  await parts.recorder?.settled();
  await data?.end();
  await site.start?.end();
  await notifier.settled();
  log("notice", "agent_stopped");
}
