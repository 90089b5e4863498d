/**
 * One terminal of the fleet in its place in the world: switched on and off as the world has it, behind a gate that stands open
 * while there is a way out, looking around as its brain wants, and selling when customers come.
 */
import type { FleetTerminal } from "../../hw-sim/fleet/population.ts";
import type { Way } from "../../hw-sim/fleet/shares.ts";
import type { TerminalState } from "../../hw-sim/fleet/state.ts";
import type { Sale, Till } from "../../hw-sim/fleet/till.ts";
import type { Case, Diagnosis } from "../../src/model/case.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { Position } from "../../src/outbox/outbox.ts";
import type { UplinkStatus } from "../../src/uplink/uplink.ts";
import { createPaperLedger } from "../support/paper-ledger.ts";
import { type Boot, boot } from "./boot.ts";
import { createGate } from "./gate.ts";
import { levels } from "./readings.ts";
import type { FleetSite } from "./site.ts";
import { toldSale } from "./told-sale.ts";

export interface MemberView {
  readonly uplink: UplinkStatus;
  readonly cases: readonly Case[];
  readonly diagnosis: Diagnosis;
  readonly newest: readonly Reading[];
  readonly waiting: number;
  readonly position: Position;
}

export interface Member {
  readonly terminal: FleetTerminal;
  /** Lives on to this moment of the fleet's time. */
  tick(nowMs: number): void;
  /** Undefined while it is off. */
  view(): MemberView | undefined;
  state(): TerminalState;
  /** Switches it off, with a goodbye where that is possible. */
  end(): Promise<void>;
}

export interface MemberHearers {
  onSale(sale: Sale): void;
  /** It did not come up, or did not end well: the simulation itself is broken. */
  onFailure(error: unknown): void;
}

const lookMs = { slow: 60_000, quick: 10_000 } as const;
/** From the plug to the agent. */
const bootTakesMs = 40_000;

/** What a terminal notices by itself, without asking. */
function keyOf({ supply, radio, shopLink, via, router }: TerminalState): string {
  return [supply, radio?.registration, radio?.bearer, radio?.cause, shopLink, via, router].join();
}

/** By what it reaches the broker; undefined: by nothing. */
function wayOut({ via, toBroker }: TerminalState): Way | undefined {
  return via !== undefined && toBroker.includes(via) ? via : undefined;
}

/** The customers, one after the other. */
class Counter {
  readonly #till: Till;
  #nextMs: number;
  #running: { readonly sale: Sale; readonly endMs: number } | undefined;

  constructor(till: Till) {
    this.#till = till;
    this.#nextMs = till.next();
  }

  /** Nobody is served. */
  skip(nowMs: number): void {
    this.#running = undefined;
    while (this.#nextMs <= nowMs) this.#nextMs = this.#till.next();
  }

  /** The sale that has ended by now. */
  serve(nowMs: number, stateAt: (atMs: number) => TerminalState): Sale | undefined {
    const ended = this.#running && this.#running.endMs <= nowMs ? this.#running.sale : undefined;
    if (ended) this.#running = undefined;
    if (!this.#running && this.#nextMs <= nowMs) {
      const sale = this.#till.sell(stateAt(this.#nextMs));
      this.#running = { sale, endMs: Math.max(nowMs, this.#nextMs) + sale.tookMs };
      this.#nextMs = this.#till.next();
    }
    return ended;
  }
}

class LivingMember implements Member {
  readonly terminal: FleetTerminal;
  readonly #site: FleetSite;
  readonly #hearers: MemberHearers;
  readonly #gate = createGate();
  readonly #ledger = createPaperLedger();
  readonly #counter: Counter;
  #life: Boot | undefined;
  #isChanging = false;
  #changed = Promise.resolve();
  #boots = 0;
  #wasCut = false;
  /** What its sockets go by. */
  #way: Way | undefined;
  #seen = "";
  #lookAtMs = 0;

  constructor(site: FleetSite, terminal: FleetTerminal, hearers: MemberHearers) {
    this.terminal = terminal;
    this.#site = site;
    this.#hearers = hearers;
    this.#counter = new Counter(site.world.tillOf(terminal, site.clock.nowMs()));
  }

  state(): TerminalState {
    return this.#stateAt(this.#site.clock.nowMs());
  }

  view(): MemberView | undefined {
    const life = this.#life;
    return (
      life && {
        uplink: life.uplink.status(),
        cases: life.thinker.cases.open(),
        diagnosis: life.brain.diagnosis(),
        newest: life.thinker.book.newest(),
        waiting: life.outbox.pendingCount(),
        position: life.outbox.position(),
      }
    );
  }

  tick(nowMs: number): void {
    const state = this.#stateAt(nowMs);
    const isOn = state.supply === "mains" || state.supply === "battery";
    if (!isOn || !this.#life) this.#counter.skip(nowMs);
    if (this.#isChanging) return;
    if (this.#life && isOn) this.#live(this.#life, state, nowMs);
    else if (this.#life) this.#switchOff(this.#life, state.supply === "cut");
    else if (isOn) this.#switchOn(state, nowMs);
  }

  async end(): Promise<void> {
    await this.#changed;
    const life = this.#life;
    this.#life = undefined;
    await life?.end();
  }

  #stateAt(atMs: number): TerminalState {
    return this.#site.world.stateOf(this.terminal, atMs);
  }

  #change(act: () => Promise<void>): void {
    this.#isChanging = true;
    this.#changed = act()
      .catch(this.#hearers.onFailure)
      .finally(() => {
        this.#isChanging = false;
      });
  }

  #switchOn(state: TerminalState, nowMs: number): void {
    this.#boots += 1;
    this.#passBy(wayOut(state));
    const { terminal } = this;
    // Whoever is there at the beginning has been on for a while.
    const beforeMs = this.#boots === 1 ? (terminal.index * 7_919_000) % 86_400_000 : 0;
    const own = { ledger: this.#ledger, boots: this.#boots, bootMs: nowMs - beforeMs - bootTakesMs };
    this.#change(async () => {
      const life = await boot(this.#site, { terminal, ...own }, this.#gate);
      life.see([reading("device.reboot_reason", this.#wasCut ? "power_loss" : "normal", life.clock.monoMs())]);
      this.#seen = "";
      this.#life = life;
    });
  }

  #switchOff(life: Boot, isCut: boolean): void {
    this.#wasCut = isCut;
    this.#life = undefined;
    if (isCut) this.#passBy(undefined);
    this.#change(life.end);
  }

  #live(life: Boot, state: TerminalState, nowMs: number): void {
    this.#passBy(wayOut(state));
    const ended = this.#counter.serve(nowMs, (atMs) => this.#stateAt(atMs));
    if (ended) {
      this.#hearers.onSale(ended);
      life.see(toldSale(ended, life.clock.monoMs()));
    }
    this.#look(life, state, nowMs);
  }

  #passBy(now: Way | undefined): void {
    if (now === this.#way) return;
    // Another way has another address: what stood on the old one is gone.
    if (this.#way !== undefined) this.#gate.close();
    if (now !== undefined) this.#gate.open();
    this.#way = now;
  }

  #look(life: Boot, state: TerminalState, nowMs: number): void {
    const key = keyOf(state);
    if (key === this.#seen && nowMs < this.#lookAtMs) return;
    life.see(levels(state, this.terminal, life.clock.monoMs()));
    this.#seen = key;
    this.#lookAtMs = nowMs + lookMs[life.pace()];
  }
}

export function createMember(site: FleetSite, terminal: FleetTerminal, hearers: MemberHearers): Member {
  return new LivingMember(site, terminal, hearers);
}
