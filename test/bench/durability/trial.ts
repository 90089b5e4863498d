/** One trial of durability: the agent's lives, what its files held after each, and what had arrived in the end. */
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { copyShippedProgram, type Program, sourceProgram } from "../../../hw-sim/rig/program.ts";
import { openRig, type Rig, tenant } from "../../../hw-sim/rig/rig.ts";
import { seededRandom } from "../../../src/base/random.ts";
import { type BenchBroker, type BrokerName, createBroker, versionOf } from "../brokers.ts";
import { type Balance, createLedger, type Ledger } from "./balance.ts";
import { type Collector, createCollector } from "./collector.ts";
import { drawPlan, isStarted, type Life, live } from "./lives.ts";
import { readStoreFiles } from "./store-files.ts";
import { startUnrest } from "./unrest.ts";

export interface Trial {
  readonly kills: number;
  readonly seed: number;
  readonly broker: BrokerName;
  readonly ack: "collector" | "puback";
  readonly program: "shipped" | "source";
  /** How long a life lasts whose moment does not come; 8 s when nothing is said. */
  readonly patienceMs?: number;
}

export interface Findings extends Balance {
  readonly kills: number;
  readonly killsByMoment: Readonly<Record<string, number>>;
  /** Before the agent said that it had started. */
  readonly killsDuringStart: number;
  readonly worldChanges: number;
  readonly brokerOutages: number;
  readonly brokerAwayPercent: number;
  readonly tornTails: number;
  /** Places in the files, other than a torn tail, that are no record; and stores that the agent set aside. */
  readonly damagedPlaces: number;
  readonly brokenStores: number;
  readonly unreadable: number;
  /** Each a sentence: the agent ended by itself, or did not come up or empty its outbox in the end. */
  readonly failures: readonly string[];
  readonly longestStartMs: number;
  /** From the last start, with the broker up, until nothing waited. */
  readonly drainMs: number;
  readonly seconds: number;
}

const serial = "PX7-00042";
const prefix = `pos/v1/${tenant}/${serial}/`;
/** How long the last life may take to empty the outbox. */
const drainLimitMs = 240_000;
/** A start that is to be hit while it starts lasts about so long; a source start compiles first. */
const startSpanMs = { shipped: 450, source: 1_500 } as const;

/** Everything that one trial consists of. */
class Run {
  readonly #trial: Trial;
  readonly #say: (line: string) => void;
  readonly #rig: Rig;
  readonly #collector: Collector;
  readonly #ledger: Ledger;
  readonly #arrivals: Set<() => void>;
  readonly #lives: Life[] = [];
  readonly #moments: Record<string, number> = {};
  readonly #failures: string[] = [];
  #torn = 0;
  #damaged = 0;
  #setAside = 0;

  constructor(
    trial: Trial,
    say: (line: string) => void,
    parts: { rig: Rig; collector: Collector; ledger: Ledger; arrivals: Set<() => void> },
  ) {
    this.#trial = trial;
    this.#say = say;
    this.#rig = parts.rig;
    this.#collector = parts.collector;
    this.#ledger = parts.ledger;
    this.#arrivals = parts.arrivals;
  }

  get outboxDir(): string {
    return join(this.#rig.folder, "outbox");
  }

  async kill(): Promise<void> {
    const random = seededRandom(this.#trial.seed);
    for (let number = 1; number <= this.#trial.kills; number += 1) {
      const plan = drawPlan(random, startSpanMs[this.#trial.program]);
      const life = await live(plan, {
        start: () => this.#rig.startAgent(),
        outboxDir: this.outboxDir,
        patienceMs: this.#trial.patienceMs ?? 8_000,
        onArrival: (listener) => {
          this.#arrivals.add(listener);
          return () => void this.#arrivals.delete(listener);
        },
      });
      this.#lives.push(life);
      this.#moments[plan.moment] = (this.#moments[plan.moment] ?? 0) + 1;
      if (life.died)
        this.#failures.push(`life ${number} ended by itself with ${life.died.code}: ${life.died.lines.join(" | ")}`);
      const waiting = this.#inspect();
      if (number % 10 === 0)
        this.#say(`  ${number} kills, ${this.#ledger.balance().taken} records taken, ${waiting} waiting`);
    }
  }

  /** Reads the files of a dead agent; answers how many records wait in them. */
  #inspect(): number {
    const files = readStoreFiles(this.outboxDir);
    for (const record of files.records) this.#ledger.held(record);
    this.#torn += files.torn;
    this.#damaged = Math.max(this.#damaged, files.damaged);
    this.#setAside = Math.max(this.#setAside, files.setAside);
    return files.waiting.size;
  }

  /** Lets the agent live until nothing waits, ends it in a friendly way, and looks whether something came meanwhile. */
  async drain(): Promise<number> {
    const startedMs = performance.now();
    let drainMs = 0;
    for (let waiting = Number.POSITIVE_INFINITY; waiting > 0; ) {
      if (performance.now() - startedMs > drainLimitMs) {
        this.#failures.push(`the outbox was not empty after ${drainLimitMs / 1000} s: ${waiting} records wait`);
        break;
      }
      const emptyMs = await this.#liveUntilEmpty();
      drainMs = drainMs || emptyMs;
      waiting = this.#inspect();
    }
    return drainMs;
  }

  async #liveUntilEmpty(): Promise<number> {
    const bornMs = performance.now();
    const child = this.#rig.startAgent();
    const started = new Promise<boolean>((resolve) => {
      child.onLine((line) => isStarted(line) && resolve(true));
      void child.ended.then(() => resolve(false));
    });
    if (!(await started)) this.#failures.push(`the last start failed: ${child.lines.slice(-5).join(" | ")}`);
    let emptyMs = 0;
    // Its files tell while it lives too: a record half-written just now is not counted, and is seen at the next look.
    for (let calm = 0; calm < 6 && performance.now() - bornMs < drainLimitMs; ) {
      await delay(250);
      const waits = readStoreFiles(this.outboxDir).waiting.size > 0;
      calm = waits ? 0 : calm + 1;
      if (calm === 1) emptyMs = performance.now() - bornMs;
    }
    const code = await child.end("SIGTERM");
    if (code !== 0) this.#failures.push(`told to stop, the agent ended with ${code}`);
    return emptyMs;
  }

  findings(
    rest: Pick<Findings, "worldChanges" | "brokerOutages" | "brokerAwayPercent" | "drainMs" | "seconds">,
  ): Findings {
    const starts = this.#lives.flatMap(({ startedMs }) => startedMs ?? []);
    return {
      ...this.#ledger.balance(),
      ...rest,
      kills: this.#lives.filter(({ died }) => !died).length,
      killsByMoment: this.#moments,
      killsDuringStart: this.#lives.filter(({ startedMs }) => startedMs === undefined).length,
      tornTails: this.#torn,
      damagedPlaces: this.#damaged,
      brokenStores: this.#setAside,
      unreadable: this.#collector.unreadable,
      failures: this.#failures,
      longestStartMs: Math.max(0, ...starts),
    };
  }
}

export function holds(findings: Findings): boolean {
  const { lost, gaps, otherContent, failures, unreadable, brokenStores, damagedPlaces } = findings;
  const bad = [lost, gaps, otherContent, failures].some((list) => list.length > 0);
  return !bad && unreadable + brokenStores + damagedPlaces === 0 && findings.taken > 0;
}

/** With receipts the broker may lose what it likes; with PUBACK alone it must at least be ended in good order. */
function endingsOf({ broker, ack }: Trial): readonly NodeJS.Signals[] {
  if (ack === "collector") return ["SIGTERM", "SIGKILL"];
  return broker === "mosquitto" ? ["SIGTERM"] : [];
}

interface Means {
  readonly broker: BenchBroker;
  readonly program: Program;
  readonly say: (line: string) => void;
}

async function runWith(trial: Trial, { broker, program, say }: Means): Promise<Findings> {
  const beganMs = performance.now();
  const ledger = createLedger();
  const arrivals = new Set<() => void>();
  const url = `mqtt://127.0.0.1:${broker.port}`;
  const rig = await openRig({
    seed: trial.seed,
    program,
    broker: url,
    serial,
    // Whoever ends in good order writes down what was measured last: with it no outbox would ever be empty.
    config: {
      uplink: { ack: trial.ack, measures_min: 0 },
      modem: { poll_quick_s: 0.3 },
      network: { check_quick_s: 1 },
    },
  });
  const collector = createCollector({
    url,
    version: versionOf[trial.broker],
    prefix,
    ledger,
    receipts: trial.ack === "collector",
    onStored: () => {
      for (const listener of arrivals) listener();
    },
  });
  const run = new Run(trial, say, { rig, collector, ledger, arrivals });
  try {
    await collector.ready();
    const unrest = startUnrest({
      bench: rig.bench,
      broker,
      faults: seededRandom(trial.seed + 1),
      outages: seededRandom(trial.seed + 2),
      endings: endingsOf(trial),
    });
    await run.kill();
    const awayPercent = (100 * unrest.awayMs) / (performance.now() - beganMs);
    await unrest.end();
    await collector.ready();
    say("  the broker is up and the world in order: waiting until the outbox is empty");
    const drainMs = await run.drain();
    const seconds = (performance.now() - beganMs) / 1000;
    const { changes: worldChanges, outages: brokerOutages } = unrest;
    const findings = run.findings({ worldChanges, brokerOutages, brokerAwayPercent: awayPercent, drainMs, seconds });
    if (!holds(findings)) keep(run.outboxDir, say);
    return findings;
  } finally {
    await rig.close();
    await collector.close();
  }
}

/** What there is to look into after a loss. */
function keep(dir: string, say: (line: string) => void): void {
  const copy = mkdtempSync(join(tmpdir(), "posdiag-lost-"));
  cpSync(dir, copy, { recursive: true });
  say(`  the outbox as it was is kept in ${copy}`);
}

export async function runTrial(trial: Trial, say: (line: string) => void): Promise<Findings> {
  await using broker = await createBroker(trial.broker);
  await broker.start();
  using copy = trial.program === "shipped" ? copyShippedProgram() : undefined;
  // Awaited here: what is used must not be disposed of before the run is over.
  return await runWith(trial, { broker, program: copy?.program ?? sourceProgram(), say });
}
