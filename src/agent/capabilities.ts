/** What this terminal has, and so which faults it can have: from the configuration and from the interfaces at the start. */
import type { Config } from "../config/config.ts";
import type { Capability } from "../model/catalogue.ts";
import { createLinks, type Link } from "../probes/way/links.ts";
import { rootOf } from "./settings.ts";

function ofLinks(links: readonly Link[]): readonly Capability[] {
  const kinds = links.filter(({ isPhysical }) => isPhysical).map(({ kind }) => kind);
  const found = [...new Set(kinds)].filter((kind) => kind === "ethernet" || kind === "wifi");
  return found.length > 0 ? ["lan", ...found] : [];
}

/** Where sysfs is closed, as on Android, nothing is known of a shop's network. */
export async function readCapabilities(config: Config): Promise<ReadonlySet<Capability>> {
  const links = (await createLinks(rootOf(config)).read()) ?? [];
  return new Set<Capability>([
    ...(config["modem.source"] === "none" ? [] : (["cellular"] as const)),
    ...(config["terminal.printer"] ? (["printer"] as const) : []),
    ...(config["terminal.dial_up"] ? (["dial_up"] as const) : []),
    ...ofLinks(links),
  ]);
}
