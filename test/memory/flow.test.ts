import { Flow } from "../../src/memory/flow.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("memory/flow");

/** New bytes, sent and received, at a beat of seconds. */
function received(beatS: number, ...fresh: readonly (readonly [number, number])[]) {
  const flow = new Flow();
  for (const [at, [sentBytes, receivedBytes]] of fresh.entries())
    flow.add({ sentBytes, receivedBytes }, at * beatS * 1_000);
  return flow.received();
}

const times = (count: number, each: readonly [number, number]) => Array.from({ length: count }, () => each);

test("nothing is said before five minutes are covered", () => {
  assert.is(received(60, ...times(5, [100, 100])), undefined);
  assert.is(received(60, ...times(6, [100, 100]))?.bytes, 500);
});

test("what came before the first count does not count", () => {
  assert.is(received(60, [9, 1_000_000], ...times(5, [100, 0]))?.bytes, 0);
});

test("sent and nothing back is zero; nothing sent is not zero but nothing to say", () => {
  assert.is(received(30, ...times(12, [40, 0]))?.bytes, 0);
  assert.is(received(30, ...times(12, [0, 0]))?.bytes, null);
});

test("what was sent a moment ago cannot have been answered yet", () => {
  assert.is(received(10, ...times(40, [0, 0]), [500, 0])?.bytes, null);
});

test("only the last five minutes count", () => {
  assert.is(received(60, ...times(10, [100, 100]), ...times(6, [100, 0]))?.bytes, 0);
});

test("a count a second leaves the window as long as it is", () => {
  const flow = new Flow();
  for (let atS = 0; atS <= 1_000; atS += 1) flow.add({ sentBytes: 1, receivedBytes: 2 }, atS * 1_000);
  const { bytes } = flow.received() ?? {};
  assert.ok(bytes !== undefined && bytes !== null && bytes >= 560 && bytes <= 640, String(bytes));
});

test("a hole in the counts is no five minutes", () => {
  const flow = new Flow();
  flow.add({ sentBytes: 0, receivedBytes: 0 }, 0);
  flow.add({ sentBytes: 5, receivedBytes: 0 }, 900_000);
  assert.is(flow.received(), undefined);
});

test.run();
