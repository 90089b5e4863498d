import type { Hint } from "../../src/model/hint.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openHintBench, own, sealed } from "./hint-bench.ts";

const test = suite("commands/hints", { timeoutMs: 20_000 });

const same = "fleet.same_carrier_fail_pct";
const percent = (value: number): Pick<Hint, "figures"> => ({ figures: [{ signal: same, value }] });

test("what a hint says are Readings until it ends, said anew each minute as one, and then absent", async () => {
  const bench = openHintBench();
  await bench.hear(sealed(bench.hint()));
  assert.equal([bench.value(same), bench.value("fleet.other_carrier_fail_pct")], [82, 0.5]);
  await bench.clock.advance(300_000);
  const saidOf = bench.said.filter(({ signal }) => signal === same);
  assert.ok(saidOf.length >= 9, `${saidOf.length}`);
  const runs = saidOf.map(({ quality }) => quality).join(" ");
  assert.not(runs.includes("ok ok"), "the same witness twice makes nobody surer");
  assert.is(bench.value(same), 82);
  await bench.clock.advance(300_000);
  assert.equal([bench.value(same), bench.hints.view().in_force], [undefined, 0]);
  const { length } = bench.said;
  await bench.clock.advance(300_000);
  assert.is(bench.said.length, length, "nothing more is said");
  await bench.stop();
});

test("a newer hint about the same takes the place of the older one; what it does not say is gone", async () => {
  const bench = openHintBench();
  const first = bench.hint();
  await bench.hear(sealed(first));
  await bench.clock.advance(10_000);
  await bench.hear(sealed(bench.hint(percent(40))));
  assert.equal([bench.value(same), bench.value("fleet.other_carrier_fail_pct")], [40, undefined]);
  await bench.hear(sealed(first));
  assert.equal([bench.value(same), bench.hints.view().refused.old], [40, 1], "a replay changes nothing");
  await bench.clock.advance(5_000);
  await bench.hear(sealed(bench.hint({ ...percent(90), issuedS: first.issuedS + 1, untilS: first.untilS })));
  assert.equal([bench.value(same), bench.hints.view().refused.old], [40, 2], "nor does what was overtaken");
  await bench.stop();
});

test("what is said of fewer terminals counts before what is said of many, and when it ends the other is there", async () => {
  const bench = openHintBench();
  await bench.hear(sealed(bench.hint({ ...percent(10), concerns: { carrier: "46000", region: "east" } })));
  await bench.clock.advance(5_000);
  await bench.hear(sealed(bench.hint({ ...percent(70), untilS: bench.hint().issuedS + 3_600 })));
  assert.is(bench.value(same), 10);
  await bench.clock.advance(620_000);
  assert.is(bench.value(same), 70);
  await bench.stop();
});

test("with another SIM it concerns this terminal no more", async () => {
  const bench = openHintBench();
  await bench.hear(sealed(bench.hint()));
  bench.become({ ...own, carrier: "46001" });
  await bench.clock.advance(61_000);
  assert.is(bench.value(same), undefined);
  const { carrier: _, ...unknown } = own;
  bench.become(unknown);
  await bench.hear(sealed(bench.hint()));
  assert.equal([bench.value(same), bench.hints.view().refused.not_concerned], [undefined, 1]);
  await bench.stop();
});

test("without a clock it holds from when it is heard, a quarter of an hour at most, and no older one after it", async () => {
  const bench = openHintBench(() => "none");
  const day = { issuedS: 1_700_000_000, untilS: 1_700_080_000 };
  await bench.hear(sealed(bench.hint(day)));
  assert.is(bench.value(same), 82);
  await bench.clock.advance(905_000);
  assert.is(bench.value(same), undefined);
  await bench.hear(sealed(bench.hint(day)));
  assert.equal([bench.value(same), bench.hints.view().refused.old], [undefined, 1]);
  await bench.stop();
});

test("a wall clock that is set while a hint holds does not make it last longer", async () => {
  const bench = openHintBench();
  await bench.hear(sealed(bench.hint()));
  bench.shiftWall(-86_400_000);
  await bench.clock.advance(605_000);
  assert.is(bench.value(same), undefined);
  await bench.stop();
});

test("no sender has more to say than a hint a minute, and more than can be looked at is let fall", async () => {
  const bench = openHintBench();
  for (let at = 0; at < 16; at += 1) {
    bench.hints.receive({
      payload: sealed(bench.hint({ concerns: {}, issuedS: bench.hint().issuedS - 20 + at })),
      retained: false,
    });
  }
  for (let at = 0; at < 100; at += 1) bench.hints.receive({ payload: Buffer.from("rubbish"), retained: false });
  await bench.clock.advance(100);
  const { taken, refused } = bench.hints.view();
  assert.equal([taken, refused.too_often, refused.flood], [12, 4, 100]);
  await bench.stop();
});

test("however many SIMs have been in it, few scopes are kept, and what was forgotten is not taken again", async () => {
  const bench = openHintBench();
  const about = (at: number): Pick<Hint, "concerns" | "figures" | "untilS"> => {
    const concerns = { carrier: String(46_000 + at) };
    return { ...percent(at), concerns, untilS: bench.hint().issuedS + 80_000 };
  };
  const first = bench.hint(about(0));
  for (let at = 0; at < 40; at += 1) {
    bench.become({ ...own, carrier: String(46_000 + at) });
    await bench.hear(sealed(at === 0 ? first : bench.hint(about(at))));
    assert.is(bench.value(same), at);
    await bench.clock.advance(61_000);
  }
  bench.become(own);
  await bench.hear(sealed(first));
  await bench.clock.advance(61_000);
  assert.equal([bench.hints.view().refused.old, bench.value(same)], [1, undefined]);
  await bench.stop();
});

test.run();
