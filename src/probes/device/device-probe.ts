/**
 * Watches the terminal's own body: supply, heat, storage, buses, clock, and what a vendor's service tells. Reads small files
 * and sends nothing (level 0). Supplies and the feed every five seconds, because a plug may be out for ten; the rest every
 * thirty, or every five while something is wrong. While much is drawn the voltages are sampled four times a second.
 */
import type { Log } from "../../base/log.ts";
import { createNap } from "../../base/nap.ts";
import { AppAge } from "../../model/app-age.ts";
import type { BootTraces, RestartCause, Totals } from "../../model/device-fact.ts";
import type { Reading } from "../../model/reading.ts";
import type { Emit, Pace, Probe } from "../probe.ts";
import { createFreshReadings } from "../way/fresh-readings.ts";
import { causeOfReason } from "./boot-reason.ts";
import { readBootTraces } from "./boot-traces.ts";
import { createFeed, type FeedSource } from "./feed.ts";
import type { FeedCounts, FeedFileOptions } from "./feed-file.ts";
import { Load } from "./load.ts";
import { createParts, type PartsOptions } from "./parts.ts";
import { createPower } from "./power.ts";
import { systemVersion } from "./system-version.ts";

/** What takes days to see is handed over to whoever remembers. */
export interface BodyMemory {
  begin(traces: BootTraces): void;
  explain(cause: RestartCause): void;
  meetVersion(of: "os" | "params", text: string): void;
  count(totals: Totals): void;
  excusedAtMs(): number | undefined;
}

export interface DeviceProbeOptions extends Omit<PartsOptions, "excusedAtMs"> {
  readonly emit: Emit;
  readonly log: Log;
  readonly memory: BodyMemory;
  /** Undefined: no vendor's service writes one. */
  readonly feed: Omit<FeedFileOptions, "log"> | undefined;
}

export interface DeviceProbe extends Probe {
  /** What others say, for what follows from it here: when much is drawn, and which version the application has. */
  note(readings: readonly Reading[]): void;
  /** Undefined where none is configured. */
  feedCounts(): FeedCounts | undefined;
}

const shortMs = 5_000;
const longMs: Readonly<Record<Pace, number>> = { slow: 30_000, quick: shortMs };
const sampleMs = 250;

function openFeed({ clock, log, memory, feed, root }: DeviceProbeOptions): FeedSource | undefined {
  if (!feed) return undefined;
  return createFeed(
    { ...feed, log, clock },
    {
      onTotals: (totals) => memory.count(totals),
      onSystem: ({ osVersion = systemVersion(root), paramVersion, bootReason, restartCause }) => {
        if (osVersion !== undefined) memory.meetVersion("os", osVersion);
        if (paramVersion !== undefined) memory.meetVersion("params", paramVersion);
        const cause = restartCause ?? (bootReason === undefined ? undefined : causeOfReason(bootReason));
        if (cause !== undefined) memory.explain(cause);
      },
    },
  );
}

/** One reading of each signal: what the feed has just ceased to tell the kernel may still know. */
function merged(own: readonly Reading[], told: readonly Reading[]): readonly Reading[] {
  const best = new Map(told.map((each) => [each.signal, each]));
  for (const each of own) if (each.quality !== "absent" || !best.has(each.signal)) best.set(each.signal, each);
  return [...best.values()];
}

class Watching implements DeviceProbe {
  readonly id = "device";
  readonly #options: DeviceProbeOptions;
  readonly #nap;
  readonly #power;
  readonly #parts;
  readonly #feed: FeedSource | undefined;
  readonly #load = new Load();
  readonly #appAge = new AppAge();
  readonly #fresh = createFreshReadings();
  #pace: Pace = "slow";
  #shortAtMs = Number.NEGATIVE_INFINITY;
  #longAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: DeviceProbeOptions) {
    this.#options = options;
    this.#nap = createNap(options.clock);
    this.#power = createPower(options.root);
    this.#parts = createParts({ ...options, excusedAtMs: () => options.memory.excusedAtMs() });
    this.#feed = openFeed(options);
  }

  async run(stop: AbortSignal): Promise<void> {
    this.#begin();
    const { clock } = this.#options;
    while (!stop.aborted) {
      const nowMs = clock.monoMs();
      const loaded = this.#load.holds(nowMs);
      if (loaded && nowMs - this.#shortAtMs < shortMs) this.#power.sample(loaded, nowMs);
      else await this.#look(loaded, nowMs);
      await this.#nap.sleep(loaded ? sampleMs : shortMs, stop);
    }
  }

  setPace(next: Pace): void {
    const quicker = next === "quick" && this.#pace === "slow";
    this.#pace = next;
    if (quicker) this.#nap.wake();
  }

  note(readings: readonly Reading[]): void {
    const begins = readings.filter((reading) => this.#load.note(reading)).length > 0;
    if (begins) this.#nap.wake();
    const follows = readings.flatMap((reading) => this.#appAge.note(reading));
    if (follows.length > 0) this.#options.emit(follows);
  }

  feedCounts(): FeedCounts | undefined {
    return this.#feed?.counts();
  }

  #begin(): void {
    const { root, memory } = this.#options;
    const traces = readBootTraces(root);
    if (traces) memory.begin(traces);
    // A vendor's service may know a version that says more; two sources in turn would look like a change.
    const version = this.#feed ? undefined : systemVersion(root);
    if (version !== undefined) memory.meetVersion("os", version);
  }

  async #look(loaded: boolean, nowMs: number): Promise<void> {
    this.#shortAtMs = nowMs;
    const told = this.#feed?.look() ?? [];
    const own = [...this.#power.look(loaded, nowMs), ...(await this.#rest(nowMs))];
    const known = own.filter(({ signal }) => !this.#feed?.tells(signal));
    const news = this.#fresh.of(merged(known, told));
    if (news.length > 0) this.#options.emit(news);
  }

  async #rest(nowMs: number): Promise<readonly Reading[]> {
    if (nowMs - this.#longAtMs < longMs[this.#pace]) return [];
    this.#longAtMs = nowMs;
    return this.#parts.look();
  }
}

export function createDeviceProbe(options: DeviceProbeOptions): DeviceProbe {
  return new Watching(options);
}
