/** One look at everything a modem can tell, and what its unsolicited lines say in between. Emits Readings as they come. */
import type { NasCause } from "../at/causes.ts";
import type { KnownRequest } from "../at/commands.ts";
import { type ContextDefinition, parseCeer, parseCgact, parseCgdcont } from "../at/parse/data.ts";
import { parseImsi } from "../at/parse/identity.ts";
import { type RadioQuality, radioParsers } from "../at/parse/quality.ts";
import { parseCsq } from "../at/parse/radio.ts";
import { parseRegistration, type Registration, type RegistrationDomain } from "../at/parse/registration.ts";
import { parseCpin, parseIccid, parseQsimstat, type SimState, simStateOfCme } from "../at/parse/sim.ts";
import type { Urc } from "../at/urc.ts";
import type { Clock } from "../base/clock.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { VendorProfile } from "../modem/profile.ts";
import type { Answer, Dialogue } from "./modem-dialogue.ts";
import {
  apnReadings,
  bearerReadings,
  bestRegistration,
  csqReading,
  type DataContext,
  dataContext,
  endsBearer,
  measured,
  radioReadings,
  regSignal,
  rejectCauseOf,
  type SimSignal,
  simSignal,
} from "./modem-readings.ts";
import type { Emit } from "./probe.ts";

export interface PollOptions {
  readonly clock: Clock;
  readonly emit: Emit;
  /** The APN the terminal is meant to use. */
  readonly apn: string | undefined;
}

export interface SimIdentity {
  readonly iccid: string | undefined;
  readonly imsi: string | undefined;
}

/** Asked in this order until one says registered; the rest says nothing then. */
const registrationRequests = [
  "AT+CEREG?",
  "AT+C5GREG?",
  "AT+CGREG?",
  "AT+CREG?",
] as const satisfies readonly KnownRequest[];
const definitionsKeptMs = 5_000;
/** "ESM failure": the cause proper is the bearer's. */
const esmFailure = 19;

function firstOf<T>(answer: Answer, parse: (line: string) => T | undefined): T | undefined {
  if (answer.kind !== "info") return undefined;
  for (const line of answer.info) {
    const parsed = parse(line);
    if (parsed !== undefined) return parsed;
  }
  return undefined;
}

export class ModemPoll {
  readonly #dialogue: Dialogue;
  readonly #profile: VendorProfile;
  readonly #options: PollOptions;
  readonly #registrations = new Map<RegistrationDomain, Registration>();
  #sim: SimSignal | undefined;
  #registered: string | undefined;
  #radioAt = 0;
  #context: DataContext | undefined;
  #defined: readonly ContextDefinition[] = [];
  #definedMs = Number.NEGATIVE_INFINITY;
  #simIdentity: SimIdentity = { iccid: undefined, imsi: undefined };

  constructor(dialogue: Dialogue, profile: VendorProfile, options: PollOptions) {
    this.#dialogue = dialogue;
    this.#profile = profile;
    this.#options = options;
  }

  get simIdentity(): SimIdentity {
    return this.#simIdentity;
  }

  /** True when SIM or registration are not what they were at the last look. */
  async run(): Promise<boolean> {
    const before = `${this.#sim} ${this.#registered}`;
    await this.#lookAtSim();
    await this.#dialogue.prefetch(this.#expected());
    this.#emit(csqReading(firstOf(await this.#dialogue.ask("AT+CSQ"), parseCsq)?.rssiRaw, this.#now));
    await this.#lookAtRegistration();
    const best = bestRegistration(this.#registrations.values());
    this.#emit(...radioReadings(await this.#radio(), best?.act, this.#now));
    await this.#lookAtData(best);
    return before !== `${this.#sim} ${this.#registered}`;
  }

  /** What an unsolicited line says at once; true when it calls for a look. */
  hear(urc: Urc): boolean {
    switch (urc.kind) {
      case "registration":
        this.#registrations.set(urc.registration.domain, urc.registration);
        this.#emitRegistration();
        return true;
      case "sim_presence":
        // A card that is there may still not work: only its absence is a fact already.
        if (urc.presence.inserted === false) this.#emit(reading("sim.state", "absent", this.#now));
        return true;
      case "sim_pin":
        if (urc.pin.state && urc.pin.state !== "not_ready") this.#emitSim(urc.pin.state);
        return true;
      case "packet":
        if (endsBearer(urc.event, this.#context?.cid)) this.#emit(reading("modem.pdp_state", "inactive", this.#now));
        return true;
      case "signal":
        this.#emit(csqReading(urc.rssiRaw, this.#now));
        return false;
      case "notice":
        return false;
    }
  }

  get #now(): number {
    return this.#options.clock.monoMs();
  }

  #emit(...readings: readonly Reading[]): void {
    this.#options.emit(readings);
  }

  #emitSim(state: SimState | undefined): void {
    this.#emit(measured("sim.state", state && simSignal(state), this.#now));
  }

  #emitRegistration(): void {
    const best = bestRegistration(this.#registrations.values());
    this.#registered = best && regSignal(best.state);
    this.#emit(measured("modem.reg_state", this.#registered, this.#now));
  }

  /** What this look will ask, as far as the last one tells. */
  #expected(): readonly KnownRequest[] {
    const question = this.#profile.radio[this.#radioAt];
    const enough = this.#registered === undefined || this.#registered === "home" || this.#registered === "roaming";
    return [
      "AT+CSQ",
      "AT+CEREG?",
      ...(enough ? [] : (["AT+CGREG?", "AT+CREG?"] as const)),
      ...(question ? [question.request] : []),
      "AT+CGACT?",
    ];
  }

  async #lookAtSim(): Promise<void> {
    const before = this.#sim;
    const answer = await this.#dialogue.ask("AT+CPIN?");
    if (this.#dialogue.trouble === undefined) this.#emit(reading("modem.at_response", "ok", this.#now));
    const told = answer.kind === "no" ? simStateOfCme(answer.code) : firstOf(answer, parseCpin)?.state;
    const state = await this.#checkedAgainstTray(told, answer);
    this.#sim = state && simSignal(state);
    this.#dialogue.simReady = this.#sim === "ready";
    this.#emitSim(state);
    if (this.#sim === "ready" && before !== "ready") await this.#readSimIdentity();
  }

  /** Where the answer to +CPIN? leaves it open, the contact of the tray may know. */
  async #checkedAgainstTray(told: SimState | undefined, answer: Answer): Promise<SimState | undefined> {
    const request = this.#profile.simPresence;
    const open =
      answer.kind !== "none" && (told === undefined || simSignal(told) === "error" || simSignal(told) === "busy");
    if (!open || request === undefined) return told;
    const presence = firstOf(await this.#dialogue.ask(request), parseQsimstat);
    return presence?.enabled && presence.inserted === false ? "absent" : told;
  }

  async #readSimIdentity(): Promise<void> {
    const lines = await this.#dialogue.firstInfo(this.#profile.iccid);
    const iccid = lines.map(parseIccid).find((each) => each !== undefined);
    this.#simIdentity = { iccid, imsi: parseImsi(await this.#dialogue.firstInfo(["AT+CIMI"])) };
  }

  async #lookAtRegistration(): Promise<void> {
    this.#registrations.clear();
    for (const request of registrationRequests) {
      // Only 5G modems know this one; the others need not be asked with every look.
      if (request === "AT+C5GREG?" && this.#dialogue.refuses(request)) continue;
      const found = firstOf(await this.#dialogue.ask(request), parseRegistration);
      if (!found) continue;
      this.#registrations.set(found.domain, found);
      if (regSignal(found.state) === "home" || regSignal(found.state) === "roaming") break;
    }
    this.#emitRegistration();
  }

  async #radio(): Promise<RadioQuality | undefined> {
    const { radio } = this.#profile;
    for (let tried = 0; tried < radio.length; tried += 1) {
      const question = radio[this.#radioAt];
      const answer = question && (await this.#dialogue.ask(question.request));
      if (!question || !answer || answer.kind === "none") return undefined;
      const quality = answer.kind === "info" ? radioParsers[question.parser](answer.info) : undefined;
      if (quality) return quality;
      this.#radioAt = (this.#radioAt + 1) % radio.length;
    }
    return undefined;
  }

  async #lookAtData(best: Registration | undefined): Promise<void> {
    const context = await this.#dataContext();
    const registered = this.#registered === "home" || this.#registered === "roaming";
    const reject = registered ? undefined : rejectCauseOf(this.#registrations.values());
    const denied = best?.state === "denied" && (reject === undefined || reject === esmFailure);
    const cause = denied || (registered && context?.active === false) ? await this.#networkCause() : undefined;
    const told = cause?.layer === "emm" && !registered ? cause.cause : undefined;
    this.#emit(
      measured("modem.reject_cause", reject ?? told, this.#now),
      ...bearerReadings(context?.active, cause, this.#now),
      ...apnReadings(context?.apn, this.#options.apn, this.#now),
    );
  }

  async #dataContext(): Promise<DataContext | undefined> {
    this.#context = undefined;
    const defined = await this.#definitions();
    const states = await this.#dialogue.ask("AT+CGACT?");
    if (states.kind !== "info") return undefined;
    this.#context = dataContext(defined, parseCgact(states.info));
    return this.#context ?? { cid: 1, apn: defined[0]?.apn ?? "", active: false };
  }

  /** Only a command changes them, so they are not read with every look in quick pace. */
  async #definitions(): Promise<readonly ContextDefinition[]> {
    if (this.#now - this.#definedMs < definitionsKeptMs && this.#dialogue.simReady) return this.#defined;
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
