/** What was seen so far, and what it amounts to now. No I/O and no clock: every moment is an argument. */
import type { Reading } from "../model/reading.ts";
import { localDay } from "./calendar.ts";
import { DeviceHistory, wallSeconds } from "./device-history.ts";
import { Flow } from "./flow.ts";
import { SpentList } from "./ledger.ts";
import { Meters, type Sample } from "./meters.ts";
import { PairHistory } from "./pair-history.ts";
import { Recent } from "./recent.ts";
import type { Remembered } from "./remembered.ts";
import { Settings } from "./settings.ts";
import { SimFlaps } from "./sim-flaps.ts";
import { Usage, unreadCard } from "./usage.ts";

export interface Moment {
  readonly monoMs: number;
  readonly wallMs: number;
}

export interface Terms {
  /** Day of the month (1 to 28) on which the plan begins anew. */
  readonly planDay: number;
  /** Days with data after which a changed pair is in order. */
  readonly settleDays: number;
}

export interface Serving {
  readonly area: number | undefined;
  readonly cell: number;
}

const tenMinutesMs = 600_000;
const hourMs = 3_600_000;
const registered: ReadonlySet<unknown> = new Set(["home", "roaming"]);
const answered: ReadonlySet<unknown> = new Set(["approved", "declined"]);

export class Recollection {
  readonly pairs: PairHistory;
  readonly usage: Usage;
  readonly flow = new Flow();
  readonly sim = new SimFlaps();
  readonly cells = new Recent(tenMinutesMs);
  readonly restarts = new Recent(hourMs);
  readonly spent: SpentList;
  readonly settings: Settings;
  readonly device: DeviceHistory;
  readonly #salt: string;
  readonly #meters: Meters;
  #serving: Serving | undefined;
  #registered = false;
  #bearer = false;
  /** Whether what leaves the terminal goes through the modem; undefined: not known. */
  #wayOut: boolean | undefined;

  constructor(restored: Remembered, terms: Terms, now: Moment) {
    this.#salt = restored.salt;
    this.pairs = new PairHistory(restored.pairs, terms.settleDays);
    this.usage = new Usage(restored, terms.planDay);
    this.#meters = new Meters(restored.marks, now.monoMs);
    this.spent = new SpentList(restored.spent);
    this.settings = new Settings(restored.settings);
    this.device = new DeviceHistory(restored.device, restored.salt, restored.savedAtS);
    this.#restoreRecent(restored, now);
  }

  /** Whether a serving cell was ever told. */
  get knowsCell(): boolean {
    return this.#serving !== undefined;
  }

  /** What the card in use has used in its period; undefined while card or day are not known, or nothing counts bytes. */
  used(wallMs: number): ReturnType<Usage["used"]> {
    const { modem, interface: network } = this.#meters.marks;
    return modem || network ? this.usage.used(wallMs) : undefined;
  }

  /** Prints; null for what was not told. True when the pair is another than before. */
  meet(module: string | null, card: string | null, now: Moment): boolean {
    // What came in until this moment went through the card before.
    this.book(now);
    const changed = card !== null && this.pairs.meet(module, card);
    this.usage.meet(card ?? this.pairs.current?.card ?? unreadCard);
    this.book(now);
    return changed;
  }

  /** True when it counts as a change of cell. */
  serve(now: Serving, atMs: number): boolean {
    const before = this.#serving;
    this.#serving = now;
    if (!before) return false;
    const moved = now.area !== undefined && before.area !== undefined && now.area !== before.area;
    if (now.cell === before.cell && !moved) return false;
    this.cells.note(atMs);
    return true;
  }

  /** The module has started anew by itself. */
  restart(atMs: number): void {
    this.restarts.note(atMs);
    this.sim.moduleStarts(atMs);
  }

  /** True when bytes were booked. The module's print names its counter: another module's is another counter. */
  count(sample: Sample, now: Moment): boolean {
    const fresh = this.#meters.take(sample, now.monoMs);
    if (!fresh) return false;
    this.flow.add(fresh, now.monoMs);
    const bytes = fresh.sentBytes + fresh.receivedBytes;
    this.usage.book(bytes, localDay(now.wallMs), now.wallMs);
    return bytes > 0;
  }

  /** Books what waited for the clock to be set. */
  book(now: Moment): void {
    this.usage.book(0, localDay(now.wallMs), now.wallMs);
  }

  setWayOut(isModem: boolean | undefined): void {
    this.#wayOut = isModem;
  }

  setRegistration(state: unknown): void {
    this.#registered = registered.has(state);
  }

  /** True when a reading changes what is remembered. */
  see(reading: Reading, now: Moment): boolean {
    const ofDevice = this.device.see(reading, wallSeconds(now.wallMs));
    return this.#seeWay(reading, now) || ofDevice;
  }

  #seeWay({ signal, value, atMs }: Reading, now: Moment): boolean {
    switch (signal) {
      case "sim.state":
        return value !== undefined && this.seeSim(value, atMs);
      case "modem.reg_state":
        this.setRegistration(value);
        return false;
      case "modem.pdp_state":
        this.#bearer = value === "active";
        return false;
      case "modem.source":
        if (value === "app") this.#meetUnread();
        return false;
      case "txn.outcome":
        return answered.has(value) && this.#reached(now);
      case "net.tcp_host":
        return value === "ok" && this.#reached(now);
      case "net.internet_probe":
        return value === "ok" && this.proved(now);
      default:
        return false;
    }
  }

  /** The acquirer's host itself was there. */
  #reached(now: Moment): boolean {
    const news = this.settings.prove();
    return this.proved(now) || news;
  }

  /** An application does not tell which card it is; what is used is used all the same. */
  #meetUnread(): void {
    if (this.sim.ready && !this.usage.current) this.usage.meet(unreadCard);
  }

  /** True when the card went or came back. */
  seeSim(state: unknown, atMs: number): boolean {
    const before = this.sim.ready;
    // A card that is being read is neither gone nor back.
    if (state !== "busy") this.sim.see(state === "ready", atMs);
    return before !== this.sim.ready;
  }

  /**
   * Somebody answered from outside. That a bearer stands is not enough: a card that was stopped may keep it and carry
   * nothing. True when this is the first time today.
   */
  proved(now: Moment): boolean {
    const today = localDay(now.wallMs);
    return this.#registered && this.#bearer && this.#carries && today !== undefined && this.pairs.worked(today);
  }

  /** With another way out, e.g. Wi-Fi, the answer came that way, unless something came back through the modem as well. */
  get #carries(): boolean {
    return this.#wayOut !== false || (this.flow.received()?.bytes ?? 0) > 0;
  }

  snapshot(now: Moment): Remembered {
    return {
      salt: this.#salt,
      cards: this.usage.cards,
      pairs: this.pairs.pairs,
      marks: this.#meters.marks,
      unbookedBytes: this.usage.unbookedBytes,
      savedAtS: localDay(now.wallMs) === undefined ? null : Math.round(now.wallMs / 1_000),
      recent: {
        flaps: this.sim.recent.ages(now.monoMs),
        cells: this.cells.ages(now.monoMs),
        restarts: this.restarts.ages(now.monoMs),
      },
      settings: this.settings.known,
      spent: this.spent.list,
      device: this.device.snapshot(),
    };
  }

  /** By the wall clock, which goes on while the terminal is off; without it nobody knows how long ago that was. */
  #restoreRecent({ savedAtS, recent }: Remembered, now: Moment): void {
    const laterS = savedAtS === null ? -1 : now.wallMs / 1_000 - savedAtS;
    if (laterS < 0) return;
    this.sim.recent.restore(recent.flaps, laterS, now.monoMs);
    this.cells.restore(recent.cells, laterS, now.monoMs);
    this.restarts.restore(recent.restarts, laterS, now.monoMs);
  }
}
