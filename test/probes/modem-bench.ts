/** A modem as a table of replies on a port in memory, the probe in front of it, and a clock that tests move. */
import { AgentError, type ErrorCode } from "../../src/base/errors.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { ModemFact } from "../../src/model/modem-fact.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import { createModemProbe, type ModemProbeHandle } from "../../src/probes/modem.ts";
import { ScriptedPort } from "../modem/scripted-port.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const ok = "\r\nOK\r\n";
export const info = (...lines: readonly string[]) => `${lines.map((line) => `\r\n${line}\r\n`).join("")}${ok}`;
export const cme = (code: number) => `\r\n+CME ERROR: ${code}\r\n`;

/** A healthy EC25; a test overwrites what it needs. Empty text: no answer. What is not here is ERROR. */
export const healthy: Readonly<Record<string, string>> = {
  "\x1b": "",
  AT: ok,
  ATE0: ok,
  ATV1: ok,
  "AT+CMEE=1": ok,
  "AT+CEREG=3": ok,
  "AT+CGEREP=2,1": ok,
  "AT+QSIMSTAT=1": ok,
  "AT+CGMI": info("Quectel"),
  "AT+CGMM": info("EC25"),
  "AT+CGMR": info("EC25EFAR06A06M4G"),
  "AT+CGSN": info("860000000001234"),
  "AT+CPIN?": info("+CPIN: READY"),
  "AT+QSIMSTAT?": info("+QSIMSTAT: 1,1"),
  "AT+QCCID": info("+QCCID: 89860411123456785678"),
  "AT+CIMI": info("460041234569012"),
  "AT+CSQ": info("+CSQ: 20,99"),
  "AT+CEREG?": info('+CEREG: 3,1,"1A2B","01C3D4E5",7'),
  "AT+CGREG?": info("+CGREG: 0,0"),
  "AT+CREG?": info("+CREG: 0,0"),
  "AT+QCSQ": info('+QCSQ: "LTE",-65,-95,150,-10'),
  "AT+CGDCONT?": info('+CGDCONT: 1,"IP","cmiot","0.0.0.0",0,0', '+CGDCONT: 2,"IP","ims","0.0.0.0",0,0'),
  "AT+CGACT?": info("+CGACT: 1,1", "+CGACT: 2,1"),
};

export class Bench {
  readonly clock = new VirtualClock();
  readonly port = new ScriptedPort();
  readonly readings: Reading[] = [];
  readonly facts: ModemFact[] = [];
  readonly logged: string[] = [];
  /** Requests as they were sent. */
  readonly asked: string[] = [];
  /** When, in the same order. */
  readonly askedMs: number[] = [];
  replies: Record<string, string> = { ...healthy };
  replyMs = 20;
  /** Whether it takes several commands in one line. */
  combines = true;
  /** Why the port cannot be opened. */
  refusal: ErrorCode | undefined;
  /** So many of the next commands get no answer. */
  swallow = 0;
  /** Opening the port never comes back. */
  stuck = false;
  readonly probe: ModemProbeHandle;
  readonly #stop = new AbortController();
  readonly #runs: Promise<void>[] = [];

  constructor(apn?: string) {
    this.port.onOpen = () => {
      if (this.refusal) throw new AgentError(this.refusal, "/dev/modem");
    };
    this.port.onRequest = (request) => {
      this.asked.push(request);
      this.askedMs.push(this.clock.monoMs());
      const reply = this.swallow > 0 ? "" : this.#replyTo(request);
      this.swallow = Math.max(0, this.swallow - 1);
      if (reply !== "") this.clock.at(this.replyMs, () => this.port.say(reply));
    };
    this.probe = createModemProbe({
      open: (listener) => (this.stuck ? new Promise(() => {}) : this.port.open(listener)),
      clock: this.clock,
      random: seededRandom(1),
      log: (_, event) => this.logged.push(event),
      emit: (readings) => this.readings.push(...readings),
      onFact: (fact) => this.facts.push(fact),
      ...(apn === undefined ? {} : { apn }),
    });
  }

  /** Runs the probe for some virtual time; starts it the first time. */
  async live(ms: number): Promise<void> {
    if (this.#runs.length === 0) this.#runs.push(this.probe.run(this.#stop.signal));
    await this.clock.advance(ms);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.clock.settle(Promise.all(this.#runs));
  }

  of(signal: SignalId): Reading[] {
    return this.readings.filter((reading) => reading.signal === signal);
  }

  /** The newest value; the quality where there is none. */
  newest(signal: SignalId): unknown {
    const last = this.of(signal).at(-1);
    return last?.quality === "ok" ? last.value : last?.quality;
  }

  /** Several commands in one line: the information of each, up to the first that fails. */
  #replyTo(request: string): string {
    const parts = request.split(";").map((part, at) => (at === 0 ? part : `AT${part}`));
    const replies = parts.map((part) => this.replies[part] ?? "\r\nERROR\r\n");
    if (replies.length === 1) return replies[0] ?? "";
    if (!this.combines) return "\r\nERROR\r\n";
    const failed = replies.find((reply) => !reply.endsWith(ok));
    return failed ?? `${replies.map((reply) => reply.slice(0, -ok.length)).join("")}${ok}`;
  }

  factsOf<Kind extends ModemFact["kind"]>(kind: Kind): Extract<ModemFact, { kind: Kind }>[] {
    return this.facts.filter((fact): fact is Extract<ModemFact, { kind: Kind }> => fact.kind === kind);
  }

  /** How often a command was sent, alone or in one line with others. */
  times(request: string): number {
    const bare = request.slice(2);
    return this.asked.filter((line) => line.slice(2).split(";").includes(bare)).length;
  }

  /** Forgets what has been seen so far. */
  forget(): void {
    this.readings.length = 0;
    this.facts.length = 0;
    this.asked.length = 0;
    this.askedMs.length = 0;
  }

  silence(): void {
    this.replies = new Proxy({}, { get: () => "" });
  }
}
