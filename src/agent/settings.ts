/** From the configuration's units to those of the boxes. */
import type { Config } from "../config/config.ts";
import type { Limits } from "../outbox/limits.ts";
import type { Limits as ProbeLimits } from "../probes/governor/budget.ts";
import type { UplinkOptions } from "../uplink/options.ts";

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const dayMs = 86_400_000;

export function outboxLimits(config: Config): Limits {
  return {
    bytes: config["outbox.max_mb"] * megabyte,
    count: config["outbox.max_records"],
    ageMs: config["outbox.max_age_days"] * dayMs,
  };
}

/** A reading counts in full until two looks at the slower of the two probes have been missed. */
export function holdMs(config: Config): number {
  return 2_500 * Math.max(config["modem.poll_slow_s"], config["network.check_slow_s"]);
}

export const milliseconds = (seconds: number): number => Math.round(seconds * 1_000);

/** Folder that holds `sys` and `proc`. */
export function rootOf(config: Config): string {
  return config["system.root"] ?? "/";
}

/** Whether a serial port to a modem is used. */
export function usesPort(config: Config): boolean {
  return config["modem.source"] === "serial" || config["modem.source"] === "auto";
}

export function probeLimits(config: Config): ProbeLimits {
  return {
    hour: { connections: config["probes.connections_per_hour"], bytes: kilobyte * config["probes.kb_per_hour"] },
    day: { connections: config["probes.connections_per_day"], bytes: kilobyte * config["probes.kb_per_day"] },
  };
}

export function uplinkOptions(config: Config): UplinkOptions {
  return {
    url: config["uplink.url"],
    protocol: config["uplink.protocol"],
    tenant: config["terminal.tenant"],
    serial: config["terminal.serial"],
    clientId: config["uplink.client_id"],
    username: config["uplink.username"],
    passwordFile: config["uplink.password_file"],
    keepaliveS: config["uplink.keepalive_s"],
    ack: config["uplink.ack"],
    historyPerS: config["uplink.history_per_s"],
    monthBytes: config["uplink.month_mb"] * megabyte,
    most: config["uplink.most"],
    tls: {
      caFile: config["uplink.tls.ca_file"],
      certFile: config["uplink.tls.cert_file"],
      keyFile: config["uplink.tls.key_file"],
      keyUri: config["uplink.tls.key_uri"],
    },
  };
}
