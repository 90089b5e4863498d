/**
 * The modem: bytes in from its ports, bytes out to them, and a cellular side that follows the world. What it says stands in the
 * persona; this file only keeps its life: on, booting, hung, gone.
 */
import { Attachment } from "./attachment.ts";
import { type Agenda, createAgenda, type SimClock } from "./clock.ts";
import { type Crash, createCrash } from "./crash.ts";
import type { Answer, Persona, PortRole, Value } from "./persona.ts";
import { type ModemPort, PortGroup } from "./port-group.ts";
import { createDice, type Dice } from "./random.ts";
import { createResponder } from "./responder.ts";
import { type View, viewModem } from "./view.ts";
import type { World } from "./world.ts";

export interface ModemSetup {
  readonly persona: Persona;
  readonly clock: SimClock;
  readonly seed: number;
  readonly port: ModemPort;
  readonly world: () => World;
  /** A command changed the world (a PIN entered, a bearer asked for). */
  readonly changeWorld: (change: Partial<World>) => void;
  readonly wallMs: () => number;
  readonly traffic: () => { readonly sent: number; readonly received: number };
  /** Something happened to the modem; for those who watch. */
  readonly happened: (event: string) => void;
}

/** Events with which the transmitter comes on. */
const LOADS: readonly string[] = ["registration", "bearer_up"];

export class Modem {
  readonly attachment: Attachment;
  readonly #setup: ModemSetup;
  /** Power-up and restart. */
  readonly #life: Agenda;
  readonly #crash: Crash;
  readonly #ports: PortGroup;
  /** Delays of what happens to it, whatever its client asks or enables. */
  readonly #physics: Dice;
  #settings: Record<string, Value>;
  #running = false;

  constructor(setup: ModemSetup) {
    const { persona, clock, seed, port } = setup;
    this.#setup = setup;
    this.#physics = createDice(seed, "physics");
    this.#life = createAgenda(clock);
    this.#crash = createCrash({
      clock,
      dice: this.#physics,
      power: () => setup.world().power,
      crash: () => {
        setup.happened("reset");
        this.#restart();
      },
    });
    this.#settings = { ...persona.settings };
    this.#ports = new PortGroup({
      ...{ persona, clock, seed, port, world: setup.world },
      responder: createResponder(persona),
      view: () => this.#common(),
      obey: (answer) => this.#obey(answer),
    });
    this.attachment = new Attachment({
      clock,
      dice: this.#physics,
      timing: persona.timing,
      apns: persona.apns,
      world: setup.world,
      cfun: () => Number(this.#settings["cfun"]),
      emit: (event) => this.#unsolicited(event),
    });
  }

  /** The modem is up and past its boot. */
  get running(): boolean {
    return this.#running;
  }

  /** As its first port for commands shows it. */
  view(): View {
    return this.#ports.at.view();
  }

  /** As found on a terminal that has been on for hours: port there, registered, nothing said. */
  startSettled(): void {
    this.#ports.attach(this.#setup.world().renumber);
    this.#running = true;
    this.attachment.settleNow();
  }

  /** The world is no longer what it was. */
  follow(before: World): void {
    const { power, silent, renumber, leftover } = this.#setup.world();
    if (power !== before.power) this.#followPower(power, before.power);
    if (silent && !before.silent) this.#ports.hush();
    if (renumber !== before.renumber && this.#running) this.#moveTo(renumber);
    if (leftover !== "none") this.#find(leftover);
    if (this.#running) this.attachment.settle();
  }

  /** Bytes from the client. */
  receive(bytes: Buffer, role: PortRole = "at"): void {
    if (this.#running && !this.#setup.world().silent) this.#ports.receive(bytes, role);
  }

  /** Bytes out of nowhere, as from a faulty wire. */
  inject(bytes: Buffer): void {
    if (this.#running) this.#ports.at.say(bytes.toString("latin1"));
  }

  /** One more of the lines that a modem in a storm of reports says. */
  storm(): void {
    this.#report("storm");
  }

  close(): void {
    this.#lose();
  }

  #common(): View {
    const { persona, world, traffic, wallMs } = this.#setup;
    const { attachment } = this;
    const now = { world: world(), traffic: traffic(), wallMs: wallMs() };
    return viewModem({ persona, settings: this.#settings, attachment, ...now });
  }

  #obey({ set, does }: Answer): void {
    Object.assign(this.#settings, set);
    if (does) this.#do(does);
  }

  #do(deed: NonNullable<Answer["does"]>): void {
    const { changeWorld, persona } = this.#setup;
    const later = (act: () => void) => void this.#life.after(this.#physics.between(persona.timing.restart), act);
    const deeds: Readonly<Record<typeof deed, () => void>> = {
      unlock_sim: () => changeWorld({ sim: "ready" }),
      activate: () => {
        changeWorld({ pdp: "active" });
        this.attachment.bearerNow();
      },
      deactivate: () => {
        changeWorld({ pdp: "inactive" });
        this.attachment.bearerNow();
      },
      function_changed: () => this.attachment.settle(),
      shut_down: () => {
        this.#unsolicited("shut_down");
        later(() => changeWorld({ power: "off" }));
      },
      restart: () => later(() => this.#restart()),
    };
    deeds[deed]();
  }

  #followPower(power: World["power"], before: World["power"]): void {
    this.#crash.callOff();
    if (power === "off") this.#lose();
    else if (before === "off") this.#boot();
    else if (this.#running) this.#crash.booted();
    if (this.attachment.registered) this.#crash.loaded();
  }

  #restart(): void {
    this.#lose();
    this.#boot();
  }

  #boot(): void {
    const { persona, happened, world } = this.#setup;
    this.#settings = { ...persona.settings };
    this.#ports.powerUp();
    this.#life.after(this.#physics.between(persona.timing.usb_up), () => {
      this.#ports.attach(world().renumber);
      happened("port_attached");
      this.#life.after(this.#physics.between(persona.timing.boot), () => {
        this.#running = true;
        this.#unsolicited("boot");
        this.#crash.booted();
        this.attachment.settle();
      });
    });
  }

  #lose(): void {
    this.#running = false;
    this.#life.clear();
    this.#crash.callOff();
    this.attachment.stop();
    this.#leaveBus();
  }

  #leaveBus(): void {
    this.#ports.hangUp();
    this.#setup.happened("port_gone");
  }

  /** Off the bus and on it again under another name, while the modem itself runs on. */
  #moveTo(name: string): void {
    this.#leaveBus();
    this.#life.after(this.#physics.between(this.#setup.persona.timing.usb_up), () => {
      this.#ports.attach(name);
      this.#setup.happened("port_attached");
    });
  }

  #find(leftover: World["leftover"]): void {
    this.#ports.leave(leftover);
    this.#setup.changeWorld({ leftover: "none" });
  }

  #unsolicited(event: string): void {
    this.#setup.happened(event);
    if (LOADS.includes(event) && this.attachment.registered) this.#crash.loaded();
    this.#report(event);
  }

  #report(event: string): void {
    if (this.#running) this.#ports.report(event, this.#settings["urcport"]);
  }
}
