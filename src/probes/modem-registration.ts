/** The look at the registration: the best of all domains, and the cause of a refusal. */
import type { KnownRequest } from "../at/commands.ts";
import { parseRegistration, type Registration, type RegistrationDomain } from "../at/parse/registration.ts";
import type { Dialogue } from "./modem-dialogue.ts";
import { firstLine, type LookOptions } from "./modem-look.ts";
import { bestRegistration, measured, type RegSignal, regSignal, rejectCauseOf } from "./modem-readings.ts";

/** Asked in this order until one says registered; the rest says nothing then. */
const requests = ["AT+CEREG?", "AT+C5GREG?", "AT+CGREG?", "AT+CREG?"] as const satisfies readonly KnownRequest[];

export class RegistrationLook {
  readonly #dialogue: Dialogue;
  readonly #options: LookOptions;
  readonly #all = new Map<RegistrationDomain, Registration>();
  #signal: RegSignal | undefined;
  /** Cause that came in a line of its own, while no registration has followed it. */
  #told: number | undefined;
  /** So many questions have to be asked, as far as the last look tells. */
  #needed = 1;

  constructor(dialogue: Dialogue, options: LookOptions) {
    this.#dialogue = dialogue;
    this.#options = options;
  }

  get best(): Registration | undefined {
    return bestRegistration(this.#all.values());
  }

  /** Value of `modem.reg_state`. */
  get signal(): RegSignal | undefined {
    return this.#signal;
  }

  get registered(): boolean {
    return this.#signal === "home" || this.#signal === "roaming";
  }

  get rejectCause(): number | undefined {
    return rejectCauseOf(this.#all.values()) ?? (this.#signal === "denied" ? this.#told : undefined);
  }

  /** What this look will ask, as far as the last one tells. */
  get expected(): readonly KnownRequest[] {
    return requests.slice(0, this.#needed);
  }

  async look(): Promise<void> {
    // What this modem does not know need not be asked with every look. But +CEREG may be refused for a moment, while the
    // modem starts, and without it a modem that is on LTE may look unregistered: then it is asked again.
    const skips = (request: KnownRequest): boolean =>
      this.#dialogue.refuses(request) && (this.registered || request === "AT+C5GREG?");
    const asked = requests.filter((request) => !skips(request));
    this.#all.clear();
    this.#needed = requests.length;
    for (const request of asked) {
      const found = firstLine(await this.#dialogue.ask(request), parseRegistration);
      if (!found) continue;
      this.#all.set(found.domain, found);
      if (regSignal(found.state) !== "home" && regSignal(found.state) !== "roaming") continue;
      this.#needed = requests.indexOf(request) + 1;
      break;
    }
    this.#tell();
  }

  hear(registration: Registration): void {
    this.#all.set(registration.domain, registration);
    this.#tell();
  }

  hearRejection(cause: number): void {
    this.#told = cause;
  }

  #tell(): void {
    const { best } = this;
    this.#signal = best && regSignal(best.state);
    if (this.registered) this.#told = undefined;
    this.#options.emit([measured("modem.reg_state", this.#signal, this.#options.clock.monoMs())]);
    if (this.#signal !== undefined) this.#options.onFact({ kind: "registration", state: this.#signal });
  }
}
