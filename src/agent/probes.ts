/** The agent's probes, as the configuration wants them. */

import type { Config } from "../config/config.ts";
import type { Memory } from "../memory/memory.ts";
import type { OpenPort } from "../modem/port.ts";
import { anyPort, choosePort } from "../modem/port-choice.ts";
import { systemRoots } from "../modem/ports.ts";
import { createInterfaceTraffic, type InterfaceTraffic } from "../probes/interface-traffic.ts";
import { createModemProbe, type ModemProbeHandle, type ModemProbeOptions } from "../probes/modem.ts";
import { createNetworkProbe, type NetworkProbe } from "../probes/network.ts";
import type { Emit, Pace, Probe } from "../probes/probe.ts";
import { createUptimeProbe } from "../probes/uptime.ts";
import { createModemSource, type ModemSource } from "./modem-source.ts";
import { noModem } from "./no-modem.ts";
import { holdMs } from "./settings.ts";
import type { Site } from "./site.ts";

export interface Probes {
  readonly modem: ModemProbeHandle;
  readonly network: NetworkProbe;
  /** Between the modem probe and an application that tells of the modem. */
  readonly source: ModemSource;
  readonly all: readonly Probe[];
  /** Which of the modem's ports is used and why, where the configuration does not name it. */
  portNote(): string | undefined;
  setPace(pace: Pace): void;
  /** Looks eagerly for so long, then at the pace set last. */
  lookNow(ms: number): Promise<void>;
}

const milliseconds = (seconds: number): number => Math.round(seconds * 1_000);

function reference(config: Config): { host: string; port: number } | undefined {
  const [host, port] = [config["reference.host"], config["reference.port"]];
  return host === undefined || port === undefined ? undefined : { host, port };
}

type Hearers = Pick<ModemProbeOptions, "emit" | "onFact">;

function createModem({ config, clock, random, log }: Site, open: OpenPort, hearers: Hearers): ModemProbeHandle {
  const apn = config["modem.apn"];
  return createModemProbe({
    open,
    ...{ clock, random, log, ...hearers },
    ...(apn !== undefined && { apn }),
    paces: { slow: milliseconds(config["modem.poll_slow_s"]), quick: milliseconds(config["modem.poll_quick_s"]) },
  });
}

/** The modem's probe, and what there is to say about its port. */
function openModem(site: Site, hearers: Hearers): Pick<Probes, "modem" | "portNote"> {
  const { config, clock, roots = systemRoots } = site;
  if (config["modem.source"] === "app") return { modem: noModem, portNote: () => undefined };
  const port = choosePort(config["modem.port"] ?? anyPort, { baudRate: config["modem.baud"], clock, roots });
  return { modem: createModem(site, port.open, hearers), portNote: () => port.note() };
}

function createNetwork({ config, clock, random }: Site, emit: Emit): NetworkProbe {
  return createNetworkProbe({
    host: config["acquirer.host"],
    port: config["acquirer.port"],
    address: config["acquirer.address"],
    reference: reference(config),
    servers: config["network.dns"] ?? [],
    alternativeServers: config["network.dns_alt"] ?? [],
    connectTimeoutMs: milliseconds(config["acquirer.connect_timeout_s"]),
    periodMs: {
      slow: milliseconds(config["network.check_slow_s"]),
      quick: milliseconds(config["network.check_quick_s"]),
    },
    ...{ clock, random, emit },
  });
}

/** Counts what goes through the modem for those who remember. */
function createTraffic({ config, clock }: Site, memory: Memory): Probe {
  const onTraffic = (traffic: InterfaceTraffic): void => memory.countInterface(traffic);
  return createInterfaceTraffic({ root: "/", name: config["sim.interface"], clock, onTraffic });
}

export function createProbes(site: Site, emit: Emit, memory: Memory): Probes {
  const { config, clock } = site;
  const source = createModemSource({ mode: config["modem.source"], clock, holdMs: holdMs(config), emit });
  const { modem, portNote } = openModem(site, {
    emit: source.fromProbe,
    onFact: (fact) => memory.note(fact, clock.monoMs()),
  });
  const network = createNetwork(site, emit);
  const all = [modem, source, network, createTraffic(site, memory), createUptimeProbe(site.clock, emit)];
  let pace: Pace = "slow";
  let looking = 0;
  const apply = (): void => {
    for (const probe of all) probe.setPace(looking > 0 ? "quick" : pace);
  };
  return {
    modem,
    network,
    source,
    all,
    portNote,
    setPace: (next) => {
      pace = next;
      apply();
    },
    lookNow: async (ms) => {
      looking += 1;
      apply();
      await site.clock.sleep(ms, site.stop);
      looking -= 1;
      apply();
    },
  };
}
