import { readTrouble, troubleText } from "../../hw-sim/fleet/trouble-text.ts";
import { createFleetWorld } from "../../hw-sim/fleet.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("hw-sim/fleet");
const open = () => createFleetWorld({ seed: 7, terminals: 50, startHour: 22.5 });

function letLoose(world: ReturnType<typeof open>, nowMs: number, ...specs: readonly string[]): void {
  for (const spec of specs) world.begin(readTrouble(spec, world.population, nowMs), nowMs);
}

test("troubles are listed until they end, by themselves or by hand", () => {
  const world = open();
  letLoose(world, 0, "carrier:46000+60s", "carrier:46000/guangdong", "issuer:bankA@90s");
  const names = (nowMs: number) => world.troubles(nowMs).map(troubleText);
  assert.equal(names(59_000), ["carrier:46000=data", "carrier:46000/guangdong=data", "issuer:bankA=out"]);
  assert.equal(names(60_000), ["carrier:46000/guangdong=data", "issuer:bankA=out"]);
  assert.is(world.end({ kind: "carrier", name: "46000", region: undefined }, 61_000), 0);
  assert.is(world.end({ kind: "carrier", name: "46000", region: "guangdong" }, 61_000), 1);
  assert.equal(names(61_000), ["issuer:bankA=out"]);
});

test("one to come does not make one that lasts be forgotten", () => {
  const world = open();
  letLoose(world, 0, "host:acqEast+5m", "host:acqWest@2h");
  const victim = world.population.terminals.find(({ shop }) => shop.acquirer === "acqEast");
  assert.ok(victim && world.stateOf(victim, 60_000).host === "silent");
});

test("the day goes round", () => {
  assert.is(open().hourAt(3_600_000), 23.5);
  assert.is(open().hourAt(7_200_000), 0.5);
});

test("there is an end to what can be wrong at once", () => {
  const world = open();
  letLoose(world, 0, ...Array.from({ length: 256 }, () => "issuer:bankA"));
  assert.throws(() => letLoose(world, 0, "issuer:bankB"), /more than 256 troubles/);
});

test("a terminal of another fleet has no place here", () => {
  const stranger = createFleetWorld({ seed: 7, terminals: 90, startHour: 0 }).population.terminals.at(-1);
  assert.throws(() => stranger && open().stateOf(stranger, 0), /is none of this fleet/);
});

test.run();
