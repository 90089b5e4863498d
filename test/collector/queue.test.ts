import { createQueue, type Waiting } from "../../src/collector/queue.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("collector/queue");
const one = (bytes: number): Waiting => ({
  judged: { kind: "refused", refusal: { reason: "empty", from: undefined, claims: "" } },
  bytes,
  release: () => {},
});
const batch = { messages: 3, bytes: 100 };

test("a batch ends at its number, at its bytes, and holds at least one", () => {
  const queue = createQueue({ messages: 100, bytes: 10_000 }, batch);
  for (const bytes of [1, 1, 1, 1, 90, 90, 500]) void queue.add(one(bytes));
  assert.equal(
    [1, 2, 3, 4].map(() => queue.take().length),
    [3, 2, 1, 1],
  );
  assert.is(queue.length, 0);
});

test("who fills it waits until there is room again", async () => {
  const queue = createQueue({ messages: 2, bytes: 10_000 }, batch);
  assert.is(queue.add(one(1)), undefined);
  const room = queue.add(one(1));
  assert.ok(room);
  queue.take();
  await room;
  assert.is(queue.add(one(1)), undefined);
});

test("whoever waits for something is woken by it, or by hand", async () => {
  const queue = createQueue({ messages: 2, bytes: 10_000 }, batch);
  const filled = queue.filled();
  void queue.add(one(1));
  await filled;
  queue.take();
  const woken = queue.filled();
  queue.wake();
  await woken;
  assert.is(queue.length, 0);
});

test.run();
