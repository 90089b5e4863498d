import { createGate } from "../../src/console/gate.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("console/gate");

test("so many at once, so many who wait, and a failure frees its place", async () => {
  const gate = createGate(1, 1);
  const ends: (() => void)[] = [];
  const work = () => new Promise<string>((resolve) => ends.push(() => resolve("done")));
  const [first, second, third] = [gate.pass(work), gate.pass(work), gate.pass(work)];
  assert.is(await third, undefined);
  ends.shift()?.();
  assert.is(await first, "done");
  ends.shift()?.();
  assert.is(await second, "done");
  const failing = gate.pass(() => Promise.reject(new Error("no"))).catch(() => "failed");
  assert.equal([await failing, await gate.pass(async () => "free")], ["failed", "free"]);
});

test.run();
