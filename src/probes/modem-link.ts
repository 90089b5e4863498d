/** One modem on one open port, from the clean start through set-up and recognition to the looks at it. */
import type { ModemIdentity } from "../at/parse/identity.ts";
import type { Urc } from "../at/urc.ts";
import { absent, reading } from "../model/reading.ts";
import { type Identified, identify } from "../modem/identify.ts";
import { builtInModems, type ModemKnowledge } from "../modem/modem-knowledge.ts";
import type { RecoveryRequests } from "../modem/profile.ts";
import { generic } from "../modem/profiles/generic.ts";
import { noOddities, type Oddities, odditiesOf } from "../modem/quirks.ts";
import { recoveryOf } from "../modem/recovery.ts";
import type { Session } from "../modem/session.ts";
import { Dialogue } from "./modem-dialogue.ts";
import type { LookOptions } from "./modem-look.ts";
import { ModemPoll } from "./modem-poll.ts";
import { nothingKnown } from "./modem-readings.ts";
import type { Restarts } from "./modem-restarts.ts";
import type { SimIdentity } from "./modem-sim.ts";
import type { Pace } from "./probe.ts";

export interface LinkOptions extends LookOptions {
  readonly restarts: Restarts;
  /** What is known of modems; without it what comes with the program. */
  readonly known?: ModemKnowledge | undefined;
}

export class ModemLink {
  readonly #dialogue: Dialogue;
  readonly #options: LinkOptions;
  #startNeeded = true;
  #heard = false;
  #answering = false;
  #identity: ModemIdentity | undefined;
  #identified: Identified | undefined;
  #oddities: Oddities = noOddities;
  #poll: ModemPoll | undefined;

  constructor(session: Session, options: LinkOptions) {
    this.#dialogue = new Dialogue(session);
    this.#options = options;
  }

  /** Whether the modem has answered on this port at all. */
  get heard(): boolean {
    return this.#heard;
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

  get recovery(): RecoveryRequests {
    return recoveryOf(this.#identified?.profile ?? generic, this.#oddities);
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
  async look(pace: Pace): Promise<boolean> {
    if (this.#startNeeded) await this.#start();
    if (this.#startNeeded || !this.#poll) {
      this.#options.emit(nothingKnown(this.#options.clock.monoMs(), this.#options.apn !== undefined));
      return false;
    }
    const changed = await this.#poll.run(pace);
    this.#judge();
    return changed || this.#startNeeded;
  }

  /** Leaves `startNeeded` set when nobody answers. */
  async #start(): Promise<void> {
    this.#startNeeded = false;
    if (await this.#dialogue.greet()) {
      this.#heard = true;
      // Who waits for the modem need not wait for its set-up.
      this.#options.emit([reading("modem.at_response", "ok", this.#options.clock.monoMs())]);
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
    const { profiles, quirks } = this.#options.known ?? builtInModems;
    this.#identified = identify(identity, profiles);
    this.#oddities = odditiesOf(identity, quirks);
    this.#dialogue.adopt(this.#oddities);
    const profile = this.#identified?.profile ?? generic;
    this.#poll = new ModemPoll(this.#dialogue, { identity, profile, oddities: this.#oddities }, this.#options);
    this.#options.log("notice", "modem.profile", { profile: profile.id, reason: this.#identified?.reason });
  }

  /** Silence is a reading as soon as it is known; after any trouble the next look starts clean. */
  #judge(): void {
    const { trouble } = this.#dialogue;
    if (trouble !== undefined) this.#startNeeded = true;
    const answering = trouble === undefined || trouble === "reset";
    if (trouble === "silent") this.#onSilence();
    this.#answering = answering;
  }

  /** A modem that starts as it was told to is silent for a while, and nothing is wrong with it. */
  #onSilence(): void {
    const { clock, emit, log, restarts } = this.#options;
    const nowMs = clock.monoMs();
    const starting = restarts.expected(nowMs);
    emit([starting ? absent("modem.at_response", nowMs) : reading("modem.at_response", "timeout", nowMs)]);
    if (this.#answering && !starting) log("warning", "modem.silent");
  }
}
