/** One run: an outbox that lives several lives on a disk to which something happens in each but the last. */
import { type Clock, systemClock } from "../../../src/base/clock.ts";
import { isAgentError } from "../../../src/base/errors.ts";
import type { Log } from "../../../src/base/log.ts";
import { type Random, seededRandom } from "../../../src/base/random.ts";
import { type Body, type RecordClass, recordClasses } from "../../../src/model/record.ts";
import { type Outbox, openOutbox, type RecordId } from "../../../src/outbox/outbox.ts";
import { encodeReport } from "../../../src/report/encode.ts";
import { eventOf, pulledSim, stamp, terminal } from "../../report/samples.ts";
import { type Books, createBooks } from "./books.ts";
import { Disk, never, type Plan, type Trouble } from "./disk.ts";
import type { FileLayer } from "./file-layer.ts";

export const troubles: readonly Trouble[] = ["kill", "power", "full", "read_only", "io_error"];

export interface StoryOptions {
  readonly seed: number;
  readonly layer: FileLayer;
  /** Of every life but the last; drawn where nothing is said. */
  readonly trouble?: Trouble | undefined;
}

export interface Ended {
  readonly books: Books;
  readonly hits: ReadonlyMap<string, number>;
  readonly lives: number;
}

const running = {
  id: "0".repeat(32),
  state: "running",
  reason: "",
  step: "",
  result: undefined,
  audit: undefined,
} as const;
const standing = { rung: "full", reason: "none" } as const;
const data = { ...standing, monthBytes: 0, dayBytes: 0, budgetBytes: 0, uses: {} };
const heartbeat = { uptimeS: 1, rssKb: 1, waiting: 1, dropped: 0, keepaliveS: 900, data };

/** Each class has bodies of its own, which the consumer may know. */
const bodies: Readonly<Record<RecordClass, Body>> = {
  fault: { kind: "case", event: eventOf(pulledSim), snapshot: [] },
  reply: { kind: "command", update: running },
  state: { kind: "started", terminal },
  metric: { kind: "heartbeat", heartbeat },
};

const tight = { bytes: 32_768, count: 60, ageMs: 1e12 };
const roomy = { bytes: 1 << 20, count: 5_000, ageMs: 1e12 };
const lives = 4;
const stepsOfALife = 14;
/** About as many changes of the disk as a life makes; some plans come after its end. */
const changesOfALife = 60;
const patience = 12;

/** Field 1000, which no reader knows: makes a report as long as wanted, and unlike any other. */
function padded(report: Uint8Array, random: Random): Uint8Array {
  const length = Math.floor(random() ** 3 * 1_200) + 8;
  const padding = Buffer.alloc(length, Math.floor(random() * 256));
  padding.writeUInt32BE(Math.floor(random() * 2 ** 32));
  return Buffer.concat([report, Buffer.from([0xc2, 0x3e, (length & 127) | 128, length >> 7]), padding]);
}

class Story {
  readonly books = createBooks();
  readonly #random: Random;
  readonly #layer: FileLayer;
  readonly disk: Disk;
  readonly #trouble: Trouble | undefined;
  /** What frees a record; and what the outbox may hold. */
  readonly #byCollector: boolean;
  readonly #limits: typeof tight;
  #boots = 1;
  #boot = "";

  constructor({ seed, layer, trouble }: StoryOptions) {
    this.#random = seededRandom(seed);
    this.#layer = layer;
    this.#trouble = trouble;
    this.disk = new Disk(seededRandom(seed ^ 0x5eed));
    this.#byCollector = this.#random() < 0.5;
    this.#limits = this.#random() < 0.6 ? tight : roomy;
  }

  async run(): Promise<void> {
    for (let life = 1; life < lives; life++) await this.#live(this.#draw());
    await this.#live(undefined);
    this.books.close(this.#boot);
  }

  #draw(): Plan {
    const random = this.#random;
    const trouble = this.#trouble ?? troubles[Math.floor(random() * troubles.length)] ?? "power";
    // Now and then in the middle of the start.
    const at = 1 + Math.floor(random() * (random() < 0.3 ? 12 : changesOfALife));
    return { trouble, at, lasts: 1 + Math.floor(random() ** 2 * 30) };
  }

  async #live(plan: Plan | undefined): Promise<void> {
    const { disk } = this;
    const died = disk.begin(plan);
    this.#layer.mount(disk);
    await Promise.race([this.#work(plan), died]);
    if (!disk.isDead) disk.end(false);
    await this.#layer.endProcess();
    if (plan?.trouble === "power") this.#boots += 1;
  }

  async #work(plan: Plan | undefined): Promise<void> {
    const outbox = await this.#open(plan);
    if (!outbox) return;
    const session = new Session({
      ...{ outbox, books: this.books, random: this.#random, byCollector: this.#byCollector },
      isDead: this.disk.view().isDead,
    });
    this.#boot = outbox.position().boot;
    await (plan ? session.work() : session.drain());
    if (plan && this.disk.changes >= plan.at + plan.lasts) await session.prove();
    if (this.#random() < 0.5) await outbox.close();
  }

  /** Undefined when the disk refuses, as a process that ends and is started again. */
  async #open(plan: Plan | undefined): Promise<Outbox | undefined> {
    let outbox: Outbox | undefined;
    const log: Log = (_level, event) => void (outbox && event === "outbox.dropped" && this.books.watchDrops(outbox));
    const clock: Clock = { ...systemClock, monoMs: () => 1_000_000 };
    const common = { clock, log, random: this.#random, limits: this.#limits };
    try {
      outbox = await openOutbox({ ...common, dir: `${this.#layer.path}/outbox`, systemBoot: `boot-${this.#boots}` });
      return outbox;
    } catch (error) {
      if (!plan) this.books.blame("needs_a_hand", `does not open: ${error}`);
      if (!isAgentError(error, "OUTBOX_FAILED")) this.books.blame("crashed", `${plan?.trouble}: ${error}`);
      return undefined;
    }
  }
}

interface SessionParts {
  readonly outbox: Outbox;
  readonly books: Books;
  readonly random: Random;
  readonly byCollector: boolean;
  isDead(): boolean;
}

class Session {
  readonly #outbox: Outbox;
  readonly #books: Books;
  readonly #random: Random;
  readonly #byCollector: boolean;
  readonly #sent = new Set<string>();

  readonly #isDead: () => boolean;

  constructor({ outbox, books, random, byCollector, isDead }: SessionParts) {
    this.#isDead = isDead;
    this.#outbox = outbox;
    this.#books = books;
    this.#random = random;
    this.#byCollector = byCollector;
    this.#birth();
  }

  async work(): Promise<void> {
    for (let step = 0; step < stepsOfALife; step++) {
      const what = this.#random();
      if (what < 0.55) await this.#burst();
      else if (what < 0.87) await this.#deliver(1 + Math.floor(this.#random() * 8));
      else if (what < 0.97) await this.#tell();
      else this.#birth();
    }
  }

  /** With a disk that is well again it takes records, without a restart. */
  async prove(): Promise<void> {
    for (let attempt = 0; attempt < patience; attempt++) if (await this.#append("fault")) return;
    this.#books.blame("needs_a_hand", "takes nothing though the disk is well");
  }

  /** Until nothing waits. */
  async drain(): Promise<void> {
    const outbox = this.#outbox;
    if (!(await this.#append("state"))) this.#books.blame("needs_a_hand", "takes nothing");
    for (let round = 0; round < 200; round++) {
      await this.#tell();
      await this.#deliver(1_000);
      this.#birth(); // The next session's: what the counts leave open, it closes.
      if (outbox.pendingCount() === 0 && outbox.stats().untold.length === 0) return;
      this.#sent.clear();
    }
    this.#books.waits(outbox);
  }

  #birth(): void {
    const ack = this.#books.birth(this.#outbox);
    if (ack && this.#byCollector) this.#outbox.ack(ack, "up_to");
  }

  async #burst(): Promise<void> {
    const count = 1 + Math.floor(this.#random() * 6);
    const classes = Array.from(
      { length: count },
      () => recordClasses[Math.floor(this.#random() ** 0.7 * 4)] ?? "metric",
    );
    await Promise.all(classes.map((name) => this.#append(name)));
  }

  /** Whether it was taken. */
  async #append(name: RecordClass, body: Body = bodies[name]) {
    let payload: Uint8Array = Buffer.alloc(0);
    const build = (id: RecordId) => {
      payload = padded(encodeReport({ stamp: { ...stamp, ...id }, body }), this.#random);
      return payload;
    };
    try {
      const id = await this.#outbox.append(name, build, body.kind === "dropped" ? "drops" : "nothing");
      this.#books.took(id, name, payload);
      return true;
    } catch (error) {
      if (isAgentError(error, "OUTBOX_FAILED")) return false;
      throw error;
    }
  }

  /** As the agent does, now and then. */
  async #tell(): Promise<void> {
    const dropped = this.#outbox.takeDropped();
    if (dropped.length > 0) await this.#append("state", { kind: "dropped", dropped });
  }

  async #deliver(most: number): Promise<void> {
    for (let count = 0; count < most; count++) {
      const record = this.#outbox.next(({ boot, seq }) => this.#sent.has(`${boot} ${seq}`));
      if (!record) return;
      this.#sent.add(`${record.boot} ${record.seq}`);
      if (this.#byCollector) this.#toCollector(record);
      else {
        this.#books.arrive(record, this.#outbox);
        this.#outbox.ack(record);
      }
      if (this.#random() < 0.2) await this.#turn();
    }
    await this.#turn();
  }

  /** What is dead does not come back from it. */
  async #turn(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (this.#isDead()) await never();
  }

  /** On the way there and back something may be lost. */
  #toCollector(record: Parameters<Books["arrive"]>[0]): void {
    if (this.#random() < 0.1) return;
    const ack = this.#books.arrive(record, this.#outbox);
    if (ack && this.#random() < 0.9) this.#outbox.ack(ack, "up_to");
  }
}

export async function runStory(options: StoryOptions): Promise<Ended> {
  const story = new Story(options);
  const bug = (error: unknown) => story.books.blame("crashed", `${error instanceof Error ? error.stack : error}`);
  process.on("unhandledRejection", bug);
  try {
    await story.run();
  } catch (error) {
    bug(error);
  } finally {
    process.off("unhandledRejection", bug);
  }
  return { books: story.books, hits: story.disk.hits, lives };
}
