/** The look at the data path: the bearer that carries the terminal's data, its APN, and why the network refuses. */
import type { NasCause } from "../at/causes.ts";
import type { KnownRequest } from "../at/commands.ts";
import { type ContextDefinition, parseCeer, parseCgact, parseCgdcont } from "../at/parse/data.ts";
import type { PacketEvent } from "../at/parse/packet-event.ts";
import { reading } from "../model/reading.ts";
import type { Dialogue } from "./modem-dialogue.ts";
import type { LookOptions } from "./modem-look.ts";
import { apnReadings, bearerReadings, type DataContext, dataContext, endsBearer, measured } from "./modem-readings.ts";
import type { RegistrationLook } from "./modem-registration.ts";

const definitionsKeptMs = 5_000;
/** "ESM failure": the cause proper is the bearer's. */
const esmFailure = 19;

export class DataLook {
  readonly #dialogue: Dialogue;
  readonly #options: LookOptions;
  #context: DataContext | undefined;
  #defined: readonly ContextDefinition[] = [];
  #definedMs = Number.NEGATIVE_INFINITY;

  constructor(dialogue: Dialogue, options: LookOptions) {
    this.#dialogue = dialogue;
    this.#options = options;
  }

  /** What this look will ask. */
  get expected(): readonly KnownRequest[] {
    return this.#definitionsKept ? ["AT+CGACT?"] : ["AT+CGACT?", "AT+CGDCONT?"];
  }

  async look(registration: RegistrationLook): Promise<void> {
    const context = await this.#dataContext();
    const { registered } = registration;
    const reject = registered ? undefined : registration.rejectCause;
    const denied = registration.best?.state === "denied" && (reject === undefined || reject === esmFailure);
    const cause = denied || (registered && context?.active === false) ? await this.#networkCause() : undefined;
    const told = cause?.layer === "emm" && !registered ? cause.cause : undefined;
    this.#options.emit([
      measured("modem.reject_cause", reject ?? told, this.#now),
      ...bearerReadings(context?.active, cause, this.#now),
      ...apnReadings(context?.apn, this.#options.apn, this.#now),
    ]);
  }

  hear(event: PacketEvent): void {
    if (endsBearer(event, this.#context?.cid)) this.#options.emit([reading("modem.pdp_state", "inactive", this.#now)]);
  }

  get #now(): number {
    return this.#options.clock.monoMs();
  }

  /** Only a command changes them, so they are not read with every look in quick pace. */
  get #definitionsKept(): boolean {
    return this.#now - this.#definedMs < definitionsKeptMs && this.#dialogue.simReady;
  }

  async #dataContext(): Promise<DataContext | undefined> {
    this.#context = undefined;
    const defined = await this.#definitions();
    const states = await this.#dialogue.ask("AT+CGACT?");
    if (states.kind !== "info") return undefined;
    this.#context = dataContext(defined, parseCgact(states.info));
    return this.#context ?? { cid: 1, apn: defined[0]?.apn ?? "", active: false };
  }

  async #definitions(): Promise<readonly ContextDefinition[]> {
    if (this.#definitionsKept) return this.#defined;
    const answer = await this.#dialogue.ask("AT+CGDCONT?");
    this.#defined = answer.kind === "info" ? parseCgdcont(answer.info) : [];
    this.#definedMs = answer.kind === "info" ? this.#now : Number.NEGATIVE_INFINITY;
    return this.#defined;
  }

  async #networkCause(): Promise<NasCause | undefined> {
    const answer = await this.#dialogue.ask("AT+CEER");
    return answer.kind === "info" ? parseCeer(answer.info)?.cause : undefined;
  }
}
