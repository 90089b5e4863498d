import { createBodyComparison } from "../../src/compare/body.ts";
import { toldOfAir, toldOfCure, toldOfPower } from "../../src/compare/body-words.ts";
import { reading } from "../../src/model/reading.ts";
import { isPlausible, type SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("what the body went through");

type Step = readonly [minute: number, signal: SignalId, value: Scalar];

function course(steps: readonly Step[]): Readonly<Partial<Record<SignalId, Scalar>>> {
  const body = createBodyComparison();
  for (const [minute, signal, value] of steps) body.hear(reading(signal, value, minute * 60_000));
  const drawn = body.drawn();
  for (const { signal, value } of drawn) assert.ok(isPlausible(signal, value), `${signal} ${value}`);
  return Object.fromEntries(drawn.map(({ signal, value }) => [signal, value]));
}

const collapse: readonly Step[] = [
  [10, "power.battery_pct", 62],
  [14, "power.battery_pct", 28],
  [15, "device.reboot_reason", "power_loss"],
];

test("charge that vanishes in a warm room is the cell's doing, in the cold it is the cold's", () => {
  const warm = course([[9, "power.temp_c", 23], ...collapse]);
  assert.equal([warm["compare.battery_drop"], warm["compare.shutdown"]], ["sudden", "charged"]);
  const cold = course([[9, "power.temp_c", -14], ...collapse]);
  assert.equal([cold["compare.battery_drop"], cold["compare.shutdown"]], ["in_cold", "cold"]);
});

test("a battery that is used up evenly is empty when it goes dark, and no drop", () => {
  const steps: Step[] = [60, 40, 20, 4].map((pct, at) => [at * 90, "power.battery_pct", pct]);
  const used = course([...steps, [280, "device.reboot_reason", "power_loss"]]);
  assert.equal([used["compare.battery_drop"], used["compare.shutdown"]], ["none", "emptied"]);
});

test("a gauge that jumps from full to empty and back shows nothing of the charge", () => {
  const steps: Step[] = [100, 0, 100, 0].map((pct, at) => [at, "power.battery_pct", pct]);
  assert.is(course(steps)["compare.battery_store"], "unclear");
});

test("low while it is being charged is not low", () => {
  const low: Step = [0, "power.battery_pct", 7];
  assert.is(course([low, [1, "power.charging", false]])["compare.battery_store"], "low");
  assert.is(course([low, [1, "power.charging", true]])["compare.battery_store"], "low_charging");
});

test("a small current is weak in an empty battery, and the end of the charge in a full one", () => {
  const at = (pct: number): Step[] => [
    [0, "power.charging", true],
    [0, "power.battery_pct", pct],
    [1, "power.charge_current_ma", 190],
  ];
  assert.is(course(at(40))["compare.adapter"], "weak");
  assert.is(course(at(97))["compare.adapter"], "fine");
  assert.is(course([...at(40), [30, "power.charge_current_ma", 1_700]])["compare.adapter"], "replaced");
});

test("failures that rise over days climb, and those that begin after a good day are sudden", () => {
  const days = (...counts: readonly (readonly [ok: number, fail: number])[]): Step[] =>
    counts.flatMap(([ok, fail], day): Step[] => [
      [day * 1_440, "reader.icc_powerup_ok_24h", ok],
      [day * 1_440 + 1, "reader.icc_powerup_fail_24h", fail],
    ]);
  assert.is(course(days([50, 4], [45, 11], [40, 23]))["compare.icc_course"], "climbs");
  assert.is(course(days([50, 1], [0, 31]))["compare.icc_course"], "sudden");
  assert.is(course(days([20, 19], [50, 1]))["compare.icc_course"], "passed");
});

test("what is over is said once, what lasts is said again", () => {
  const body = createBodyComparison();
  const look = (minute: number, celsius: number) => {
    body.hear(reading("power.temp_c", celsius, minute * 60_000));
    return body.drawn().flatMap(({ signal, value }) => (signal === "compare.climate" ? [value] : []));
  };
  assert.equal([look(0, 55), look(1, 55), look(11, 55)], [["hot"], [], ["hot"]]);
  assert.equal([look(20, 30), look(40, 30)], [["was_hot"], []]);
});

test("what a person guesses, or what was always there, is not told", () => {
  assert.is(toldOfAir("机器外面都是水珠"), "damp");
  assert.is(toldOfAir("是不是受潮了,8键自己按"), "none");
  assert.is(toldOfAir("磁扣柜台早就在那"), "none");
  assert.is(toldOfPower("借了隔壁的充电器"), "other_adapter");
  assert.is(toldOfCure("清洁卡擦了两遍还是不认"), "cleaned_in_vain");
});

test.run();
