import type { Intake } from "../../src/collector/intake.ts";
import { createPost } from "../../src/collector/post.ts";
import type { Outward } from "../../src/uplink/link.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("collector/post");
const message = (topic: string): Outward => ({ topic, payload: Buffer.alloc(0), retain: false });

interface Line {
  readonly intake: Intake;
  readonly topics: string[];
  /** The broker takes, or does not take, the oldest. */
  answer(isTaken: boolean): Promise<void>;
}

function createLine(window: number): Line {
  const topics: string[] = [];
  const open: ((isTaken: boolean) => void)[] = [];
  const never = async () => {};
  return {
    topics,
    answer: async (isTaken) => {
      open.shift()?.(isTaken);
      await new Promise((resolve) => setImmediate(resolve));
    },
    intake: {
      ...{ isShared: true, isResumed: false, window, closed: new Promise(() => {}) },
      ...{ subscribe: async () => true, unsubscribe: never, keepAlive: never, end: never },
      publish: ({ topic }) => {
        topics.push(topic);
        return new Promise((resolve) => open.push(resolve));
      },
    },
  };
}

test("no more is under way than the broker takes, and what is not taken is counted", async () => {
  let [sent, dropped] = [0, 0];
  const post = createPost({ onSent: () => (sent += 1), onDropped: () => (dropped += 1) });
  const line = createLine(2);
  for (const topic of ["a", "b", "c"]) post.send(topic, message(topic));
  assert.is(line.topics.length, 0);
  post.use(line.intake);
  assert.equal(line.topics, ["a", "b"]);
  await line.answer(true);
  assert.equal(line.topics, ["a", "b", "c"]);
  await line.answer(false);
  await line.answer(true);
  await post.idle();
  assert.equal([sent, dropped], [2, 1]);
});

test("of two receipts of one boot that wait only the later is sent, and the oldest of too many are not", () => {
  let dropped = 0;
  const post = createPost({ onSent: () => {}, onDropped: () => (dropped += 1) });
  const line = createLine(10);
  post.send("boot", message("first"));
  post.send("boot", message("second"));
  for (let at = 0; at < 20_000; at += 1) post.send(`${at}`, message(`${at}`));
  assert.is(dropped, 1);
  post.use(line.intake);
  assert.is(line.topics[0], "0");
});

test.run();
