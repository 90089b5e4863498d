/**
 * Questions to one modem over one session. A command that stays unanswered proves little, so silence is asked after: only
 * when two plain ATs in a row get no answer either is the modem silent, and then nothing more is sent until it is back.
 */
import { type Command, combined, command, type KnownRequest } from "../at/commands.ts";
import type { Outcome } from "../at/exchange.ts";
import { prefixOf } from "../at/fields.ts";
import { firstText, type ModemIdentity, parseAti, parseImei } from "../at/parse/identity.ts";
import type { VendorProfile } from "../modem/profile.ts";
import type { Oddities } from "../modem/quirks.ts";
import type { Session } from "../modem/session.ts";

export type Answer =
  | { readonly kind: "info"; readonly info: readonly string[] }
  /** The modem refused; `code` is its +CME ERROR number where it gave one. */
  | { readonly kind: "no"; readonly code: number | undefined }
  | { readonly kind: "none" };

/** Why nothing more is asked for now. */
export type Trouble = "silent" | "reset" | "lost";

/** Nothing is concluded from one late answer, so a poll waits less than the manual allows and stays quick to notice a hang. */
const patienceMs = 2_000;
const aliveMs = 1_000;
/**
 * Without a card that answers, questions about it block the line: AT+CGDCONT? and AT+CIMI of an FM160 for 5.2 s (seen). A
 * modem that was asked one is silent only when it has been for longer than that.
 */
const blockedMs = 5_500;
/** After so many of them without an answer nothing more is asked of the card in this look, so that a look stays short. */
const simSilencesTaken = 2;

/** A modem that cannot take several commands in one line is not asked to for ever. */
const combinedTries = 2;

const none: Answer = { kind: "none" };

/** Whether a line of a combined answer belongs to this part of the question. */
function answers(line: string, part: Command | undefined): boolean {
  const prefix = prefixOf(line);
  return prefix === undefined ? part?.lines === "any" : (part?.prefixes.includes(prefix) ?? false);
}

function hurried(known: Command): Command {
  return known.deadlineMs <= patienceMs ? known : { ...known, deadlineMs: patienceMs };
}

export class Dialogue {
  readonly #session: Session;
  readonly #hurried = new Map<KnownRequest, Command>();
  #trouble: Trouble | undefined;
  /** Answers in hand from a combined question. */
  readonly #inHand = new Map<KnownRequest, Answer>();
  /** Whether the modem understood, when it was last asked since it was greeted: what it refuses spoils a combined question. */
  readonly #understood = new Map<KnownRequest, boolean>();
  /** By the modem's quirks. */
  #alone: ReadonlySet<KnownRequest> = new Set();
  #never: ReadonlySet<KnownRequest> = new Set();
  #combinedFailures = 0;
  /** Questions in a row that only a SIM can answer and nobody did. */
  #simSilences = 0;
  /** As the look at the SIM has it. While false, commands that only a SIM can answer are not sent: they would block the line. */
  simReady = false;

  constructor(session: Session) {
    this.#session = session;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Whether the last question that only a SIM can answer stayed without an answer. */
  get simSilent(): boolean {
    return this.#simSilences > 0;
  }

  /** Takes note of how this modem wants to be asked. */
  adopt(oddities: Oddities): void {
    this.#alone = new Set(oddities.of("asked_alone").flatMap(({ requests }) => requests));
    this.#never = new Set(oddities.of("never_asked").flatMap(({ requests }) => requests));
    for (const { ms } of oddities.of("rest")) this.#session.restFor(ms);
  }

  async ask(request: KnownRequest): Promise<Answer> {
    if (this.#trouble) return none;
    const inHand = this.#inHand.get(request);
    if (this.#inHand.delete(request) && inHand) return inHand;
    const known = this.#known(request);
    if (this.#never.has(request)) return { kind: "no", code: undefined };
    if (known.needsSim && !this.simReady) return none;
    const answer = await this.#put(known);
    if (answer.kind !== "none") this.#understood.set(request, answer.kind === "info");
    return answer;
  }

  /**
   * Asks all of this in one line, so that the questions that follow are answered already. Where that fails nothing is
   * lost: each is asked alone then. Old answers still in hand are dropped. Only what the modem has understood alone goes
   * into the line, and at most one question whose answer may have lines without a name.
   */
  async prefetch(requests: readonly KnownRequest[]): Promise<void> {
    this.#inHand.clear();
    const able = requests.filter((each) => this.combines(each) && (this.simReady || !this.#known(each).needsSim));
    const nameless = able.find((each) => this.#known(each).lines === "any");
    const wanted = able.filter((each) => each === nameless || this.#known(each).lines !== "any");
    if (this.#trouble || wanted.length < 2) return;
    const parts = wanted.map((each) => this.#known(each));
    const answer = await this.#put(combined(parts));
    if (answer.kind !== "info") {
      this.#combinedFailures += 1;
      return;
    }
    this.#combinedFailures = 0;
    for (const [at, request] of wanted.entries()) {
      const info = answer.info.filter((line) => answers(line, parts[at]));
      if (info.length > 0) this.#inHand.set(request, { kind: "info", info });
    }
  }

  /** Whether the modem has refused this when it was last asked since it was greeted. */
  refuses(request: KnownRequest): boolean {
    return this.#understood.get(request) === false;
  }

  /** Whether this can be asked in one line with others. */
  combines(request: KnownRequest): boolean {
    const able = this.#combinedFailures < combinedTries && !this.#alone.has(request);
    return able && this.#understood.get(request) === true;
  }

  /** Lines of the first question that is answered with information. */
  async firstInfo(requests: readonly KnownRequest[]): Promise<readonly string[]> {
    for (const request of requests) {
      const answer = await this.ask(request);
      if (answer.kind === "info" && answer.info.length > 0) return answer.info;
    }
    return [];
  }

  /** A clean start: false when nobody answers. */
  async greet(): Promise<boolean> {
    this.#trouble = undefined;
    this.#inHand.clear();
    this.#understood.clear();
    this.#combinedFailures = 0;
    await this.#session.clean();
    await this.#listen();
    return this.#trouble === undefined;
  }

  async setUp({ setup }: VendorProfile): Promise<void> {
    for (const alternatives of setup) {
      for (const request of alternatives) {
        if ((await this.ask(request)).kind === "info") break;
      }
    }
  }

  async identify(): Promise<ModemIdentity> {
    const [manufacturer, model, revision] = [
      firstText(await this.firstInfo(["AT+CGMI"])),
      firstText(await this.firstInfo(["AT+CGMM"])),
      firstText(await this.firstInfo(["AT+CGMR"])),
    ];
    const imei = parseImei(await this.firstInfo(["AT+CGSN"]));
    if (manufacturer !== undefined && model !== undefined) return { manufacturer, model, revision, imei };
    const whole = parseAti(await this.firstInfo(["ATI"]));
    return {
      manufacturer: manufacturer ?? whole.manufacturer,
      model: model ?? whole.model,
      revision: revision ?? whole.revision,
      imei: imei ?? whole.imei,
    };
  }

  #known(request: KnownRequest): Command {
    const known = this.#hurried.get(request) ?? hurried(command(request));
    this.#hurried.set(request, known);
    return known;
  }

  async #put(known: Command): Promise<Answer> {
    const outcome = await this.#session.send(known);
    if (known.needsSim) this.#simSilences = outcome.kind === "silent" ? this.#simSilences + 1 : 0;
    if (this.#simSilences >= simSilencesTaken) this.simReady = false;
    return this.#judge(outcome, known);
  }

  async #judge(outcome: Outcome, { needsSim, deadlineMs }: Command): Promise<Answer> {
    switch (outcome.kind) {
      case "ok":
        return { kind: "info", info: outcome.info };
      case "cme":
        return { kind: "no", code: outcome.code };
      case "error":
      case "unsupported":
      case "cms":
      case "call":
        return { kind: "no", code: undefined };
      case "silent":
        await this.#listen(needsSim ? blockedMs - deadlineMs - aliveMs : aliveMs);
        return none;
      case "reset":
        this.#trouble = "reset";
        return none;
      case "port_lost":
        this.#trouble = "lost";
        return none;
      case "refused":
        return none;
    }
  }

  /** Sends AT until it is answered, twice at most; sets the trouble it finds. `lastMs` is the patience with the second one. */
  async #listen(lastMs = aliveMs): Promise<void> {
    for (const deadlineMs of [aliveMs, lastMs]) {
      const { kind } = await this.#session.send({ ...command("AT"), deadlineMs });
      if (kind === "silent" || kind === "refused") continue;
      if (kind === "port_lost") this.#trouble = "lost";
      if (kind === "reset") this.#trouble = "reset";
      return;
    }
    this.#trouble = "silent";
  }
}
