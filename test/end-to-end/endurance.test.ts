import { endure } from "../bench/endurance.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("a modem that goes and comes back, on a real port", { timeoutMs: 60_000 });
const cycles = 5;

test(`${cycles} times unplugged and ${cycles} times restarted under load: always back, and nothing is left behind`, async () => {
  const { backMs, before, after } = await endure(cycles, () => {});
  for (const times of Object.values(backMs)) assert.is(times.length, cycles);
  assert.is(Object.keys(backMs).length, 2);
  assert.equal([after.descriptors, after.listeners], [before.descriptors, before.listeners]);
});

test.run();
