import { createMeasureBook } from "../../src/agent/measures.ts";
import { reportMeasures } from "../../src/agent/measuring.ts";
import type { DataRung } from "../../src/model/data-use.ts";
import type { Measures } from "../../src/model/measures.ts";
import { reading } from "../../src/model/reading.ts";
import type { Body, RecordClass } from "../../src/model/record.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("agent/measuring");

function open(minutes: number) {
  const clock = new VirtualClock();
  const measures = createMeasureBook(0);
  const stop = new AbortController();
  const told: Measures[] = [];
  const standing: { rung: DataRung } = { rung: "full" };
  const append = async (recordClass: RecordClass, body: Body) => {
    assert.is(recordClass, "metric");
    if (body.kind === "measures") told.push(body.measures);
    return true;
  };
  const site = { config: { "uplink.measures_min": minutes }, clock, random: () => 0.5, stop: stop.signal };
  const running = reportMeasures(site, { measures, append, rung: () => standing.rung });
  return {
    ...{ clock, told, standing },
    see: () => measures.see([reading("modem.rsrp_dbm", -90, clock.monoMs())]),
    stop: async () => {
      stop.abort();
      await clock.advance(1);
      await running;
    },
  };
}

test("it is told each period, from a random moment of the first, and a last time when the agent ends", async () => {
  const bench = open(60);
  bench.see();
  await bench.clock.advance(30 * 60_000);
  bench.see();
  await bench.clock.advance(60 * 60_000);
  bench.see();
  await bench.clock.advance(10 * 60_000);
  await bench.stop();
  assert.equal(
    bench.told.map(({ spanS }) => spanS),
    [1_800, 3_600, 600],
  );
});

test("where measurements are not sent they are let go, and do not come later", async () => {
  const bench = open(60);
  bench.standing.rung = "events";
  bench.see();
  await bench.clock.advance(90 * 60_000);
  bench.standing.rung = "full";
  await bench.clock.advance(60 * 60_000);
  assert.equal(bench.told, []);
  bench.see();
  await bench.stop();
  assert.equal(
    bench.told.map(({ signals }) => signals[0]?.count),
    [1],
  );
});

test("nothing is told where nobody wants it", async () => {
  const bench = open(0);
  bench.see();
  await bench.clock.advance(600 * 60_000);
  await bench.stop();
  assert.equal(bench.told, []);
});

test.run();
