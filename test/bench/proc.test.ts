import { assert, suite } from "../front-door/suite.ts";
import { kilobytes, memoryFrom, memoryOf, ticksFrom, ticksOf } from "./proc.ts";

const test = suite("bench/proc");

const status = "Name:\tnode\nVmHWM:\t  70000 kB\nVmRSS:\t  65536 kB\nThreads:\t7\n";
const rollup = "Rss:    65536 kB\nShared_Clean:  40000 kB\nPrivate_Clean:   128 kB\nPrivate_Dirty:  21900 kB\n";

test("resident is VmRSS, private is what nobody else has mapped", () => {
  assert.equal(memoryFrom(status, rollup), { residentKb: 65_536, privateKb: 22_028 });
  assert.throws(() => kilobytes(status, "VmSwap"), /no VmSwap/);
});

test("processor time is utime and stime, also when the name looks like more fields", () => {
  const rest = "S 1 2 3 4 5 6 7 8 9 10 250 50 7 8 20 0 7 0 100";
  assert.is(ticksFrom(`4242 (node) ${rest}`), 300);
  assert.is(ticksFrom(`4242 (a) S 9 (b c) ${rest}`), 300);
  assert.throws(() => ticksFrom("4242 (node) S 1"), /processor time/);
});

test("a living process has memory of its own, and its processor time does not fall", () => {
  const before = ticksOf(process.pid);
  const { residentKb, privateKb } = memoryOf(process.pid);
  assert.ok(privateKb > 1_000 && privateKb < residentKb, `${privateKb} of ${residentKb}`);
  assert.ok(ticksOf(process.pid) >= before);
});

test.run();
