/** The alarm inventory of this terminal: its file, and its terms from configuration and catalogue. */
import { dirname, join } from "node:path";
import { type Alarms, openAlarms } from "../alarms/alarms.ts";
import { createStore } from "../alarms/store.ts";
import type { Config } from "../config/config.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { clockQuality } from "./identity.ts";
import type { Site } from "./site.ts";

const minuteMs = 60_000;

export function alarmsFile(config: Config): string {
  return config["alarms.file"] ?? join(dirname(config["outbox.dir"]), "alarms.json");
}

/** `catalogue` is asked when something is raised, never before this resolves. */
export function keepAlarms(
  { config, clock, log }: Pick<Site, "config" | "clock" | "log">,
  catalogue: () => Catalogue,
): Promise<Alarms> {
  return openAlarms({
    store: createStore(alarmsFile(config), log),
    clock,
    clockQuality: () => clockQuality(clock.wallMs()),
    rearmMs: config["alarms.rearm_min"] * minuteMs,
    rankOf: (fault) => catalogue().faults[fault]?.rank,
  });
}
