/**
 * What takes memory: which card was in which module, how often things came and went lately, how much of the plan is used,
 * what was spent of daily budgets. Listens to facts and Readings, emits Readings when they change and once a minute, and
 * keeps a small file. Identities enter as they are and are held as prints.
 */
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import { createNap, type Nap } from "../base/nap.ts";
import type { ModemFact } from "../model/modem-fact.ts";
import type { Reading } from "../model/reading.ts";
import type { MemoryView } from "../model/view.ts";
import { amountReadings, memoryView, type Plan } from "./amounts.ts";
import { localDay } from "./calendar.ts";
import { createDeviceMemory, type DeviceMemory } from "./device-memory.ts";
import { Due } from "./due.ts";
import type { Ledger } from "./ledger.ts";
import { createSalt, printOf } from "./print.ts";
import { type Moment, Recollection, type Terms } from "./recollection.ts";
import { type Count, nothingRemembered, type Remembered } from "./remembered.ts";
import type { Store } from "./store.ts";

export interface MemoryOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: (readings: readonly Reading[]) => void;
  readonly terms: Terms;
  readonly plan: Plan;
  /** The network settings in force, as any text that is another whenever they are. */
  readonly settings: string;
  /** Changes with every boot of the terminal: counters of interfaces begin anew. */
  readonly systemBoot: string;
  /** Whether somebody outside answers at this moment, e.g. the broker. */
  readonly reached: () => boolean;
  /** Least time between writes that are not urgent. */
  readonly saveEveryMs: number;
}

/** Counters of a network interface. */
export interface InterfaceCount extends Count {
  readonly name: string;
  /** Changes when the interface is made anew. */
  readonly index: number;
  /** Whether the terminal's default route leads through it; undefined: not known. */
  readonly isWayOut: boolean | undefined;
}

export interface Memory {
  note(fact: ModemFact, atMs: number): void;
  see(readings: readonly Reading[]): void;
  countInterface(count: InterfaceCount): void;
  /** The agent itself is about to restart module or card: what follows from that is not counted. */
  excuse(): void;
  readonly ledger: Ledger;
  /** Of the terminal's own body. */
  readonly device: DeviceMemory;
  view(): MemoryView;
  /** Runs until the signal aborts; then everything is on disk, if the disk takes it. */
  run(stop: AbortSignal): Promise<void>;
}

class Remembering implements Memory {
  readonly #options: MemoryOptions;
  readonly #salt: string;
  readonly #held: Recollection;
  readonly #nap: Nap;
  #module: string | undefined;
  readonly #due: Due;
  readonly #told = new Map<string, Reading>();

  constructor(options: MemoryOptions, restored: Remembered) {
    this.#options = options;
    this.#salt = restored.salt;
    this.#held = new Recollection(restored, options.terms, this.#now);
    this.#nap = createNap(options.clock);
    const { wallMs, monoMs } = this.#now;
    this.#due = new Due(monoMs, options.saveEveryMs);
    const isSet = localDay(wallMs) !== undefined;
    const settings = printOf("settings", options.settings, this.#salt);
    if (this.#held.settings.meet(settings, isSet ? wallMs : undefined)) this.#due.want(true);
  }

  readonly ledger: Ledger = {
    spent: (name, day) => this.#held.spent.spent(name, day),
    days: (name) => this.#held.spent.days(name),
    spend: (name, day) => {
      this.#held.spent.spend(name, day);
      return this.#save();
    },
  };

  readonly device: DeviceMemory = createDeviceMemory({
    history: () => this.#held.device,
    wallMs: () => this.#now.wallMs,
    changed: (urgent) => this.#changed(true, urgent),
  });

  note(fact: ModemFact, atMs: number): void {
    switch (fact.kind) {
      case "identity":
        this.#identify(fact.imei, fact.iccid);
        break;
      case "sim":
        this.#changed(this.#held.seeSim(fact.state, atMs));
        break;
      case "registration":
        this.#held.setRegistration(fact.state);
        break;
      case "cell":
        this.#changed(this.#held.serve(fact, atMs));
        break;
      case "restart":
        this.#held.restart(atMs);
        this.#changed(true);
        break;
      case "traffic":
        this.#countModem(fact);
        break;
      case "network_time":
    }
  }

  see(readings: readonly Reading[]): void {
    const now = this.#now;
    const changes = readings.filter((reading) => this.#held.see(reading, now));
    if (changes.some(({ signal }) => signal === "power.source")) this.#due.plug(now.monoMs);
    this.#changed(changes.length > 0);
  }

  countInterface({ name, index, sentBytes, receivedBytes, isWayOut }: InterfaceCount): void {
    this.#held.setWayOut(isWayOut);
    const life = printOf("boot", `${this.#options.systemBoot} ${index}`, this.#salt);
    const sample = { source: "interface", name, life, sentBytes, receivedBytes } as const;
    if (this.#held.count(sample, this.#now)) this.#due.want();
  }

  excuse(): void {
    this.#held.sim.moduleStarts(this.#now.monoMs);
    this.device.excuse(this.#now.monoMs);
  }

  view(): MemoryView {
    const { written, failed, setAside } = this.#options.store.counts();
    const file = { written, failed, set_aside: setAside };
    return { ...memoryView(this.#held, this.#options.plan, this.#now), file };
  }

  async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      this.#turn();
      if (this.#due.isDue(this.#now.monoMs)) await this.#save();
      await this.#nap.sleep(this.#due.patienceMs, stop);
    }
    this.#held.device.endInOrder();
    await this.#save();
  }

  get #now(): Moment {
    const { clock } = this.#options;
    return { monoMs: clock.monoMs(), wallMs: clock.wallMs() };
  }

  /** What changes with time alone, and everything once more: what is not repeated grows old. */
  #turn(): void {
    const now = this.#now;
    this.#held.book(now);
    if (this.#options.reached() && this.#held.proved(now)) this.#due.want();
    this.#tell(true);
  }

  #identify(imei: string | undefined, iccid: string | undefined): void {
    const module = imei === undefined ? null : printOf("module", imei, this.#salt);
    const card = iccid === undefined ? null : printOf("card", iccid, this.#salt);
    this.#module = module ?? "unread";
    const changed = this.#held.meet(module, card, this.#now);
    this.#changed(changed, true);
    this.#tell();
    if (!changed) return;
    const { module: otherModule, card: otherCard } = this.#held.pairs.changed() ?? {};
    this.#options.log("notice", "memory.pair", { module_changed: otherModule, card_changed: otherCard });
  }

  /** Before the module has said who it is, its counter may be that of another module. */
  #countModem({ sentBytes, receivedBytes }: Count): void {
    if (this.#module === undefined) return;
    const sample = { source: "modem", name: this.#module, life: "-", sentBytes, receivedBytes } as const;
    if (this.#held.count(sample, this.#now)) this.#due.want();
  }

  #changed(changed: boolean, urgent = false): void {
    if (!changed) return;
    this.#due.want(urgent);
    if (this.#due.isUrgent) this.#nap.wake();
    this.#tell();
  }

  /** `again`: also what is as it was. Never the same measurement twice. */
  #tell(again = false): void {
    const readings = amountReadings(this.#held, this.#options.plan, this.#now);
    const news = readings.filter((reading) => {
      const before = this.#told.get(reading.signal);
      return before?.value !== reading.value || !before || (again && before.atMs !== reading.atMs);
    });
    for (const reading of news) this.#told.set(reading.signal, reading);
    if (news.length > 0) this.#options.emit(news);
  }

  /** Resolves to whether it is on disk. */
  async #save(): Promise<boolean> {
    this.#due.begin(this.#now.monoMs);
    const written = await this.#options.store.write(this.#held.snapshot(this.#now));
    if (!written) this.#due.want();
    return written;
  }
}

/** Reads the file. Never rejects for what is in it, or because it cannot be read: then it begins with nothing. */
export async function openMemory(options: MemoryOptions): Promise<Memory> {
  const restored = (await options.store.read()) ?? nothingRemembered(createSalt());
  return new Remembering(options, restored);
}
