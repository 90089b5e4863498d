/** The probe of the terminal's own body, as the configuration wants it. */
import { statfs } from "node:fs/promises";
import { holdsCardData } from "../card-data/search.ts";
import type { Config } from "../config/config.ts";
import type { Memory } from "../memory/memory.ts";
import { createDeviceProbe, type DeviceProbe, type DeviceProbeOptions } from "../probes/device/device-probe.ts";
import type { Emit } from "../probes/probe.ts";
import { runTool } from "../probes/way/tool.ts";
import { milliseconds, rootOf } from "./settings.ts";
import type { Site } from "./site.ts";

function feedOf(config: Config): DeviceProbeOptions["feed"] {
  const path = config["feed.file"];
  return path === undefined ? undefined : { path, staleMs: milliseconds(config["feed.stale_s"]), holdsCardData };
}

/** The outbox's file system, and that of the payment application where it is named. */
function storageOf(config: Config): readonly string[] {
  return [config["outbox.dir"], config["device.storage"]].filter((path) => path !== undefined);
}

export function createDeviceProbes(
  { config, clock, log }: Site,
  { emit, memory }: { readonly emit: Emit; readonly memory: Memory },
): DeviceProbe {
  return createDeviceProbe({
    root: rootOf(config),
    ...{ clock, log, emit, statfs },
    run: runTool,
    storage: storageOf(config),
    memory: memory.device,
    feed: feedOf(config),
  });
}
