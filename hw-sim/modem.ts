/**
 * The modem: bytes in from a port, bytes out to it, and a cellular side that follows the world. What it says stands in the
 * persona; this file only keeps its life: on, booting, hung, gone.
 */
import { Attachment } from "./attachment.ts";
import { type Agenda, createAgenda, type SimClock } from "./clock.ts";
import { createCommandInput } from "./command-input.ts";
import { commandsIn } from "./command-line.ts";
import type { Answer, Persona, Value } from "./persona.ts";
import { createDice, type Dice } from "./random.ts";
import { createResponder } from "./responder.ts";
import { type View, viewModem } from "./view.ts";
import { createWire } from "./wire.ts";
import type { World } from "./world.ts";

export interface ModemPort {
  attach(): void;
  hangUp(): void;
  write(bytes: Buffer): void;
}

export interface ModemSetup {
  readonly persona: Persona;
  readonly clock: SimClock;
  readonly seed: number;
  readonly port: ModemPort;
  readonly world: () => World;
  /** A command changed the world (a PIN entered, a bearer asked for). */
  readonly changeWorld: (change: Partial<World>) => void;
  readonly traffic: () => { readonly sent: number; readonly received: number };
  /** Something happened to the modem; for those who watch. */
  readonly happened: (event: string) => void;
}

/** Commands that wait while one runs; a modem has no more patience either. */
const WAITING_LIMIT = 16;

export class Modem {
  readonly attachment: Attachment;
  readonly #setup: ModemSetup;
  /** Replies and unsolicited lines on their way out; a silent or dead modem drops them. */
  readonly #speech: Agenda;
  /** Power-up and restart. */
  readonly #life: Agenda;
  readonly #input = createCommandInput();
  readonly #responder;
  readonly #toWire;
  /** Delays of what it says. */
  readonly #manners: Dice;
  /** Delays of what happens to it, whatever its client asks or enables. */
  readonly #physics: Dice;
  #settings: Record<string, Value>;
  #waiting: string[] = [];
  #busy = false;
  #running = false;

  constructor(setup: ModemSetup) {
    const { persona, clock, seed, port } = setup;
    this.#setup = setup;
    this.#manners = createDice(seed, "manners");
    this.#physics = createDice(seed, "physics");
    this.#speech = createAgenda(clock);
    this.#life = createAgenda(clock);
    this.#responder = createResponder(persona);
    this.#toWire = createWire(this.#speech, createDice(seed, "wire"), (bytes) => port.write(bytes));
    this.#settings = { ...persona.settings };
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

  view(): View {
    const { persona, world, traffic } = this.#setup;
    return viewModem({
      persona,
      settings: this.#settings,
      world: world(),
      attachment: this.attachment,
      traffic: traffic(),
    });
  }

  /** As found on a terminal that has been on for hours: port there, registered, nothing said. */
  startSettled(): void {
    this.#setup.port.attach();
    this.#running = true;
    this.attachment.settleNow();
  }

  /** The world is no longer what it was. */
  follow(before: World): void {
    const { power, silent } = this.#setup.world();
    if (power === "off" && before.power === "on") this.#lose();
    if (power === "on" && before.power === "off") this.#boot();
    if (silent && !before.silent) this.#hush();
    if (this.#running) this.attachment.settle();
  }

  /** Bytes from the client. */
  receive(bytes: Buffer): void {
    if (!this.#running || this.#setup.world().silent) return;
    if (this.#settings["echo"] === 1) this.#say(bytes);
    for (const line of this.#input.take(bytes)) {
      // V.250 §5.2.1: a command line begins with AT; anything else is not for the modem.
      if (/^at/i.test(line) && this.#waiting.length < WAITING_LIMIT) this.#waiting.push(line);
    }
    this.#next();
  }

  /** Bytes out of nowhere, as from a faulty wire. */
  inject(bytes: Buffer): void {
    if (this.#running) this.#say(bytes);
  }

  close(): void {
    this.#lose();
  }

  #next(): void {
    const line = this.#busy ? undefined : this.#waiting.shift();
    if (line === undefined) return;
    this.#busy = true;
    const whole = this.#responder.find(line, this.view()) !== undefined;
    this.#perform(whole ? [line] : commandsIn(line));
  }

  #perform([command = "", ...rest]: readonly string[]): void {
    const { delay_ms = [15, 36] as const } = this.#responder.find(command, this.view()) ?? {};
    this.#speech.after(this.#manners.between(delay_ms), () => {
      // Looked up again when it is due: the SIM may have gone while the modem was at it.
      const answer = this.#responder.find(command, this.view());
      const told = rest.length > 0 ? this.#responder.told(answer, this.view()) : undefined;
      if (told !== undefined) {
        this.#carryOut(told, answer);
        this.#perform(rest);
        return;
      }
      this.#busy = false;
      this.#carryOut(this.#responder.render(answer, this.view()), answer);
      this.#next();
    });
  }

  #carryOut(reply: string, answer: Answer | undefined): void {
    this.#say(Buffer.from(reply, "latin1"));
    Object.assign(this.#settings, answer?.set);
    if (answer?.does) this.#do(answer.does);
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
      restart: () =>
        later(() => {
          this.#lose();
          this.#boot();
        }),
    };
    deeds[deed]();
  }

  #boot(): void {
    const { persona, port, happened } = this.#setup;
    this.#settings = { ...persona.settings };
    this.#life.after(this.#physics.between(persona.timing.usb_up), () => {
      port.attach();
      happened("port_attached");
      this.#life.after(this.#physics.between(persona.timing.boot), () => {
        this.#running = true;
        this.#unsolicited("boot");
        this.attachment.settle();
      });
    });
  }

  #lose(): void {
    this.#running = false;
    this.#life.clear();
    this.#hush();
    this.attachment.stop();
    this.#setup.port.hangUp();
    this.#setup.happened("port_gone");
  }

  /** Whatever it was about to say is never said. */
  #hush(): void {
    this.#speech.clear();
    this.#input.reset();
    this.#waiting = [];
    this.#busy = false;
  }

  #unsolicited(event: string): void {
    this.#setup.happened(event);
    const view = this.view();
    if (view["urcport"] !== "usbat" && view["urcport"] !== "all") return;
    for (const { bytes, after_ms } of this.#responder.unsolicited(event, view)) {
      this.#speech.after(this.#manners.between(after_ms), () => this.#say(Buffer.from(bytes, "latin1")));
    }
  }

  #say(bytes: Buffer): void {
    const { silent, wire } = this.#setup.world();
    if (!silent) this.#toWire(bytes, wire);
  }
}
