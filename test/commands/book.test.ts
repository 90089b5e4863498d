/**
 * A thousand lives of a terminal whose power goes at a random write, in the middle of it or right after it, while commands come,
 * hang, fail and come again, the disk is full for a while and nobody is told anything for a while.
 */
import { type Random, seededRandom } from "../../src/base/random.ts";
import { verifyChain } from "../../src/commands/chain.ts";
import { decodeEntries, type Entry } from "../../src/commands/entry.ts";
import type { Done, Task } from "../../src/commands/task.ts";
import { type Command, type CommandUpdate, isFinal } from "../../src/model/command.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { type Bench, bytesOf, type Content, commandOf, type Disk, newContent, openBench } from "./bench.ts";

const test = suite("commands/book: cuts of the power", { timeoutMs: 240_000 });
const lives = 1_000;

const fails = () => Object.assign(new Error("the port is gone"), { code: "EIO" });

/** Done at once, later, never; refused by the world; or with a result of some size. */
function taskOf(random: Random, clock: VirtualClock): (task: Task) => Promise<Done> {
  return async ({ stop, step }) => {
    const kind = Math.floor(random() * 6);
    if (kind === 0) return new Promise(() => {});
    if (kind === 1) throw fails();
    step("begun");
    await clock.sleep(random() * 90_000, kind === 2 ? undefined : stop);
    if (kind === 3) return { kind: "failed", reason: "no_answer" };
    return {
      kind: "done",
      ...(kind === 4 && { result: Array.from({ length: 3_000 }, () => Math.floor(random() * 1e6)) }),
    };
  };
}

interface Life {
  readonly commands: readonly Command[];
  readonly content: Content;
  readonly told: readonly CommandUpdate[];
  /** How often each was begun. */
  readonly begun: ReadonlyMap<string, number>;
  /** When its final state was told first, virtual milliseconds from its issue. */
  readonly endedMs: ReadonlyMap<string, number>;
  /** Until then power, disk or outbox were away at times. */
  readonly troubledUntilMs: number;
  readonly cuts: number;
}

const lifeMs = 180_000;

class Terminal {
  readonly content = newContent();
  readonly told: CommandUpdate[] = [];
  readonly begun = new Map<string, number>();
  readonly endedMs = new Map<string, number>();
  readonly commands: readonly Command[];
  troubledUntilMs = 0;
  cuts = 0;
  readonly #clock = new VirtualClock();
  readonly #random: Random;
  readonly #silentUntilMs: number;
  /** Undefined while the power is away. */
  #boot: number | undefined;

  constructor(seed: number) {
    const random = seededRandom(seed);
    this.#random = random;
    this.commands = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const command = commandOf(this.#clock, { kind: "log_tail", lines: 9 });
      return { ...command, deadlineS: command.issuedS + 20 + Math.floor(random() * 100) };
    });
    this.#silentUntilMs = random() < 0.3 ? random() * 60_000 : 0;
    this.troubledUntilMs = this.#silentUntilMs;
  }

  async live(): Promise<Life> {
    for (let boot = 0; this.#clock.monoMs() < lifeMs; boot += 1) {
      const bench = await this.#open(boot);
      while (this.#boot !== undefined && this.#clock.monoMs() < lifeMs) await this.#goOn(bench);
      if (this.#boot !== undefined) await this.#clock.settle(bench?.stop() ?? Promise.resolve());
      else await this.#beOff();
    }
    return this;
  }

  async #beOff(): Promise<void> {
    this.cuts += 1;
    await this.#clock.advance(this.#random() * 5_000);
    this.troubledUntilMs = Math.max(this.troubledUntilMs, this.#clock.monoMs());
  }

  /** The power goes at a random write; a part of it may still get to the disk. The disk may be full for a while. */
  #diskOf(isAlive: () => boolean, withTrouble: boolean): Disk {
    const random = this.#random;
    const fullFromMs =
      withTrouble && random() < 0.2 ? this.#clock.monoMs() + random() * 40_000 : Number.POSITIVE_INFINITY;
    let left = withTrouble ? 1 + Math.floor(random() * 14) : Number.POSITIVE_INFINITY;
    return {
      content: this.content,
      wait: () => this.#clock.sleep(random() * 200),
      fails: () => {
        const nowMs = this.#clock.monoMs();
        const isFull = isAlive() && nowMs >= fullFromMs && nowMs < fullFromMs + 15_000;
        if (isFull) this.troubledUntilMs = Math.max(this.troubledUntilMs, fullFromMs + 15_000);
        return isFull;
      },
      write: (bytes) => {
        // What is left in memory of an earlier life writes nothing any more.
        if (!isAlive()) return 0;
        left -= 1;
        if (left > 0) return undefined;
        this.#boot = undefined;
        return Math.floor(random() * (bytes + 1));
      },
    };
  }

  /** Undefined when the power goes while it starts. */
  async #open(boot: number): Promise<Bench | undefined> {
    this.#boot = boot;
    const isAlive = () => this.#boot === boot;
    const opening = openBench({
      clock: this.#clock,
      // Three cuts at most: in the end somebody must be able to look.
      disk: this.#diskOf(isAlive, boot < 3),
      execute: (task) => {
        if (!isAlive()) return new Promise(() => {});
        this.begun.set(task.id, (this.begun.get(task.id) ?? 0) + 1);
        return taskOf(this.#random, this.#clock)(task);
      },
      tell: (update) => isAlive() && this.#clock.monoMs() >= this.#silentUntilMs && this.#note(update),
    });
    let bench: Bench | undefined;
    void opening.then((opened) => {
      bench = opened;
    });
    for (let turns = 0; !bench && isAlive() && turns < 100; turns += 1) await this.#clock.advance(100);
    return bench;
  }

  #note(update: CommandUpdate): true {
    this.told.push(update);
    if (isFinal(update.state) && !this.endedMs.has(update.id)) this.endedMs.set(update.id, this.#clock.monoMs());
    return true;
  }

  async #goOn(bench: Bench | undefined): Promise<void> {
    const command = this.commands[Math.floor(this.#random() * this.commands.length)];
    if (command && this.#clock.monoMs() < 15_000) bench?.desk.receive({ payload: bytesOf(command), retained: false });
    await this.#clock.advance(500 + Math.floor(this.#random() * 3_000));
  }
}

test("each command that was taken has exactly one final state, runs once at most, and is over by its deadline", async () => {
  let cuts = 0;
  const states: string[] = [];
  for (let seed = 1; seed <= lives; seed += 1) {
    const life = await new Terminal(seed).live();
    cuts += life.cuts;
    const kept = decodeEntries(life.content.entries ?? "")?.entries ?? [];
    for (const command of life.commands) {
      const entry = kept.find(({ id }) => id === command.id);
      states.push(...stateIn(life, entry, { command, where: `seed ${seed}` }));
    }
    assert.is(verifyChain(life.content.audit.split("\n").slice(0, -1)).kind, "whole", `seed ${seed}`);
  }
  assert.ok(cuts > lives, `${cuts} cuts`);
  assert.ok(states.length > lives, `${states.length} commands`);
  for (const state of ["succeeded", "failed", "timed_out", "interrupted"]) {
    assert.ok(states.filter((each) => each === state).length > 20, state);
  }
});

interface Place {
  readonly command: Command;
  readonly where: string;
}

function stateIn(life: Life, kept: Entry | undefined, { command, where }: Place): readonly string[] {
  const { told, begun, endedMs, troubledUntilMs } = life;
  const { id, issuedS, deadlineS } = command;
  const finals = told
    .filter((each) => each.id === id && isFinal(each.state))
    .map(({ state, reason }) => `${state} ${reason}`);
  if (!kept) {
    // It never got to the disk, so nothing of it was done; a broker that has it still may bring it again.
    assert.equal(
      [begun.get(id) ?? 0, finals.filter((final) => !/^refused (expired|too_old)$/.test(final))],
      [0, []],
      where,
    );
    return [];
  }
  assert.equal([...new Set(finals)], [`${kept.state} ${kept.reason}`], where);
  assert.ok((begun.get(id) ?? 0) <= 1, where);
  if (begun.has(id)) assert.ok(life.content.audit.includes(`"event":"taken","id":"${id}"`), where);
  // Told as soon as it is written down; what could not be is looked after every five seconds.
  const deadlineMs = (deadlineS - issuedS) * 1_000;
  const latestMs = troubledUntilMs > 0 ? Math.max(deadlineMs, troubledUntilMs) + 8_000 : deadlineMs + 1_000;
  assert.ok(
    (endedMs.get(id) ?? Number.POSITIVE_INFINITY) <= latestMs,
    `${where}: ${endedMs.get(id)}, and by ${latestMs}`,
  );
  return [kept.state];
}

test.run();
