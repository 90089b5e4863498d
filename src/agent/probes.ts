/** The agent's probes, as the configuration wants them. */

import { maskedLine } from "../at/readable.ts";
import { createRing } from "../base/ring.ts";
import type { Config } from "../config/config.ts";
import type { Memory } from "../memory/memory.ts";
import { type ModemKnowledge, modemsWith } from "../modem/modem-knowledge.ts";
import { type Direction, overheard } from "../modem/overheard.ts";
import type { OpenPort } from "../modem/port.ts";
import { anyPort, choosePort } from "../modem/port-choice.ts";
import { systemRoots } from "../modem/ports.ts";
import type { Shelf } from "../packs/shelf.ts";
import { type Answers, createAnswers } from "../probes/answers.ts";
import type { DeviceProbe } from "../probes/device/device-probe.ts";
import { createModemProbe, type ModemProbeHandle, type ModemProbeOptions } from "../probes/modem.ts";
import type { NetworkProbe } from "../probes/network.ts";
import type { Emit, Pace, Probe } from "../probes/probe.ts";
import { createUptimeProbe } from "../probes/uptime.ts";
import type { LinkProbe } from "../probes/way/link-probe.ts";
import type { ClockTrust } from "./clock-trust.ts";
import { createDeviceProbes } from "./device.ts";
import { createModemSource, type ModemSource } from "./modem-source.ts";
import { createNoModem } from "./no-modem.ts";
import { createReaderProbes } from "./reader.ts";
import { holdMs, milliseconds } from "./settings.ts";
import type { Site } from "./site.ts";
import { createWayProbes } from "./way.ts";

export interface Probes {
  readonly modem: ModemProbeHandle;
  readonly network: NetworkProbe;
  readonly links: LinkProbe;
  readonly answers: Answers;
  readonly device: DeviceProbe;
  /** Between the modem probe and an application that tells of the modem. */
  readonly source: ModemSource;
  readonly all: readonly Probe[];
  /** What went over the modem's port lately, newest last, without what identifies anybody. */
  transcript(): readonly string[];
  /** Which of the modem's ports is used and why, where the configuration does not name it. */
  portNote(): string | undefined;
  setPace(pace: Pace): void;
  /** Reads modem and links eagerly for so long, and sends nothing. */
  readNow(ms: number): Promise<void>;
  /** Looks at once and eagerly for so long, or until the way to the host is known; then at the pace set last. */
  lookNow(ms: number): Promise<void>;
}

/** A name, a handshake and an echo that are all waited for in vain. */
const longestLookMs = 30_000;

/** Who hears the modem, and what is known of modems. */
type Hearers = Pick<ModemProbeOptions, "emit" | "onFact"> & { readonly known: ModemKnowledge };

function createModem({ config, clock, random, log }: Site, open: OpenPort, hearers: Hearers): ModemProbeHandle {
  const apn = config["modem.apn"];
  return createModemProbe({
    open,
    ...{ clock, random, log, ...hearers },
    ...(apn !== undefined && { apn }),
    paces: { slow: milliseconds(config["modem.poll_slow_s"]), quick: milliseconds(config["modem.poll_quick_s"]) },
  });
}

/** Where no port is used. */
const unusedPorts: Readonly<Partial<Record<Config["modem.source"], ModemProbeHandle>>> = {
  app: createNoModem("an application tells of modem and SIM (modem.source)"),
  none: createNoModem("this terminal has no modem (modem.source)"),
};

/** Some minutes of a modem that is asked once a second. */
const linesKept = 400;

/** The modem's probe, and what there is to say about its port. */
function openModem(site: Site, hearers: Hearers): Pick<Probes, "modem" | "portNote" | "transcript"> {
  const { config, clock, roots = systemRoots } = site;
  const unused = unusedPorts[config["modem.source"]];
  if (unused) return { modem: unused, portNote: () => undefined, transcript: () => [] };
  const port = choosePort(config["modem.port"] ?? anyPort, {
    ...{ baudRate: config["modem.baud"], clock },
    roots: { ...roots, layouts: hearers.known.layouts },
  });
  const heard = createRing<string>(linesKept);
  const hear = (direction: Direction, text: string): void => {
    const seconds = (clock.monoMs() / 1_000).toFixed(1);
    heard.push(`${seconds} ${direction === "to_modem" ? ">" : "<"} ${maskedLine(text.trim())}`);
  };
  const modem = createModem(site, overheard(port.open, hear), hearers);
  return { modem, portNote: () => port.note(), transcript: heard.items };
}

/** Who hears more than Readings. */
interface FactHearers {
  readonly memory: Memory;
  readonly clockTrust: ClockTrust;
  /** What signed data adds is known of modems. */
  readonly data: Shelf | undefined;
}

export function createProbes(site: Site, emit: Emit, { memory, clockTrust, data }: FactHearers): Probes {
  const { config, clock } = site;
  const source = createModemSource({ mode: config["modem.source"], clock, holdMs: holdMs(config), emit });
  const { modem, portNote, transcript } = openModem(site, {
    emit: source.fromProbe,
    known: modemsWith(data?.contents.modems),
    onFact: (fact) => {
      memory.note(fact, clock.monoMs());
      clockTrust.hear(fact);
    },
  });
  const { links, network, maintenance } = createWayProbes(site, { emit, memory });
  const answers = createAnswers(clock, emit);
  const device = createDeviceProbes(site, { emit, memory });
  const readers = createReaderProbes(site, emit);
  const uptime = createUptimeProbe(clock, emit);
  const all = [modem, source, links, network, answers, device, ...readers, maintenance, uptime];
  let pace: Pace = "slow";
  let looking = 0;
  const apply = (): void => {
    // Of the way beyond the terminal somebody who asks gets one look, and more only when that shows a trouble.
    for (const probe of all) probe.setPace(looking > 0 && probe !== network ? "quick" : pace);
  };
  return {
    ...{ modem, network, links, answers, device, source, all },
    ...{ portNote, transcript },
    setPace: (next) => {
      pace = next;
      apply();
    },
    readNow: async (ms) => {
      looking += 1;
      apply();
      await clock.sleep(ms, site.stop);
      looking -= 1;
      apply();
    },
    lookNow: async (ms) => {
      looking += 1;
      apply();
      const ended = network.lookNow();
      await Promise.all([clock.sleep(ms, site.stop), Promise.race([ended, clock.sleep(longestLookMs, site.stop)])]);
      looking -= 1;
      apply();
    },
  };
}
