/** The look at the SIM: its state with every look, who it is after every change and every five minutes. */
import type { KnownRequest } from "../at/commands.ts";
import { parseImsi } from "../at/parse/identity.ts";
import { presenceParsers } from "../at/parse/presence.ts";
import { parseCpin, parseIccid, type SimState, simStateOfCme } from "../at/parse/sim.ts";
import { reading } from "../model/reading.ts";
import type { Answer, Dialogue } from "./modem-dialogue.ts";
import type { Errand } from "./modem-errands.ts";
import { firstLine, type LookOptions, type Subject } from "./modem-look.ts";
import { measured, type SimSignal, simSignal } from "./modem-readings.ts";

/** +CME ERROR of 27.007 §9.2. */
const simBusy = 14;

export interface SimIdentity {
  readonly iccid: string | undefined;
  readonly imsi: string | undefined;
}

export class SimLook {
  readonly #dialogue: Dialogue;
  readonly #subject: Subject;
  readonly #options: LookOptions;
  #state: SimSignal | undefined;
  #identity: SimIdentity = { iccid: undefined, imsi: undefined };
  /** The question that the card has answered. */
  #asked: KnownRequest | undefined;
  /** The modem says READY from memory, but the card did not answer. */
  #doubted = false;
  /** The modem has reported something, about whatever, on this port. */
  #reporting = false;
  /** Something has happened to the card since the last look. */
  #stirred = false;
  /** Ways to bring reports here that have not been tried. */
  readonly #redirections: KnownRequest[];

  constructor(dialogue: Dialogue, subject: Subject, options: LookOptions) {
    this.#dialogue = dialogue;
    this.#subject = subject;
    this.#redirections = subject.oddities.of("reports_elsewhere").flatMap(({ requests }) => requests);
    this.#options = options;
  }

  get state(): SimSignal | undefined {
    return this.#state;
  }

  get identity(): SimIdentity {
    return this.#identity;
  }

  async look(): Promise<void> {
    const before = this.#state;
    const answer = await this.#dialogue.ask("AT+CPIN?");
    if (this.#dialogue.trouble === undefined) this.#options.emit([reading("modem.at_response", "ok", this.#now)]);
    const told = answer.kind === "no" ? simStateOfCme(answer.code) : firstLine(answer, parseCpin)?.state;
    const state = await this.#doubtRemoved(await this.#checkedAgainstTray(told, answer));
    this.#state = state && simSignal(state);
    this.#dialogue.simReady = this.#state === "ready";
    this.tell(state);
    await this.#missedReport(before);
    const stirred = this.#stirred;
    this.#stirred = false;
    if (this.#state !== "ready") return;
    if (before !== "ready") await this.#readIdentity();
    else if (stirred) await this.#check();
  }

  /** The modem has reported something on this port, `aboutCard` or about something else. */
  hear(aboutCard: boolean): void {
    this.#reporting = true;
    this.#stirred ||= aboutCard;
  }

  /** The card did not answer: the next look asks who it is. */
  suspect(): void {
    this.#stirred = true;
  }

  /** Looks whether the card is still there and still the same. */
  get check(): Errand {
    return {
      request: () => (this.#state === "ready" ? this.#asked : undefined),
      run: () => this.#check(),
    };
  }

  /** True when the card has to be looked at again soon. */
  get doubted(): boolean {
    return this.#doubted;
  }

  get #now(): number {
    return this.#options.clock.monoMs();
  }

  /** Emits what is known of the card's state. */
  tell(state: SimState | undefined): void {
    const signal = state && simSignal(state);
    this.#options.emit([measured("sim.state", signal, this.#now)]);
    if (signal !== undefined) this.#options.onFact({ kind: "sim", state: signal });
  }

  /** Where the answer to +CPIN? leaves it open, the contact of the tray may know. */
  async #checkedAgainstTray(told: SimState | undefined, answer: Answer): Promise<SimState | undefined> {
    const question = this.#subject.profile.simPresence;
    const open =
      answer.kind !== "none" && (told === undefined || simSignal(told) === "error" || simSignal(told) === "busy");
    if (!open || question === undefined) return told;
    const contact = await this.#dialogue.ask(question.request);
    const inserted = contact.kind === "info" ? presenceParsers[question.parser](contact.info) : undefined;
    return inserted === false ? "absent" : told;
  }

  /** A card that was doubted is ready only when it answers. */
  async #doubtRemoved(state: SimState | undefined): Promise<SimState | undefined> {
    if (!this.#doubted || this.#asked === undefined || state === undefined) return state;
    this.#dialogue.simReady = simSignal(state) === "ready";
    this.#doubted = this.#dialogue.simReady && this.#isGone(await this.#dialogue.ask(this.#asked));
    return this.#doubted ? "absent" : state;
  }

  async #check(): Promise<void> {
    if (this.#asked === undefined) return this.#readIdentity();
    const answer = await this.#dialogue.ask(this.#asked);
    if (answer.kind === "none") return;
    const iccid = firstLine(answer, parseIccid);
    if (this.#isGone(answer)) this.#doubted = true;
    else if (iccid !== undefined && iccid !== this.#identity.iccid) await this.#readIdentity();
    else if (iccid !== undefined) this.#tellIdentity();
  }

  /** A refusal says that the card is gone only where the question was answered before, and only in the codes known for it. */
  #isGone(answer: Answer): boolean {
    if (answer.kind !== "no") return false;
    const { code } = answer;
    return code !== undefined && this.#subject.oddities.of("card_gone").some(({ codes }) => codes.includes(code));
  }

  /** A card that came or went without a word, on a port where no word was ever heard: the modem may report to another. */
  async #missedReport(before: SimSignal | undefined): Promise<void> {
    const known = before !== undefined && this.#state !== undefined;
    const moved = known && (before === "absent") !== (this.#state === "absent");
    const request = moved && !this.#reporting && !this.#doubted ? this.#redirections.shift() : undefined;
    if (request === undefined) return;
    const { kind } = await this.#dialogue.ask(request);
    this.#options.log("notice", "modem.reports_redirected", { request, accepted: kind === "info" });
  }

  async #readIdentity(): Promise<void> {
    let iccid: string | undefined;
    for (const request of this.#subject.profile.iccid) {
      const answer = await this.#dialogue.ask(request);
      iccid = firstLine(answer, parseIccid);
      this.#stirred ||= answer.kind === "no" && answer.code === simBusy;
      if (iccid === undefined) continue;
      this.#asked = request;
      break;
    }
    this.#identity = { iccid, imsi: parseImsi(await this.#dialogue.firstInfo(["AT+CIMI"])) };
    // A modem that started anew meanwhile, or a card that was busy, is asked again with the next look.
    this.#stirred ||= this.#dialogue.trouble !== undefined;
    this.#tellIdentity();
  }

  #tellIdentity(): void {
    this.#options.onFact({ kind: "identity", imei: this.#subject.identity.imei, iccid: this.#identity.iccid });
  }
}
