/** One look at everything a modem can tell, and what its unsolicited lines say in between. Emits Readings as they come. */
import type { KnownRequest } from "../at/commands.ts";
import type { Urc } from "../at/urc.ts";
import { DataLook } from "./modem-data.ts";
import type { Dialogue } from "./modem-dialogue.ts";
import { type Errand, Errands } from "./modem-errands.ts";
import type { LookOptions, Subject } from "./modem-look.ts";
import { RadioLook } from "./modem-radio.ts";
import { csqReading } from "./modem-readings.ts";
import { RegistrationLook } from "./modem-registration.ts";
import { type SimIdentity, SimLook } from "./modem-sim.ts";
import type { Pace } from "./probe.ts";

/** Modems do not report every change of the card (a pulled tray without a contact, a switched eSIM). */
const cardMs = 300_000;

export class ModemPoll {
  readonly #dialogue: Dialogue;
  readonly #options: LookOptions;
  readonly #sim: SimLook;
  readonly #registration: RegistrationLook;
  readonly #radio: RadioLook;
  readonly #data: DataLook;
  readonly #errands: Errands;
  /** The card has not answered since the last look but one. */
  #suspected = false;

  constructor(dialogue: Dialogue, subject: Subject, options: LookOptions) {
    this.#dialogue = dialogue;
    this.#options = options;
    this.#sim = new SimLook(dialogue, subject, options);
    this.#registration = new RegistrationLook(dialogue, options);
    this.#radio = new RadioLook(dialogue, subject, options);
    this.#data = new DataLook(dialogue, options);
    this.#errands = new Errands(dialogue, subject, options);
    this.#errands.plan(this.#sim.check, cardMs);
  }

  get simIdentity(): SimIdentity {
    return this.#sim.identity;
  }

  /** True when SIM or registration are not what they were at the last look. */
  async run(pace: Pace): Promise<boolean> {
    const before = this.#state;
    await this.#sim.look();
    const errand = this.#errands.next(pace);
    await this.#dialogue.prefetch(this.#expected(errand));
    await this.#radio.lookAtStrength();
    await this.#registration.look();
    await this.#radio.look(this.#registration.best);
    await this.#data.look(this.#registration);
    await errand?.run();
    const { simSilent } = this.#dialogue;
    if (simSilent && !this.#suspected) this.#sim.suspect();
    this.#suspected = simSilent;
    return before !== this.#state;
  }

  /** What an unsolicited line says at once; true when it calls for a look. */
  hear(urc: Urc): boolean {
    this.#sim.hear(urc.kind === "sim_presence" || urc.kind === "sim_pin");
    switch (urc.kind) {
      case "registration":
        this.#registration.hear(urc.registration);
        return true;
      case "sim_presence":
        // A card that is there may still not work: only its absence is a fact already.
        if (urc.presence.inserted === false) this.#sim.tell("absent");
        return true;
      case "sim_pin":
        if (urc.pin.state && urc.pin.state !== "not_ready") this.#sim.tell(urc.pin.state);
        return true;
      case "packet":
        this.#data.hear(urc.event);
        return true;
      case "signal":
        this.#options.emit([csqReading(urc.rssiRaw, this.#options.clock.monoMs())]);
        return false;
      case "rejection":
        this.#registration.hearRejection(urc.cause);
        return true;
      // What the vendor's words mean for our bearer, the look tells.
      case "bearer":
      case "mode":
      case "service":
        return true;
      case "traffic":
      case "voltage":
      case "shutdown":
      case "notice":
        return false;
    }
  }

  get #state(): string {
    return `${this.#sim.state} ${this.#registration.signal} ${this.#sim.doubted}`;
  }

  /** What this look will ask, as far as the last one tells. */
  #expected(errand: Errand | undefined): readonly KnownRequest[] {
    const requests = [
      "AT+CSQ",
      ...this.#registration.expected,
      this.#radio.request,
      ...this.#data.expected,
      errand?.request(),
    ] as const;
    return requests.filter((request) => request !== undefined);
  }
}
