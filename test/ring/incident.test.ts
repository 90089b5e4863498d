import { seededRandom } from "../../src/base/random.ts";
import { catalogue } from "../../src/faults/index.ts";
import { assert, suite } from "../front-door/suite.ts";
import { deployments } from "./deployments.ts";
import { createStage, drawIncident, evidenceOf, outcomesOf } from "./incident.ts";
import { fullEvidence, ringEvidence } from "./reading-window.ts";
import { toy } from "./toy.ts";
import { matchedWorld } from "./world.ts";

const test = suite("incidents of the ring");
const [cellular, lan] = deployments;
const stage = createStage(toy, cellular);
const world = matchedWorld(toy);
const draw = (faults: readonly string[], seed: number, change = {}) =>
  drawIncident(stage, world, { ...fullEvidence, blips: 0, faults, random: seededRandom(seed), ...change });
const seeds = Array.from({ length: 40 }, (_, at) => at + 1);

test("the same seed draws the same incident, another one another", () => {
  const told = (seed: number) => JSON.stringify(draw(["radio"], seed, ringEvidence)?.readings);
  assert.is(told(3), told(3));
  assert.is.not(told(3), told(4));
});

test("a fault shows itself, and detectors find what was drawn", () => {
  for (const seed of seeds) {
    const incident = draw(["funds"], seed);
    const holding = evidenceOf(toy, incident?.readings ?? [])
      .filter(({ holds }) => holds)
      .map(({ id }) => id);
    assert.ok(holding.includes("refused_funds"));
    assert.not(holding.includes("refused_pin"), "a payment is refused for one reason");
  }
});

test("a leak that would bring a refusal with it is none", () => {
  const shown = seeds.flatMap((seed) => [...(draw(["radio"], seed)?.shown.keys() ?? [])]);
  assert.ok(shown.includes("weak"));
  assert.not(shown.includes("refused_for_one"));
});

test("every look is there when nothing is missing, and none when everything is", () => {
  const whole = draw(["funds"], 1)?.readings.filter(({ signal }) => signal === "compare.payment") ?? [];
  assert.is(whole.length, fullEvidence.window);
  const bare = draw(["radio"], 1, { missing: 1 })?.readings.filter(({ signal }) => signal === "compare.payment") ?? [];
  assert.is(bare.length, 0);
});

test("a terminal hears what it has", () => {
  const cable = createStage(catalogue, lan);
  const full = drawIncident(cable, matchedWorld(catalogue), {
    ...fullEvidence,
    blips: 0,
    faults: ["lan.cable_loose"],
    random: seededRandom(1),
  });
  const groups = new Set(full?.readings.map(({ signal }) => signal.split(".")[0]));
  assert.ok(groups.has("lan"));
  assert.not(groups.has("modem"));
  assert.not(groups.has("line"));
});

test("a ladder that stops at a failing rung knows nothing of those above", () => {
  const cable = createStage(catalogue, lan);
  for (const seed of seeds.slice(0, 10)) {
    const stopped = drawIncident(cable, matchedWorld(catalogue), {
      ...fullEvidence,
      stops: 1,
      blips: 0,
      faults: ["lan.router_fault"],
      random: seededRandom(seed),
    });
    if (!stopped?.shown.has("gateway_silent")) continue;
    const read = new Set(stopped.readings.map(({ signal }) => signal));
    assert.ok(read.has("net.gateway_ping"));
    assert.not(read.has("host.echo_0820"));
  }
});

test("how far the newest payment got is told", () => {
  assert.is(outcomesOf(new Map([["compare.payment", "unanswered"]]))[0]?.value, "timeout");
  assert.is(
    outcomesOf(
      new Map([
        ["compare.payment", "answered"],
        ["compare.refusal", "pin_wrong"],
      ]),
    )[0]?.value,
    "declined",
  );
  assert.equal(outcomesOf(new Map()), []);
});

test.run();
