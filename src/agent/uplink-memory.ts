/** What the uplink remembers: its file, and the months of the SIM's plan. */
import { dirname, join } from "node:path";
import type { Config } from "../config/config.ts";
import { localDay, periodStart } from "../memory/calendar.ts";
import type { UplinkMemory } from "../uplink/uplink.ts";
import { createUplinkFile, nothingRemembered } from "../uplink/uplink-memory.ts";
import type { Site } from "./site.ts";

/** A ping changes it, so it would else be written as often as the way is pinged. A power cut forgets what came since. */
const hourMs = 3_600_000;

export function uplinkFile(config: Config): string {
  return config["uplink.file"] ?? join(dirname(config["outbox.dir"]), "uplink.json");
}

export async function recallUplink({ config, log }: Pick<Site, "config" | "log">): Promise<UplinkMemory> {
  const file = createUplinkFile(uplinkFile(config), log);
  const planDay = config["sim.plan_day"];
  return {
    file,
    remembered: (await file.read()) ?? nothingRemembered,
    calendar: { month: (wallMs) => periodStart(wallMs, planDay), day: localDay },
    everyMs: Math.max(config["memory.save_every_s"] * 1_000, hourMs),
  };
}
