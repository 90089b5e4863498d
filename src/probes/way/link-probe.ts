/**
 * Watches the terminal's own side of the way: interface, carrier, address, route, Wi-Fi, and what the kernel counts. Small
 * files only, every two seconds while something is wrong and every four while nothing is; sends nothing (level 0),
 * costs no bytes. Also counts the modem's bytes for those who remember, twice a minute.
 */
import { createNap } from "../../base/nap.ts";
import type { Emit, Pace, Probe } from "../probe.ts";
import { createFreshReadings } from "./fresh-readings.ts";
import { createLinkWatch, type LinkWatchOptions } from "./link-watch.ts";
import { createModemCounter, type InterfaceTraffic } from "./traffic.ts";
import type { Way } from "./way.ts";

export interface LinkProbeOptions extends LinkWatchOptions {
  readonly emit: Emit;
  /** Interface of the modem, whose bytes are counted; undefined: the busiest of those that look like a modem's. */
  readonly modemName: string | undefined;
  onTraffic(traffic: InterfaceTraffic): void;
}

export interface LinkProbe extends Probe {
  /** The way as of the last look. */
  way(): Way | undefined;
}

/** A lost carrier is to be known within five seconds. */
const periodMs: Readonly<Record<Pace, number>> = { slow: 4_000, quick: 2_000 };

export function createLinkProbe(options: LinkProbeOptions): LinkProbe {
  const { root, clock, emit, modemName: name } = options;
  const nap = createNap(clock);
  const watch = createLinkWatch(options);
  const counter = createModemCounter({ root, name, clock, onTraffic: (traffic) => options.onTraffic(traffic) });
  const fresh = createFreshReadings();
  let way: Way | undefined;
  let pace: Pace = "slow";

  async function look(): Promise<void> {
    const found = await watch.look(pace === "quick");
    if (!found) return;
    way = found.way;
    const news = fresh.of(found.readings);
    if (news.length > 0) emit(news);
    counter.count(found.links, found.out);
  }

  return {
    id: "link",
    run: async (stop) => {
      while (!stop.aborted) {
        await look();
        await nap.sleep(periodMs[pace], stop);
      }
    },
    setPace: (next) => {
      const quicker = next === "quick" && pace === "slow";
      pace = next;
      if (quicker) nap.wake();
    },
    way: () => way,
  };
}
