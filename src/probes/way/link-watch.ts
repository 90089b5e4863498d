/** One look at the terminal's own side of the way, rung by rung, and what it remembers from look to look. */
import type { Clock } from "../../base/clock.ts";
import { measured, type Reading } from "../../model/reading.ts";
import { createAddressWatch } from "./address-watch.ts";
import { type AddressTable, addressesOf } from "./addresses.ts";
import { createFlaps } from "./flaps.ts";
import { linkReadings } from "./link-readings.ts";
import { createLinks, type Link } from "./links.ts";
import { createPassiveCounters } from "./passive-counters.ts";
import { createRouterWatch } from "./router-watch.ts";
import { type Route, readRoutes } from "./routes.ts";
import type { RunTool } from "./tool.ts";
import { chooseWay, type Way } from "./way.ts";
import { createWifi } from "./wifi.ts";

export interface LinkWatchOptions {
  /** Holds `sys`, `proc`, `run` and `var`; `/`, or a test's own. */
  readonly root: string;
  readonly clock: Clock;
  readonly run: RunTool;
  /** As node:os tells them; undefined where they cannot be had. */
  readonly addresses: () => AddressTable | undefined;
  /** Interface of the way; undefined: by the default route. */
  readonly name: string | undefined;
  /** The terminal has no modem: the shop's network is its way even while no cable is in. */
  readonly lanOnly: boolean;
  /** A proxy is set up for the payment application. */
  readonly hasProxy: boolean;
  /** Control sockets of wpa_supplicant; undefined for wpa_cli's own default. */
  readonly wpaFolder: string | undefined;
}

export interface LinkLook {
  readonly links: readonly Link[];
  /** Interface of the default route; undefined where there is none, or none to be seen. */
  readonly out: string | undefined;
  readonly way: Way | undefined;
  readonly readings: readonly Reading[];
}

export interface LinkWatch {
  /** `matters`: something is wrong. Undefined where sysfs is closed, as on Android: there applications tell of the network. */
  look(matters: boolean): Promise<LinkLook | undefined>;
}

export function createLinkWatch(options: LinkWatchOptions): LinkWatch {
  const { root, clock } = options;
  const links = createLinks(root);
  const flaps = createFlaps();
  const address = createAddressWatch(root, clock);
  const wifi = createWifi({ root, clock, run: options.run, controlFolder: options.wpaFolder });
  const counters = createPassiveCounters(root);
  const router = createRouterWatch(root);
  let way: Way | undefined;

  async function radio(link: Link | undefined, matters: boolean): Promise<readonly Reading[]> {
    if (link?.kind === "wifi") return wifi.look(link, matters || !link.isReady);
    const nowMs = clock.monoMs();
    return [measured("lan.wifi_rssi_dbm", undefined, nowMs), measured("lan.wifi_auth", undefined, nowMs)];
  }

  function choose(found: readonly Link[], routes: readonly Route[] | undefined): Way | undefined {
    const { name: configured, lanOnly } = options;
    return chooseWay({ links: found, routes: routes ?? [], last: way, configured, lanOnly });
  }

  return {
    look: async (matters) => {
      const found = links.read();
      if (!found) return undefined;
      const routes = readRoutes(root);
      const nowMs = clock.monoMs();
      flaps.see(found, nowMs);
      way = choose(found, routes);
      const lost = way ? flaps.count(way.name, nowMs) : 0;
      const link = found.find(({ name }) => name === way?.name);
      const addresses = options.addresses();
      const own = link && addresses && addressesOf(addresses, link.name);
      const view = { links: found, routes, addresses, way, flaps: lost, hasProxy: options.hasProxy };
      const out = routes?.find(({ isHalf }) => !isHalf)?.name;
      const passive = [
        ...linkReadings(view, nowMs),
        ...address.see(link, own),
        ...counters.look(way?.name, nowMs),
        ...(link?.isReady ? router.look(way, nowMs) : []),
      ];
      return { links: found, out, way, readings: [...passive, ...(await radio(link, matters))] };
    },
  };
}
