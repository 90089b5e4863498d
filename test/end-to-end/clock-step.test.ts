import { createBrain } from "../../src/agent/brain.ts";
import type { Clock } from "../../src/base/clock.ts";
import { catalogue } from "../../src/faults/index.ts";
import { reading } from "../../src/model/reading.ts";
import { decodeReport } from "../../src/report/decode.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createAedes } from "../support/aedes.ts";
import { createSubscriber } from "../support/subscriber.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { createUplinkBench, hurried, until } from "../uplink/bench.ts";

const test = suite("a wall clock that steps by a year", { timeoutMs: 20_000 });
const yearMs = 365 * 86_400_000;

test("neither reorders what is sent, nor ends the connection, nor sends anything twice", async () => {
  await using broker = await createAedes();
  await broker.start();
  let stepMs = 0;
  const clock: Clock = { ...hurried, wallMs: () => hurried.wallMs() + stepMs };
  await using bench = await createUplinkBench(broker.port, { monthBytes: 1 << 20 }, { clock });
  await using support = await createSubscriber(broker.port);
  bench.start();
  await until(() => bench.uplink.status().state === "connected");
  const { session } = bench.uplink.status();
  for (const step of [0, yearMs, -yearMs, yearMs, 0]) {
    stepMs = step;
    for (let each = 0; each < 3; each++) await bench.report();
    await until(() => bench.outbox.pendingCount() === 0);
  }
  const stamps = (await support.count("up/evt", 15)).flatMap(({ payload }) => {
    const report = decodeReport(payload);
    return report.kind === "ok" ? [report.value.stamp] : [];
  });
  assert.equal(
    stamps.map(({ seq }) => seq),
    Array.from({ length: 15 }, (_, at) => at + 1),
  );
  const monotonic = stamps.map(({ monoMs }) => monoMs);
  assert.equal(
    monotonic,
    monotonic.toSorted((a, b) => a - b),
  );
  assert.ok((stamps[3]?.wallMs ?? 0) - (stamps[0]?.wallMs ?? 0) > yearMs / 2);
  assert.is(bench.uplink.status().session, session);
  assert.is(bench.uplink.status().sent, 15);
});

/** What an agent thinks of a SIM that is pulled and comes back, and when, while the wall clock does as it likes. */
async function thoughts(step: (atMs: number) => number): Promise<readonly string[]> {
  class Stepping extends VirtualClock {
    override wallMs(): number {
      return super.wallMs() + step(this.monoMs());
    }
  }
  const clock = new Stepping();
  const told: string[] = [];
  const thinker = createThinker({ catalogue, capabilities: new Set(["cellular"]), holdMs: 120_000 });
  const brain = createBrain({
    ...{ thinker, clock, onTurn: () => {}, onPace: () => {} },
    onCases: (events) =>
      void told.push(...events.map(({ kind, atMs, case: { verdict } }) => `${atMs} ${kind} ${verdict.fault}`)),
  });
  const stop = new AbortController();
  const running = brain.run(stop.signal);
  for (let at = 0; at < 180; at += 1) {
    brain.see([reading("sim.state", at > 60 && at < 120 ? "absent" : "ready", clock.monoMs())]);
    await clock.advance(1_000);
  }
  stop.abort();
  await running;
  return told;
}

test("changes nothing of what is thought, or when", async () => {
  const steady = await thoughts(() => 0);
  assert.ok(steady.length >= 2, steady.join());
  assert.equal(await thoughts((atMs) => (Math.floor(atMs / 7_000) % 3) * yearMs - yearMs), steady);
});

test.run();
