/**
 * A terminal that lives in virtual time: the simulated modem, the probe that asks it over a port in memory, the memory, and
 * the mind behind them. What happens beyond the bearer is told from the state of the path, as the network probe and the
 * payment application would tell it.
 */
import { createMeter } from "../../hw-sim/meter.ts";
import { loadPersona } from "../../hw-sim/persona-file.ts";
import { createTerminal } from "../../hw-sim/terminal.ts";
import type { SetRequest } from "../../hw-sim/world-input.ts";
import { createBrain } from "../../src/agent/brain.ts";
import { AgentError } from "../../src/base/errors.ts";
import { seededRandom } from "../../src/base/random.ts";
import { catalogue } from "../../src/faults/index.ts";
import { type Memory, openMemory } from "../../src/memory/memory.ts";
import type { CaseEvent, Diagnosis } from "../../src/model/case.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import { createModemProbe, type ModemProbeHandle } from "../../src/probes/modem.ts";
import { createThinker } from "../../src/think.ts";
import { ScriptedPort } from "../modem/scripted-port.ts";
import { VirtualClock } from "./virtual-clock.ts";

export interface Terms {
  readonly persona?: string;
  readonly planMb?: number;
  /** Day on which the card was activated, YYYY-MM-DD. The clock begins on 2025-10-09. */
  readonly activated?: string;
  /** The APN that the card must use. */
  readonly apn?: string;
}

const networkMs = 3_000;
const paymentMs = 10_000;

export class LivingTerminal {
  readonly clock = new VirtualClock();
  /** Every case told, by its id: the fault that it named last. */
  readonly cases = new Map<number, string>();
  /** Cases that are not closed. */
  readonly open = new Set<number>();
  /** What was thought and told, with its time. */
  readonly story: string[] = [];
  readonly #port = new ScriptedPort();
  readonly #stop = new AbortController();
  readonly #runs: Promise<void>[] = [];
  readonly #terms: Terms;
  readonly #meter;
  readonly #terminal;
  readonly #brain;
  readonly #probe: ModemProbeHandle;
  readonly #thinker = createThinker({ catalogue, capabilities: new Set(["cellular"]), holdMs: 25_000 });
  #present = false;
  #memory: Memory | undefined;

  constructor(terms: Terms = {}) {
    this.#terms = terms;
    const time = {
      nowMs: () => this.clock.monoMs(),
      after: (ms: number, act: () => void) => {
        let due = true;
        this.clock.at(ms, () => due && act());
        return () => {
          due = false;
        };
      },
    };
    this.#meter = createMeter(time);
    this.#terminal = createTerminal({
      persona: loadPersona(terms.persona ?? "quectel-ec25"),
      clock: time,
      seed: 5,
      meter: this.#meter,
      port: {
        attach: () => {
          this.#present = true;
        },
        hangUp: () => {
          this.#present = false;
          this.#port.lose();
        },
        write: (bytes) => this.#port.say(bytes.toString("latin1")),
      },
    });
    this.#port.onOpen = () => {
      if (!this.#present) throw new AgentError("PORT_GONE", "the port is gone");
    };
    this.#port.onRequest = (request) => this.#terminal.modem.receive(Buffer.from(`${request}\r`, "latin1"));
    this.#brain = createBrain({
      thinker: this.#thinker,
      clock: this.clock,
      onReadings: (readings) => this.#memory?.see(readings),
      onCases: (events) => this.#note(events),
      onTurn: (diagnosis) => this.#turned(diagnosis),
      onPace: (pace) => this.#probe.setPace(pace),
    });
    this.#probe = createModemProbe({
      open: this.#port.open,
      clock: this.clock,
      random: seededRandom(5),
      log: () => {},
      emit: (readings) => this.#see(readings),
      onFact: (fact) => this.#memory?.note(fact, this.clock.monoMs()),
      ...(terms.apn !== undefined && { apn: terms.apn }),
    });
  }

  /** Lets so much time pass. */
  async live(seconds: number): Promise<void> {
    if (this.#runs.length === 0) await this.#begin();
    await this.clock.advance(seconds * 1_000);
  }

  set(request: SetRequest): void {
    this.#terminal.set(request);
  }

  /** So many megabytes have gone through the bearer. */
  use(megabytes: number): void {
    this.#meter.move("received", megabytes * 1_024 * 1_024);
  }

  get diagnosis(): Diagnosis {
    return this.#brain.diagnosis();
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.clock.settle(Promise.all(this.#runs));
  }

  async #begin(): Promise<void> {
    const { planMb, activated } = this.#terms;
    this.#memory = await openMemory({
      store: {
        read: async () => undefined,
        write: async () => true,
        counts: () => ({ written: 0, writtenBytes: 0, failed: 0, setAside: 0 }),
      },
      clock: this.clock,
      log: () => {},
      emit: (readings) => this.#see(readings),
      terms: { planDay: 1, settleDays: 3 },
      plan: { planMb, activated },
      systemBoot: "boot",
      reached: () => this.#terminal.state().path === "clear",
      settings: "host.acquirer.test 5500",
      saveEveryMs: 900_000,
    });
    const { signal } = this.#stop;
    this.#runs.push(this.#memory.run(signal), this.#probe.run(signal), this.#brain.run(signal));
    this.#runs.push(
      this.#repeat(networkMs, () => this.#lookBeyond()),
      this.#repeat(paymentMs, () => this.#pay()),
    );
  }

  async #repeat(ms: number, act: () => void): Promise<void> {
    while (!this.#stop.signal.aborted) {
      act();
      await this.clock.sleep(ms, this.#stop.signal);
    }
  }

  #see(readings: readonly Reading[]): void {
    this.#brain.see(readings);
  }

  #lookBeyond(): void {
    const passes = this.#terminal.state().path !== "dead";
    const now = this.clock.monoMs();
    this.#see([
      reading("net.dns_resolve", passes ? "ok" : "timeout", now),
      reading("net.tcp_host", passes ? "ok" : "timeout", now),
      reading("net.internet_probe", passes ? "ok" : "fail", now),
    ]);
  }

  #pay(): void {
    const outcome = this.#terminal.state().path === "clear" ? "approved" : "timeout";
    this.#see([reading("txn.outcome", outcome, this.clock.monoMs())]);
  }

  #note(events: readonly CaseEvent[]): void {
    for (const { kind, case: told } of events) {
      // What became of the money is told beside every cause, and is no rival of it.
      if (told.verdict.fault.startsWith("txn.")) continue;
      this.story.push(`${Math.round(this.clock.monoMs() / 1_000)} s: ${kind} ${told.verdict.fault}`);
      this.cases.set(told.id, told.verdict.fault);
      if (kind === "closed") this.open.delete(told.id);
      else this.open.add(told.id);
    }
  }

  #turned({ verdicts }: Diagnosis): void {
    const [first] = verdicts;
    const seconds = Math.round(this.clock.monoMs() / 1_000);
    this.story.push(`${seconds} s: ${first ? `${first.fault} ${first.probability.toFixed(2)}` : "nothing"}`);
  }
}
