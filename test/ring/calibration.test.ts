import { assert, suite } from "../front-door/suite.ts";
import { brier, calibrationError, reliability, slopeOf } from "./calibration.ts";

const test = suite("calibration");
const said = (probability: number, right: number, of: number) =>
  Array.from({ length: of }, (_, at) => ({ probability, isTrue: at < right }));

test("what comes true as often as it is said has no error", () => {
  assert.ok(calibrationError([...said(0.75, 3, 4), ...said(0.25, 1, 4)]) < 1e-9);
});

test("what is said too surely has the difference, weighted by how often", () => {
  assert.ok(Math.abs(calibrationError([...said(0.95, 1, 2), ...said(0.25, 1, 4)]) - (0.45 * 2) / 6) < 1e-9);
});

test("certainty is in the last bin", () => {
  assert.equal(reliability(said(1, 1, 1)), [{ from: 0.9, count: 1, said: 1, was: 1 }]);
});

test("a sure right answer costs nothing, a sure wrong one twice", () => {
  assert.is(brier([{ named: said(1, 1, 1), missed: 0 }]), 0);
  assert.is(brier([{ named: said(1, 0, 1), missed: 1 }]), 2);
});

test("who is as sure as he may be has a slope of one, who tells the square of his odds has half of it", () => {
  assert.ok(Math.abs(slopeOf([...said(0.9, 9, 10), ...said(0.75, 3, 4)]) - 1) < 1e-6);
  assert.ok(Math.abs(slopeOf([...said(81 / 82, 9, 10), ...said(0.9, 3, 4)]) - 0.5) < 1e-6);
  assert.is(slopeOf([...said(0.9, 9, 10), ...said(0.3, 3, 3)]), slopeOf(said(0.9, 9, 10)));
});

test.run();
