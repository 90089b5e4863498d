/**
 * The agent: builds the boxes of ARCHITECTURE.md, connects them, runs them until it is told to stop, and takes them down
 * in reverse. No broker, no modem and no permission on the port are states to report, not reasons to end.
 */
import { viewDiagnosis } from "../diagnosis-view.ts";
import { catalogue } from "../faults/index.ts";
import { createIpcServer, type IpcServer } from "../ipc/server.ts";
import type { Memory } from "../memory/memory.ts";
import type { Capability } from "../model/catalogue.ts";
import { type Outbox, openOutbox } from "../outbox/outbox.ts";
import type { Recovery } from "../recovery/runner.ts";
import { createThinker, type Thinker } from "../think.ts";
import { createUplink, type Uplink } from "../uplink/uplink.ts";
import { type Brain, createBrain } from "./brain.ts";
import { readCapabilities } from "./capabilities.ts";
import { readCodes } from "./codes.ts";
import { hear } from "./hearing.ts";
import { clockQuality, readSystemBoot } from "./identity.ts";
import { keepAlive } from "./keep-alive.ts";
import { createMending, runMending } from "./mending.ts";
import { createProbes, type Probes } from "./probes.ts";
import { recall } from "./recall.ts";
import { createReporter, type Reporter } from "./reporter.ts";
import { holdMs, outboxLimits, uplinkOptions } from "./settings.ts";
import type { Site } from "./site.ts";
import { createStateMessages, identityOf } from "./state-messages.ts";
import { statusOf } from "./status.ts";

/** How long an active diagnosis looks before it answers. */
const activeLookMs = 8_000;

/** Everything the agent consists of. */
export interface Parts {
  readonly outbox: Outbox;
  readonly memory: Memory;
  readonly thinker: Thinker;
  readonly reporter: Reporter;
  readonly probes: Probes;
  readonly brain: Brain;
  /** Undefined where it is switched off. */
  readonly recovery: Recovery | undefined;
  readonly uplink: Uplink;
  readonly ipc: IpcServer;
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
    const parts = assemble(site, { outbox, memory, capabilities: await readCapabilities(config) });
    await parts.ipc.start();
    await serve(site, parts);
  } finally {
    await outbox.close();
  }
}

interface Found extends Pick<Parts, "outbox" | "memory"> {
  readonly capabilities: ReadonlySet<Capability>;
}

function assemble(site: Site, { outbox, memory, capabilities }: Found): Parts {
  const { config, clock, log, random, cardData } = site;
  const thinker = createThinker({
    catalogue,
    capabilities,
    holdMs: holdMs(config),
    codes: readCodes(site),
    lastCaseId: outbox.position().nextSeq - 1,
  });
  const probes = createProbes(site, (readings) => brain.see(readings), memory);
  const messages = createStateMessages(site, {
    outbox,
    modemStatus: () => probes.modem.status(),
    faultSet: () => reporter.faultSet(),
  });
  const uplink = createUplink({ outbox, clock, random, log, options: uplinkOptions(config), ...messages });
  const reporter = createReporter({
    ...{ outbox, clock, log, cardData },
    clockQuality: () => clockQuality(clock.wallMs()),
    cases: () => thinker.cases.open(),
    newest: () => thinker.book.newest(),
    onFaultSet: () => uplink.faultSetChanged(),
  });
  const brain: Brain = createBrain({
    ...{ thinker, clock },
    onReadings: (readings) => {
      memory.see(readings);
      recovery?.see(readings);
      probes.network.see(readings);
      probes.device.note(readings);
    },
    onCases: (events) => reporter.tell(events),
    onTurn: () => ipc.publish((language) => viewDiagnosis(brain.diagnosis(), language)),
    onPace: (pace) => probes.setPace(pace),
  });
  const recovery = createMending(site, { memory, thinker, probes, reporter, diagnosis: () => brain.diagnosis() });
  const ipc = openDoor(site, () => parts);
  const parts: Parts = { outbox, memory, thinker, reporter, probes, brain, recovery, uplink, ipc };
  return parts;
}

/** The local socket and what is answered there. */
function openDoor(site: Site, parts: () => Parts): IpcServer {
  const { config, clock, log, cardData } = site;
  return createIpcServer({
    socket: config["ipc.socket"],
    group: config["ipc.group"],
    maxPeers: config["ipc.max_peers"],
    language: config["merchant.language"],
    telephony: config["modem.source"] === "app" || config["modem.source"] === "auto",
    ...{ clock, log, cardData },
    handlers: {
      status: () => statusOf(site, parts()),
      diagnose: async (language, active) => {
        if (active) await parts().probes.lookNow(activeLookMs);
        return viewDiagnosis(parts().brain.diagnosis(), language ?? config["merchant.language"]);
      },
      observe: (heard) => hear(heard, { ...parts(), ...parts().probes }),
    },
  });
}

async function serve(site: Site, parts: Parts): Promise<void> {
  const { log, notifier, stop } = site;
  const { reporter, brain, probes, uplink, ipc, outbox, memory, recovery } = parts;
  log("notice", "agent_started", { pending: outbox.pendingCount() });
  await reporter.append("state", { kind: "started", terminal: identityOf(site, probes.modem.status()) });
  notifier.ready();
  const mending = runMending(recovery, stop);
  const running = [mending.ended, brain.run(stop), uplink.run(stop), memory.run(stop), keepAlive(site, parts)];
  await Promise.all([...running, ...probes.all.map((probe) => probe.run(mending.over))]);
  notifier.stopping();
  await ipc.stop();
  await reporter.settled();
  await notifier.settled();
  log("notice", "agent_stopped");
}
