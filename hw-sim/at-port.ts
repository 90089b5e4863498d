/**
 * One serial port of the modem on which commands are taken: command lines in, replies and reports out, one command at a time.
 * Echo and result forms belong to the port (V.250 §6.2), everything else to the modem.
 */
import { type Agenda, createAgenda, type SimClock } from "./clock.ts";
import { createCommandInput } from "./command-input.ts";
import { commandsIn } from "./command-line.ts";
import type { Answer, Persona, Value } from "./persona.ts";
import { createDice, type Dice } from "./random.ts";
import type { Responder } from "./responder.ts";
import { createTextPrompt } from "./text-prompt.ts";
import type { View } from "./view.ts";
import { createWire } from "./wire.ts";
import type { World } from "./world.ts";

/** The modem behind the port. */
export interface PortOwner {
  readonly responder: Responder;
  readonly persona: Persona;
  /** The modem without the settings of any port. */
  readonly view: () => View;
  readonly world: () => World;
  /** What a command changes beyond the port, after its result has been said. */
  readonly obey: (answer: Answer) => void;
}

export interface AtPortSetup extends PortOwner {
  readonly clock: SimClock;
  readonly seed: number;
  /** Keeps the chance of one port apart from another's. */
  readonly name: string;
  readonly send: (bytes: Buffer) => void;
}

const OWN_SETTINGS: readonly string[] = ["echo", "verbose", "cmee"];
/** Commands that wait while one runs; a modem has no more patience either. */
const WAITING_LIMIT = 16;
const USUAL_DELAY_MS = [15, 36] as const;
/** A command that somebody began and never ended. */
const HALF_COMMAND = "AT+CP";

export class AtPort {
  readonly #setup: AtPortSetup;
  /** Replies and reports on their way out; a silent or dead modem drops them. */
  readonly #speech: Agenda;
  readonly #input = createCommandInput();
  readonly #prompt = createTextPrompt();
  readonly #toWire;
  /** Delays of what it says. */
  readonly #manners: Dice;
  #own: Record<string, Value> = {};
  #waiting: string[] = [];
  #busy = false;

  constructor(setup: AtPortSetup) {
    const { clock, seed, name, send } = setup;
    this.#setup = setup;
    this.#speech = createAgenda(clock);
    this.#manners = createDice(seed, `manners${name}`);
    this.#toWire = createWire(this.#speech, createDice(seed, `wire${name}`), send);
    this.powerUp();
  }

  /** The modem as this port shows it. */
  view(): View {
    const common = this.#setup.view();
    return (key) => this.#own[key] ?? common(key);
  }

  /** Settings as after power-on. */
  powerUp(): void {
    const { settings } = this.#setup.persona;
    this.#own = Object.fromEntries(Object.entries(settings).filter(([key]) => OWN_SETTINGS.includes(key)));
  }

  /** Bytes from the client. */
  receive(bytes: Buffer): void {
    const { reply, rest } = this.#prompt.take(bytes);
    if (reply !== "") this.say(reply);
    if (rest.length > 0 && this.#own["echo"] === 1) this.#write(rest);
    for (const line of this.#input.take(rest)) {
      // V.250 §5.2.1: a command line begins with AT; anything else is not for the modem.
      if (/^at/i.test(line) && this.#waiting.length < WAITING_LIMIT) this.#waiting.push(line);
    }
    this.#next();
  }

  /** The lines of an event that the settings let through. */
  report(event: string): void {
    for (const { bytes, after_ms } of this.#setup.responder.unsolicited(event, this.view())) {
      this.#speech.after(this.#manners.between(after_ms), () => this.say(bytes));
    }
  }

  /** Another client was here, and left the port like this. */
  leave(what: World["leftover"]): void {
    if (what === "half_command") this.#input.take(Buffer.from(HALF_COMMAND));
    if (what === "sms_prompt") this.#prompt.open();
    if (what === "echo" || what === "no_echo") this.#own["echo"] = what === "echo" ? 1 : 0;
    if (what === "short_results") this.#own["verbose"] = 0;
  }

  /** Text, one byte a character (latin1); nothing is said by a hung modem. */
  say(text: string): void {
    this.#write(Buffer.from(text, "latin1"));
  }

  /** Whatever it was about to say is never said. */
  hush(): void {
    this.#speech.clear();
    this.#input.reset();
    this.#prompt.close();
    this.#waiting = [];
    this.#busy = false;
  }

  #next(): void {
    const line = this.#busy ? undefined : this.#waiting.shift();
    if (line === undefined) return;
    this.#busy = true;
    const whole = this.#setup.responder.find(line, this.view()) !== undefined;
    this.#perform(whole ? [line] : commandsIn(line));
  }

  #perform([command = "", ...rest]: readonly string[]): void {
    const { responder } = this.#setup;
    const { delay_ms = USUAL_DELAY_MS } = responder.find(command, this.view()) ?? {};
    this.#speech.after(this.#manners.between(delay_ms), () => {
      // Looked up again when it is due: the SIM may have gone while the modem was at it.
      const answer = responder.find(command, this.view());
      this.#adopt(answer);
      const told = rest.length > 0 ? responder.told(answer, this.view()) : undefined;
      if (told !== undefined) {
        this.#carryOut(told, answer);
        this.#perform(rest);
        return;
      }
      this.#busy = false;
      this.#carryOut(responder.render(answer, this.view()), answer);
      this.#next();
    });
  }

  /** The port's own settings hold for the result of the very command that makes them (V.250 §6.2.6). */
  #adopt(answer: Answer | undefined): void {
    for (const [key, value] of Object.entries(answer?.set ?? {})) {
      if (OWN_SETTINGS.includes(key)) this.#own[key] = value;
    }
  }

  #carryOut(reply: string, answer: Answer | undefined): void {
    this.say(reply);
    if (answer) this.#setup.obey(answer);
  }

  #write(bytes: Buffer): void {
    const { silent, wire } = this.#setup.world();
    if (!silent) this.#toWire(bytes, wire);
  }
}
