/** One modem on one open port, from the clean start through set-up and recognition to the looks at it. */
import type { ModemIdentity } from "../at/parse/identity.ts";
import type { Urc } from "../at/urc.ts";
import type { Log } from "../base/log.ts";
import { reading } from "../model/reading.ts";
import { type Identified, identify } from "../modem/identify.ts";
import { generic } from "../modem/profiles/generic.ts";
import { profiles } from "../modem/profiles/index.ts";
import type { Session } from "../modem/session.ts";
import { Dialogue } from "./modem-dialogue.ts";
import { ModemPoll, type PollOptions, type SimIdentity } from "./modem-poll.ts";
import { nothingKnown } from "./modem-readings.ts";

export interface LinkOptions extends PollOptions {
  readonly log: Log;
}

export class ModemLink {
  readonly #dialogue: Dialogue;
  readonly #options: LinkOptions;
  #startNeeded = true;
  #answering = false;
  #identity: ModemIdentity | undefined;
  #identified: Identified | undefined;
  #poll: ModemPoll | undefined;

  constructor(session: Session, options: LinkOptions) {
    this.#dialogue = new Dialogue(session);
    this.#options = options;
  }

  /** Whether the last look got answers. */
  get answering(): boolean {
    return this.#answering;
  }

  get identity(): ModemIdentity | undefined {
    return this.#identity;
  }

  get identified(): Identified | undefined {
    return this.#identified;
  }

  get simIdentity(): SimIdentity | undefined {
    return this.#poll?.simIdentity;
  }

  /** The modem has started anew: what was set up is gone. */
  onReset(): void {
    this.#startNeeded = true;
    this.#options.log("notice", "modem.reset");
  }

  /** True when an unsolicited line calls for a look. */
  hear(urc: Urc): boolean {
    return this.#poll?.hear(urc) ?? false;
  }

  /** One look, with a clean start before it where one is due. True when something is not as it was. */
  async look(): Promise<boolean> {
    if (this.#startNeeded) await this.#start();
    if (this.#startNeeded || !this.#poll) {
      this.#options.emit(nothingKnown(this.#options.clock.monoMs(), this.#options.apn !== undefined));
      return false;
    }
    const changed = await this.#poll.run();
    this.#judge();
    return changed || this.#startNeeded;
  }

  /** Leaves `startNeeded` set when nobody answers. */
  async #start(): Promise<void> {
    this.#startNeeded = false;
    if (await this.#dialogue.greet()) {
      // Echo and error form first, so that the answers by which the modem is recognised are clean.
      await this.#dialogue.setUp(generic);
      if (!this.#poll) await this.#recognise();
      const profile = this.#identified?.profile ?? generic;
      if (profile !== generic) await this.#dialogue.setUp(profile);
    }
    this.#judge();
  }

  async #recognise(): Promise<void> {
    const identity = await this.#dialogue.identify();
    if (this.#dialogue.trouble) return;
    this.#identity = identity;
    this.#identified = identify(identity, profiles);
    const profile = this.#identified?.profile ?? generic;
    this.#poll = new ModemPoll(this.#dialogue, profile, this.#options);
    this.#options.log("notice", "modem.profile", { profile: profile.id, reason: this.#identified?.reason });
  }

  /** Silence is a reading as soon as it is known; after any trouble the next look starts clean. */
  #judge(): void {
    const { trouble } = this.#dialogue;
    if (trouble !== undefined) this.#startNeeded = true;
    const answering = trouble === undefined || trouble === "reset";
    if (trouble === "silent") {
      this.#options.emit([reading("modem.at_response", "timeout", this.#options.clock.monoMs())]);
      if (this.#answering) this.#options.log("warning", "modem.silent");
    }
    this.#answering = answering;
  }
}
