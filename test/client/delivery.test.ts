import { Delivery } from "../../src/client/delivery.ts";
import { parseFrame } from "../../src/ipc/frames.ts";
import type { Observed } from "../../src/ipc/observation.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("observations on their way");

interface Frame {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A connection that is there or not, and an agent that answers when it is told to. */
function createLine() {
  let nowMs = 0;
  let wake = () => {};
  const sleep = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const clock = { wallMs: () => 0, monoMs: () => nowMs, sleep };
  const frames: Frame[] = [];
  let isUp = true;
  let drops = 0;
  const delivery = new Delivery(clock, {
    write: (frame) => {
      if (!isUp) return false;
      const { type, data } = parseFrame(frame.slice(0, -1)) ?? { type: "", data: {} };
      frames.push({ type, data: { ...Object(data) } });
      return true;
    },
    drop: () => {
      drops += 1;
    },
  });
  const take = () => frames.splice(0);
  return {
    ...{ delivery, take },
    pass: (ms: number) => {
      nowMs += ms;
    },
    /** Ends the pause that was begun. */
    wake: async () => {
      wake();
      await Promise.resolve();
    },
    drops: () => drops,
    say: (observed: Observed) => delivery.say("posdiag.tell", { [observed.signal]: observed.value }, [observed]),
    /** The agent reads all that lies in the socket, and answers each. */
    answer: (taken = true) => {
      for (const { data } of take()) {
        delivery.settle(Number(data["request"]), taken);
        delivery.heard();
      }
    },
    set: (up: boolean) => {
      isUp = up;
      if (!up) delivery.ended();
      else delivery.flush();
    },
  };
}

const told = (frames: readonly Frame[]) => frames.map(({ data: { request: _, ...rest } }) => rest);

test("wait until the agent has answered a greeting on this connection", () => {
  const { say, take, delivery } = createLine();
  say({ signal: "txn.rc", value: "51" });
  say({ signal: "txn.rc", value: "55" });
  const [greeting, ...more] = take();
  assert.equal([greeting?.type, more], ["posdiag.alive", []]);
  delivery.settle(Number(greeting?.data["request"]), true);
  delivery.heard();
  assert.equal(told(take()), [{ "txn.rc": "51" }, { "txn.rc": "55" }]);
  assert.equal(delivery.counters(), { sent: 2, dropped: 0, unconfirmed: 0, refused: 0 });
});

test("no more than thirty-two are sent that the agent has not confirmed, and the rest follows as it does", () => {
  const { say, take, delivery, answer } = createLine();
  say({ signal: "txn.rc", value: "00" });
  answer();
  answer();
  for (let count = 0; count < 50; count += 1) say({ signal: "txn.amount_fen", value: count });
  const sent = take();
  assert.is(sent.length, 32);
  delivery.settle(Number(sent[0]?.data["request"]), true);
  delivery.flush();
  assert.equal(told(take()), [{ "txn.amount_fen": 32 }]);
});

test("an agent that hangs gets nothing more, costs the oldest, and is left after six seconds", () => {
  const { say, take, pass, delivery, answer, drops } = createLine();
  say({ signal: "txn.rc", value: "00" });
  answer();
  answer();
  for (let count = 0; count < 300; count += 1) say({ signal: "txn.amount_fen", value: count });
  assert.is(take().length, 32);
  assert.equal(delivery.counters(), { sent: 33, dropped: 300 - 32 - 128, unconfirmed: 0, refused: 0 });
  pass(6_001);
  say({ signal: "txn.amount_fen", value: 300 });
  assert.is(drops(), 1);
  delivery.ended();
  // All that waited has become too old but the last.
  assert.equal(delivery.counters(), { sent: 33, dropped: 300 - 32, unconfirmed: 32, refused: 0 });
});

test("a connection on which the greeting is never answered takes one frame, and is left", () => {
  const { say, take, pass, drops } = createLine();
  for (let count = 0; count < 5; count += 1) say({ signal: "txn.amount_fen", value: count });
  assert.is(take().length, 1);
  pass(6_001);
  say({ signal: "txn.rc", value: "00" });
  assert.equal([take().length, drops()], [0, 1]);
});

test("never more often than the agent takes, and what held meanwhile is said again when something was lost", async () => {
  const { say, take, pass, wake, answer, delivery } = createLine();
  say({ signal: "printer.state", value: "jam" });
  answer();
  answer();
  let sent = 0;
  for (let count = 0; count < 400; count += 1) {
    say({ signal: "txn.amount_fen", value: count });
    sent += told(take()).length;
    answerAll();
  }
  assert.is(sent, 63);
  const rest: unknown[] = [];
  for (let ms = 0; ms < 6_000; ms += 100) {
    pass(100);
    await wake();
    const frames = take();
    rest.push(...told(frames));
    for (const { data } of frames) delivery.settle(Number(data["request"]), true);
  }
  const { dropped, refused } = delivery.counters();
  assert.equal([sent + dropped + rest.length - 1, refused], [400, 0]);
  assert.equal(rest.at(-1), { "printer.state": "jam" });
  function answerAll(): void {
    for (let request = 1_000_000; request < 1_000_500; request += 1) delivery.settle(request, true);
  }
});

test("what the agent refuses is counted", () => {
  const { say, delivery, answer } = createLine();
  say({ signal: "txn.rc", value: "00" });
  answer();
  answer(false);
  assert.is(delivery.counters().refused, 1);
});

test("an agent that comes back hears what is new, and then what holds; events are not said again", () => {
  const line = createLine();
  line.say({ signal: "txn.running", value: true });
  line.say({ signal: "printer.state", value: "paper_out" });
  line.say({ signal: "txn.rc", value: "00" });
  line.answer();
  line.answer();
  line.set(false);
  line.say({ signal: "txn.running", value: false });
  line.set(true);
  assert.is(line.take()[0]?.type, "posdiag.alive");
  line.delivery.heard();
  assert.equal(told(line.take()), [{ "txn.running": false }, { "txn.running": false, "printer.state": "paper_out" }]);
});

test("an agent that started late hears what it missed of what holds", () => {
  const line = createLine();
  line.set(false);
  line.say({ signal: "key.pinpad", value: "locked" });
  line.pass(60_000);
  assert.is(line.delivery.occupied, false);
  line.set(true);
  line.answer();
  assert.equal(told(line.take()), [{ "key.pinpad": "locked" }]);
});

test("an open reversal stands until it is over; that it is over is no news for an agent that starts later", () => {
  const line = createLine();
  line.say({ signal: "txn.reversal_state", value: "pending" });
  assert.ok(line.delivery.stands);
  line.say({ signal: "txn.reversal_state", value: "ok" });
  assert.not(line.delivery.stands);
});

test.run();
