/** The agent's memory: its file, its terms from the configuration, and what counts as being answered from outside. */
import { dirname, join } from "node:path";
import { inOrder } from "../base/order.ts";
import type { Config } from "../config/config.ts";
import { type Memory, openMemory } from "../memory/memory.ts";
import { createStore } from "../memory/store.ts";
import type { UplinkStatus } from "../uplink/uplink.ts";
import { readSystemBoot } from "./identity.ts";
import type { ModemSource } from "./modem-source.ts";
import type { Site } from "./site.ts";

export function memoryFile(config: Config): string {
  return config["memory.file"] ?? join(dirname(config["outbox.dir"]), "memory.json");
}

const decisive =
  /^(?:acquirer\.(?:host|port|address|alt_address|alt_port|tls|server_name)|network\.(?:dns|dns_alt|interface)|modem\.apn)$/;

/** What decides whether the host is reached; other keys may change as they like. */
function networkSettings(config: Config): string {
  const relevant = Object.entries(config).filter(([key]) => decisive.test(key));
  return JSON.stringify(relevant.toSorted(([a], [b]) => inOrder(a, b)));
}

interface Needed {
  readonly probes: { readonly source: Pick<ModemSource, "fromMemory"> };
  readonly uplink: { status(): Pick<UplinkStatus, "state"> };
}

/** `parts` is called when something is seen, never before this resolves. */
export function recall(
  { config, clock, log }: Pick<Site, "config" | "clock" | "log">,
  parts: () => Needed,
): Promise<Memory> {
  return openMemory({
    store: createStore(memoryFile(config), log),
    ...{ clock, log },
    emit: (readings) => parts().probes.source.fromMemory(readings),
    terms: { planDay: config["sim.plan_day"], settleDays: config["sim.pair_settle_days"] },
    plan: { planMb: config["sim.plan_mb"], activated: config["sim.activated"] },
    systemBoot: readSystemBoot(`start-${clock.wallMs()}`),
    reached: () => parts().uplink.status().state === "connected",
    settings: networkSettings(config),
    saveEveryMs: config["memory.save_every_s"] * 1_000,
  });
}
