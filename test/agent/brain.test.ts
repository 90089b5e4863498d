import { createBrain } from "../../src/agent/brain.ts";
import { catalogue } from "../../src/faults/index.ts";
import type { CaseEvent, Diagnosis } from "../../src/model/case.ts";
import { reading } from "../../src/model/reading.ts";
import type { Pace } from "../../src/probes/probe.ts";
import { createThinker } from "../../src/think.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("when the agent thinks");

function bench() {
  const clock = new VirtualClock();
  const events: CaseEvent[] = [];
  const turns: Diagnosis[] = [];
  const paces: Pace[] = [];
  const thinker = createThinker({ catalogue, capabilities: new Set(["cellular"]), holdMs: 120_000 });
  let thoughts = 0;
  const counted = {
    ...thinker,
    think: (nowMs: number) => {
      thoughts += 1;
      return thinker.think(nowMs);
    },
  };
  const brain = createBrain({
    thinker: counted,
    clock,
    onCases: (news) => void events.push(...news),
    onTurn: (diagnosis) => void turns.push(diagnosis),
    onPace: (pace) => void paces.push(pace),
  });
  const stop = new AbortController();
  const running = brain.run(stop.signal);
  const end = async () => {
    stop.abort();
    await running;
  };
  return { brain, clock, events, turns, paces, end, thoughts: () => thoughts };
}

test("news is thought about at once, but a flood of it not more than five times a second", async () => {
  const { brain, clock, end, thoughts } = bench();
  await clock.advance(1_000);
  const before = thoughts();
  for (let at = 0; at < 1_000; at += 10) {
    brain.see([reading("modem.csq", at % 31, clock.monoMs())]);
    await clock.advance(10);
  }
  const during = thoughts() - before;
  assert.ok(during >= 4 && during <= 6, String(during));
  await end();
});

test("without news it hardly thinks at all", async () => {
  const { brain, clock, end, thoughts } = bench();
  for (let at = 0; at < 120; at += 1) {
    brain.see([reading("sim.state", "ready", clock.monoMs())]);
    await clock.advance(1_000);
  }
  assert.ok(thoughts() <= 8, String(thoughts()));
  await end();
});

test("two agreeing reads of a missing SIM open a case within two seconds, and the probes are hurried", async () => {
  const { brain, clock, events, turns, paces, end } = bench();
  await clock.advance(1_000);
  assert.is(paces.at(-1), "slow");
  brain.see([reading("sim.state", "absent", clock.monoMs())]);
  await clock.advance(300);
  assert.is(paces.at(-1), "quick");
  brain.see([reading("sim.state", "absent", clock.monoMs())]);
  await clock.advance(1_700);
  assert.equal(
    events.map(({ kind, case: told }) => [kind, told.verdict.fault]),
    [["opened", "sim.absent"]],
  );
  assert.is(turns.at(-1)?.verdicts[0]?.fault, "sim.absent");
  await end();
});

test("a payment that failed keeps the probes looking for two minutes", async () => {
  const { brain, clock, paces, end } = bench();
  brain.see([reading("txn.outcome", "timeout", clock.monoMs())]);
  await clock.advance(1_000);
  assert.is(paces.at(-1), "quick");
  await clock.advance(180_000);
  assert.is(paces.at(-1), "slow");
  await end();
});

test.run();
