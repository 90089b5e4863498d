/**
 * The agent: builds the boxes of ARCHITECTURE.md, connects them, runs them until it is told to stop, and takes them down
 * in reverse. No broker, no modem and no permission on the port are states to report, not reasons to end.
 */
import type { Alarms } from "../alarms/alarms.ts";
import { viewDiagnosis } from "../diagnosis-view.ts";
import type { Knowledge } from "../faults/adapt.ts";
import { createIpcServer, type IpcServer } from "../ipc/server.ts";
import type { Memory } from "../memory/memory.ts";
import type { Language } from "../model/text.ts";
import type { DiagnosisView } from "../model/view.ts";
import { type Outbox, openOutbox } from "../outbox/outbox.ts";
import type { Recorder } from "../record/recorder.ts";
import type { Recovery } from "../recovery/runner.ts";
import type { Thinker } from "../think.ts";
import type { Uplink, UplinkMemory } from "../uplink/uplink.ts";
import { alarmListView, alarmView, withRecurrence } from "./alarm-view.ts";
import { keepAlarms } from "./alarms.ts";
import { type Brain, createBrain } from "./brain.ts";
import { readCapabilities } from "./capabilities.ts";
import { type ClockTrust, createClockTrust } from "./clock-trust.ts";
import { type Commands, openCommands } from "./commands.ts";
import { createFlightRecorder, type FlightRecorder } from "./flight-recorder.ts";
import { hear } from "./hearing.ts";
import { beat } from "./heartbeat.ts";
import { hashOf, readSystemBoot } from "./identity.ts";
import { createInterview, type Interview } from "./interview.ts";
import { keepAlive } from "./keep-alive.ts";
import { readKnowledge } from "./knowledge.ts";
import { createLastResort, type LastResort } from "./last-resort.ts";
import { createMending, runMending } from "./mending.ts";
import { createProbes, type Probes } from "./probes.ts";
import { recall } from "./recall.ts";
import { createReporter, type Reporter } from "./reporter.ts";
import { outboxLimits } from "./settings.ts";
import type { Site } from "./site.ts";
import { identityOf } from "./state-messages.ts";
import { statusOf } from "./status.ts";
import { createThinking } from "./thinking.ts";
import { recallUplink } from "./uplink-memory.ts";
import { wireUplink } from "./wired-uplink.ts";

/** Everything the agent consists of. */
export interface Parts {
  readonly knowledge: Knowledge;
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
    const memory = await recall(site, () => parts);
    const alarms = await keepAlarms(site, () => parts.knowledge.catalogue);
    const uplinkMemory = await recallUplink(site);
    const knowledge = readKnowledge(site);
    const lastCaseId = outbox.position().nextSeq - 1;
    const capabilities = await readCapabilities(config);
    const commands = await openCommands(site, {
      ledger: memory.ledger,
      parts: () => parts,
      told: (language) => told(parts, language),
    });
    const thinking = createThinking(site, { knowledge, capabilities, lastCaseId });
    const parts = assemble(site, {
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
  "clockTrust" | "outbox" | "memory" | "alarms" | "knowledge" | "commands" | "thinker" | "recorder"
> & {
  readonly uplinkMemory: UplinkMemory;
};

function assemble(site: Site, found: Found): Parts {
  const { outbox, memory, alarms, thinker, commands } = found;
  const { clock, log, cardData } = site;
  const probes = createProbes(site, (readings) => brain.see(readings), memory);
  const uplink = wireUplink(site, found, () => parts);
  const reporter = createReporter({
    ...{ outbox, clock, log, cardData },
    clockQuality: found.clockTrust.quality,
    standing: () => uplink.status().data,
    cases: () => thinker.cases.open(),
    newest: () => thinker.book.newest(),
    onFaultSet: () => uplink.faultSetChanged(),
  });
  const brain: Brain = createBrain({
    ...{ thinker, clock },
    onReadings: (readings) => {
      memory.see(readings);
      found.clockTrust.see(readings);
      recovery?.see(readings);
      commands?.see(readings);
      probes.network.see(readings);
      probes.device.note(readings);
      interview.refresh(false);
    },
    onThought: (thought) => {
      alarms.see(thought);
      flights.note(thought.events);
      interview.refresh(true);
    },
    onCases: (events) => reporter.tell(alarms.hear(events)),
    onTurn: () => publish(parts),
    onPace: (pace) => probes.setPace(pace),
  });
  const flights = createFlightRecorder(thinker.book, clock);
  const recovery = createMending(site, { memory, thinker, probes, reporter, diagnosis: () => brain.diagnosis() });
  const ipc = openDoor(site, () => parts);
  const interview = createInterview(site, { ...found, probes, ipc, brain });
  const lastResort = openLastResort(site, () => parts);
  const parts: Parts = { ...found, reporter, probes, brain, recovery, uplink, ipc, interview, lastResort, flights };
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

/** The diagnosis as it is told to whoever asks. */
function told({ interview, knowledge, alarms, lastResort }: Parts, language: Language): DiagnosisView {
  const view = withRecurrence(viewDiagnosis(interview.diagnosis(), language, knowledge), alarms);
  return lastResort.withCode(view, language);
}

function publish(parts: Parts): void {
  parts.ipc.publish((language) => told(parts, language));
}

/** The local socket and what is answered there. */
function openDoor(site: Site, parts: () => Parts): IpcServer {
  const { config, clock, log, cardData } = site;
  const usual = config["merchant.language"];
  return createIpcServer({
    socket: config["ipc.socket"],
    group: config["ipc.group"],
    maxPeers: config["ipc.max_peers"],
    language: usual,
    telephony: config["modem.source"] === "app" || config["modem.source"] === "auto",
    ...{ clock, log, cardData },
    handlers: {
      status: () => statusOf(site, parts()),
      diagnose: async (language = usual, onTest) => {
        if (onTest) await parts().interview.test(language, onTest);
        return told(parts(), language);
      },
      question: (language) => parts().interview.question(language),
      reply: (question, answer) => parts().interview.reply(question, answer),
      alarms: (language = usual, all) => {
        const { alarms, knowledge } = parts();
        return alarmListView(alarms, { language, texts: knowledge.texts, all });
      },
      operate: (operation, language = usual) => {
        const { alarms, knowledge } = parts();
        const alarm = alarms.operate(operation);
        return alarm && alarmView(alarm, { language, texts: knowledge.texts }, alarms.now());
      },
      code: (language = usual) => parts().lastResort.code(language),
      observe: (heard) => hear(heard, { ...parts(), ...parts().probes }),
    },
  });
}

async function serve(site: Site, parts: Parts): Promise<void> {
  const { log, notifier, stop } = site;
  const { knowledge, reporter, brain, probes, uplink, ipc, outbox, memory, alarms, recovery } = parts;
  const terminal = identityOf(site, probes.modem.status(), hashOf(knowledge.catalogue));
  log("notice", "agent_started", { pending: outbox.pendingCount() });
  await reporter.append("state", { kind: "started", terminal });
  notifier.ready();
  const mending = runMending(recovery, stop);
  const running = [
    mending.ended,
    brain.run(stop),
    uplink.run(stop),
    memory.run(stop),
    keepAlive(site, parts),
    beat(site, parts),
    parts.lastResort.run(stop),
    parts.commands?.run(stop),
    site.settings?.run(stop),
  ];
  const minding = alarms.run(stop, (notices) => reporter.tell(notices));
  await Promise.all([...running, minding, ...probes.all.map((probe) => probe.run(mending.over))]);
  notifier.stopping();
  await ipc.stop();
  await reporter.settled();
  await parts.recorder?.settled();
  await notifier.settled();
  log("notice", "agent_stopped");
}
