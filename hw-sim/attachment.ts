/**
 * The cellular side of the modem: SIM, registration and data bearer, each waiting on the one below it. Whoever changes
 * something calls `settle`; what follows comes in its own time, as events that the persona turns into bytes.
 */
import { type Agenda, createAgenda, type SimClock } from "./clock.ts";
import type { PersonaEvent, Timing } from "./persona.ts";
import type { Dice } from "./random.ts";
import { Stage } from "./stage.ts";
import type { RegistrationStat, World } from "./world.ts";

/** "busy": the card is being read; "off": the modem has it switched off (+CFUN=0, or before the boot is done). */
export type SimNow = World["sim"] | "busy" | "off";

/** Why there is no service; the layer names the table of 3GPP TS 24.301 the cause is from. A null cause was not given. */
export type Refusal = { readonly layer: "emm" | "esm"; readonly cause: number | null };

/** The events of card, registration and bearer. */
export type CellularEvent = Exclude<PersonaEvent, "boot" | "shut_down" | "storm">;

export interface AttachmentSetup {
  readonly clock: SimClock;
  readonly dice: Dice;
  readonly timing: Timing;
  /** APNs in the subscription. */
  readonly apns: readonly string[];
  readonly world: () => World;
  /** The value of +CFUN: 0, 1 or 4. */
  readonly cfun: () => number;
  readonly emit: (event: CellularEvent) => void;
}

/** ESM #27, "missing or unknown APN" (TS 24.301 §9.9.4.4). */
const UNKNOWN_APN = 27;
/** "Insufficient resources" (ESM) and "congestion" (EMM): what a crowded network answers. */
const CROWDED = { esm: 26, emm: 22 };
/** Illegal UE, illegal ME, no services at all: the card counts as invalid until power-off or removal (TS 24.301 §5.5.1.2.5). */
const FINAL_CAUSES: readonly (number | null)[] = [3, 6, 8];

export class Attachment {
  readonly #setup: AttachmentSetup;
  readonly #agenda: Agenda;
  readonly #sim: Stage<SimNow>;
  readonly #stat: Stage<RegistrationStat>;
  /** The APN of the bearer; empty without one. */
  readonly #bearer: Stage<string>;
  /** The final cause this card was refused with; it does not ask again. */
  #barred: number | null = null;
  /** Turned away from a crowded cell, it waits out the timer T3346 (TS 24.301 §5.3.7b). */
  #waiting = false;

  constructor(setup: AttachmentSetup) {
    this.#setup = setup;
    this.#agenda = createAgenda(setup.clock);
    this.#sim = new Stage<SimNow>(this.#agenda, "off");
    this.#stat = new Stage<RegistrationStat>(this.#agenda, 0);
    this.#bearer = new Stage<string>(this.#agenda, "");
  }

  get sim(): SimNow {
    return this.#sim.now;
  }
  get stat(): RegistrationStat {
    return this.#stat.now;
  }
  get bearer(): boolean {
    return this.#bearer.now !== "";
  }
  get registered(): boolean {
    return isRegistered(this.stat);
  }

  /** Why there is no service right now, as far as the network said so. */
  refusal(): Refusal | undefined {
    if (this.stat === 3) return { layer: "emm", cause: this.#emmCause() };
    const cause = this.bearerRefusal();
    return this.registered && cause !== undefined ? { layer: "esm", cause } : undefined;
  }

  /** The ESM cause with which the network refuses a bearer. */
  bearerRefusal(): number | undefined {
    const { pdp, apn, congestion } = this.#setup.world();
    if (typeof pdp === "object") return pdp.rejected;
    if (congestion) return CROWDED.esm;
    return this.#setup.apns.includes(apn) ? undefined : UNKNOWN_APN;
  }

  /** Everything where the world wants it, at once and without a word: the terminal has been on for hours. */
  settleNow(): void {
    const { sim } = this.#setup.world();
    this.#sim.jump(this.#setup.cfun() === 0 ? "off" : sim);
    this.#stat.jump(this.#statAim());
    this.#bearer.jump(this.#bearerAim());
  }

  /** Sets off whatever follows from the world as it now is. */
  settle(): void {
    this.#settleSim();
    this.#settleStat();
    this.#settleBearer();
  }

  #emmCause(): number | null {
    return this.#waiting ? CROWDED.emm : (this.#barred ?? this.#setup.world().reject_cause);
  }

  /** Power gone: nothing is known and nothing is on its way. */
  stop(): void {
    this.#agenda.clear();
    this.#barred = null;
    this.#waiting = false;
    this.#sim.jump("off");
    this.#stat.jump(0);
    this.#bearer.jump("");
  }

  /** +CGACT has done its work: the bearer is where the command wants it, without further delay. */
  bearerNow(): void {
    const aim = this.#bearerAim();
    if (aim === this.#bearer.now) return;
    this.#bearer.jump(aim);
    this.#setup.emit(aim === "" ? "bearer_down_local" : "bearer_up");
  }

  #settleSim(): void {
    const { timing } = this.#setup;
    const aim = this.#simAim();
    const reading = aim !== "absent" && aim !== "busy" && aim !== "off";
    this.#sim.aim(aim, this.#delay(reading ? timing.sim_init : timing.sim_detect), (from) => {
      const event = simEvent(from, aim);
      if (event) this.#setup.emit(event);
      this.settle();
    });
  }

  #simAim(): SimNow {
    const { sim } = this.#setup.world();
    if (this.#setup.cfun() === 0) return "off";
    if (sim === "absent") return "absent";
    return this.sim === "absent" || this.sim === "off" ? "busy" : sim;
  }

  #settleStat(): void {
    const end = this.#statAim();
    if (end === 0) this.#barred = null;
    const aim = this.stat === 0 && end !== 0 ? 2 : end;
    this.#stat.aim(aim, this.#delay(this.#statDelay(aim)), (from) => {
      if (aim === 3) this.#denied();
      this.#setup.emit("registration");
      if (isRegistered(from) && !isRegistered(aim)) this.#detached(aim);
      this.settle();
    });
  }

  #statAim(): RegistrationStat {
    const { signal, registration, congestion } = this.#setup.world();
    if (this.#setup.cfun() !== 1 || this.sim !== "ready") return 0;
    if (signal === "none") return 2;
    const crowded = congestion && isRegistered(registration.stat) && !this.registered;
    return this.#waiting || this.#barred !== null || crowded ? 3 : registration.stat;
  }

  #denied(): void {
    const { registration, reject_cause } = this.#setup.world();
    if (this.#barred !== null || this.#waiting) return;
    if (registration.stat === 3) {
      if (FINAL_CAUSES.includes(reject_cause)) this.#barred = reject_cause;
      return;
    }
    this.#waiting = true;
    this.#agenda.after(this.#setup.dice.between(this.#setup.timing.backoff), () => {
      this.#waiting = false;
      if (this.stat !== 3) return;
      this.#stat.jump(2);
      this.#setup.emit("registration");
      this.settle();
    });
  }

  #statDelay(aim: RegistrationStat): readonly [number, number] {
    const { timing } = this.#setup;
    if (aim === 2 && this.stat === 0) return timing.search;
    if (aim === 2 && this.#setup.world().signal === "none") return timing.coverage_lost;
    if (aim === 0 || this.registered) return timing.detach;
    return timing.attach;
  }

  #detached(now: RegistrationStat): void {
    if (this.bearer) {
      this.#bearer.jump("");
      this.#setup.emit("bearer_down_local");
    }
    if (now === 0) this.#setup.emit("me_detach");
    else if (this.#setup.world().signal !== "none") this.#setup.emit("network_detach");
  }

  #settleBearer(): void {
    const { timing } = this.#setup;
    const end = this.#bearerAim();
    const aim = this.bearer && end !== this.#bearer.now ? "" : end;
    this.#bearer.aim(aim, this.#delay(aim === "" ? timing.bearer_down : timing.bearer_up), () => {
      this.#setup.emit(aim === "" ? this.#bearerLoss() : "bearer_up");
      this.settle();
    });
  }

  #bearerLoss(): CellularEvent {
    const { pdp, congestion } = this.#setup.world();
    return typeof pdp === "object" || congestion ? "bearer_down_network" : "bearer_down_local";
  }

  #bearerAim(): string {
    const { pdp, apn } = this.#setup.world();
    return this.registered && pdp === "active" && this.bearerRefusal() === undefined ? apn : "";
  }

  #delay(range: readonly [number, number]): () => number {
    return () => this.#setup.dice.between(range);
  }
}

function isRegistered(stat: RegistrationStat): boolean {
  // 9 and 10: registered, circuit-switched fallback not preferred.
  return stat === 1 || stat === 5 || stat === 9 || stat === 10;
}

function simEvent(from: SimNow, to: SimNow): CellularEvent | undefined {
  if (to === "absent") return from === "off" ? "sim_missing" : "sim_removed";
  if (to === "busy") return from === "absent" ? "sim_inserted" : undefined;
  return `sim_${to}`;
}
