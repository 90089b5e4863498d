import { mostSigns } from "../../src/last-resort/content.ts";
import { meaningOf } from "../../src/last-resort/meaning.ts";
import { faultNumber, signNumber, unnumbered } from "../../src/last-resort/numbers.ts";
import { assert, suite } from "../front-door/suite.ts";
import { content } from "./bench.ts";

const test = suite("what a code means");

test("numbers become ids; those of a newer agent stay numbers", () => {
  const known = meaningOf({
    ...content,
    fault: faultNumber("sim.absent"),
    evidence: [signNumber("sim_absent"), mostSigns],
  });
  assert.equal(known.fault, { kind: "id", id: "sim.absent" });
  assert.equal(known.evidence, [
    { kind: "id", id: "sim_absent" },
    { kind: "newer", number: mostSigns },
  ]);
  assert.equal(meaningOf({ ...content, fault: unnumbered - 1 }).fault, { kind: "newer", number: unnumbered - 1 });
  assert.equal(meaningOf({ ...content, fault: unnumbered }).fault, { kind: "unnumbered" });
  assert.equal(meaningOf({ ...content, fault: 0 }).fault, { kind: "nothing" });
});

test("steps become least values, and the time an instant or a span since the start", () => {
  const told = meaningOf(content);
  assert.equal([told.leastChance, told.leastMinutes, told.clock, told.boot], [0.95, 10, "rtc", "b"]);
  assert.is(new Date(told.madeMs ?? 0).toISOString(), "2026-11-27T07:53:00.000Z");
  const unset = meaningOf({ ...content, clock: 0, minutes: 12 });
  assert.equal([unset.madeMs, unset.upMinutes, unset.clock], [undefined, 12, "none"]);
});

test.run();
