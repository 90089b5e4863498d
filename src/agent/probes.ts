/** The agent's probes, as the configuration wants them. */

import type { Config } from "../config/config.ts";
import { serialPort } from "../modem/port.ts";
import { createModemProbe, type ModemProbeHandle } from "../probes/modem.ts";
import { createNetworkProbe, type NetworkProbe } from "../probes/network.ts";
import type { Emit, Pace, Probe } from "../probes/probe.ts";
import { createUptimeProbe } from "../probes/uptime.ts";
import type { Site } from "./site.ts";

export interface Probes {
  readonly modem: ModemProbeHandle;
  readonly network: NetworkProbe;
  readonly all: readonly Probe[];
  setPace(pace: Pace): void;
  /** Looks eagerly for so long, then at the pace set last. */
  lookNow(ms: number): Promise<void>;
}

const milliseconds = (seconds: number): number => Math.round(seconds * 1_000);

function reference(config: Config): { host: string; port: number } | undefined {
  const [host, port] = [config["reference.host"], config["reference.port"]];
  return host === undefined || port === undefined ? undefined : { host, port };
}

function createModem({ config, clock, random, log }: Site, emit: Emit): ModemProbeHandle {
  const apn = config["modem.apn"];
  return createModemProbe({
    open: serialPort({ path: config["modem.port"], baudRate: config["modem.baud"] }),
    ...{ clock, random, log, emit },
    ...(apn !== undefined && { apn }),
    paces: { slow: milliseconds(config["modem.poll_slow_s"]), quick: milliseconds(config["modem.poll_quick_s"]) },
  });
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

export function createProbes(site: Site, emit: Emit): Probes {
  const modem = createModem(site, emit);
  const network = createNetwork(site, emit);
  const all = [modem, network, createUptimeProbe(site.clock, emit)];
  let pace: Pace = "slow";
  let looking = 0;
  const apply = (): void => {
    for (const probe of all) probe.setPace(looking > 0 ? "quick" : pace);
  };
  return {
    modem,
    network,
    all,
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
