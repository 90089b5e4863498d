/** The ladder over virtual hours. */
import type { Attempt, RungId } from "../../src/model/attempt.ts";
import { reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";
import { Bench, done, hung, lost, minuteMs, registered, silent } from "./bench.ts";
import { createLedger } from "./passing-ledger.ts";

const test = suite("recovery at work");

test("a radio that lost its network is switched off and on, and the record says that it helped, and how long it took", async () => {
  const bench = new Bench({ ...lost });
  bench.answer = (request) => {
    const found = () => {
      bench.values = { ...registered };
    };
    if (request === "AT+CFUN=1") bench.clock.at(8_000, found);
    return done;
  };
  await bench.live(4 * minuteMs);
  assert.equal(bench.sent, []);
  await bench.live(2 * minuteMs);
  assert.equal(bench.sent, ["AT+CFUN=4", "AT+CFUN=1"]);
  assert.is(bench.broken, 1);
  const [attempt] = bench.attempts;
  assert.is(attempt?.helped, "yes");
  assert.is(attempt?.reply, "done");
  assert.ok(attempt && attempt.tookMs >= 8_000 && attempt.tookMs < 20_000, String(attempt?.tookMs));
  const of = (list: Attempt["before"] | undefined) => list?.map(({ signal, value }) => `${signal}=${value}`);
  assert.equal(of(attempt?.before), ["modem.at_response=ok", "modem.reg_state=searching", "modem.rsrp_dbm=-90"]);
  assert.ok(of(attempt?.after)?.includes("modem.reg_state=home"));
  await bench.live(60 * minuteMs);
  assert.is(bench.sent.length, 2);
  await bench.end();
});

test("a modem that stays silent is reset twice a day at most, and each record says that it was silent and not helped", async () => {
  const bench = new Bench({ ...hung });
  bench.answer = () => silent;
  await bench.live(8 * 60 * minuteMs);
  assert.equal(bench.sent, ["AT+CFUN=1,1", "AT+CFUN=1,1"]);
  assert.equal(
    bench.attempts.map(({ reply, helped }) => [reply, helped]),
    [
      ["silent", "no"],
      ["silent", "no"],
    ],
  );
  assert.is(bench.recovery.status().step.kind, "spent");
  await bench.end();
});

test("a whole day without service costs no more tries than the budget of a day, up the ladder and with rest on top", async () => {
  const bench = new Bench({ ...registered, "modem.pdp_state": "inactive" });
  await bench.live(14 * 60 * minuteMs);
  assert.equal(bench.rungs().slice(0, 4), ["reattach", "radio", "reset", "reattach"]);
  const count = (rung: RungId) => bench.rungs().filter((each) => each === rung).length;
  assert.ok(count("reattach") <= 6 && count("radio") <= 4 && count("reset") <= 2, bench.rungs().join());
  const [, , third, fourth] = bench.attempts;
  assert.ok(third && fourth && fourth.startedAtMs - third.startedAtMs >= 60 * minuteMs);
  await bench.end();
});

test("what was spent today is not spent again after a restart, and tomorrow is another day", async () => {
  const ledger = createLedger();
  const first = new Bench({ ...hung }, ledger);
  await first.live(3 * 60 * minuteMs);
  assert.is(first.attempts.length, 2);
  await first.end();
  const second = new Bench({ ...hung }, ledger);
  await second.live(60 * minuteMs);
  assert.is(second.attempts.length, 0);
  // The virtual wall clock began at 2025-10-09T08:53Z.
  await second.live(16 * 60 * minuteMs);
  assert.is(second.attempts.length, 2);
  await second.end();
});

test("a payment that begins between the decision and the command keeps the command back", async () => {
  const bench = new Bench({ ...hung });
  bench.answer = (request) => {
    if (request === "AT") bench.recovery.see([reading("txn.running", true, bench.clock.monoMs())]);
    return silent;
  };
  await bench.live(10 * minuteMs);
  assert.equal([bench.sent, bench.attempts, bench.recovery.status().spent.reset], [[], [], 0]);
  assert.equal(bench.recovery.status().step, { kind: "held", fault: "modem.hung", by: "payment_running" });
  await bench.end();
});

test("one that begins while the try is booked costs the try, and keeps the command back all the same", async () => {
  const ledger = createLedger();
  const bench = new Bench(
    { ...hung },
    {
      ...ledger,
      spend: (name, day) => {
        bench.recovery.see([reading("txn.running", true, bench.clock.monoMs())]);
        return ledger.spend(name, day);
      },
    },
  );
  await bench.live(10 * minuteMs);
  assert.equal(bench.sent, []);
  assert.equal(
    bench.attempts.map(({ reply, helped }) => [reply, helped]),
    [["withheld", "unknown"]],
  );
  await bench.end();
});

test("a try that cannot be written down is not made: the next start would not know of it", async () => {
  const ledger = createLedger();
  const bench = new Bench(
    { ...lost },
    {
      ...ledger,
      spend: async (name, day) => {
        await ledger.spend(name, day);
        return false;
      },
    },
  );
  await bench.live(60 * minuteMs);
  assert.equal(bench.sent, []);
  assert.is(bench.recovery.status().step.kind, "spent");
  await bench.end();
});

test("nothing is spent on a port that is gone", async () => {
  const bench = new Bench({ ...hung });
  bench.answer = () => ({ kind: "port_lost" });
  await bench.live(10 * minuteMs);
  assert.equal([bench.sent, bench.attempts, bench.recovery.status().spent.reset], [[], [], 0]);
  await bench.end();
});

test("a reversal that waits keeps a hung modem hung, also after a restart of the agent, and it is told why", async () => {
  const ledger = createLedger();
  const told: unknown[] = [];
  const first = new Bench({ ...hung }, ledger, (_level, event, fields) => void told.push([event, fields]));
  first.recovery.see([reading("txn.running", false, 0), reading("txn.reversal_state", "pending", 0)]);
  await first.live(3 * 60 * minuteMs);
  const held = { fault: "modem.hung", by: "reversal_pending" };
  assert.equal([first.sent, told], [[], [["recovery.held", held]]]);
  await first.end();
  const second = new Bench({ ...hung }, ledger);
  await second.live(3 * 60 * minuteMs);
  assert.equal([second.sent, second.recovery.status().step], [[], { kind: "held", ...held }]);
  second.recovery.see([reading("txn.reversal_state", "ok", second.clock.monoMs())]);
  second.recovery.see([reading("txn.running", false, second.clock.monoMs())]);
  await second.live(10 * minuteMs);
  assert.equal(second.sent, ["AT+CFUN=1,1"]);
  await second.end();
  const third = new Bench({ ...hung }, ledger);
  await third.live(2 * minuteMs);
  assert.is(third.sent.length, 1);
  await third.end();
});

test("a payment that begins while the radio is off does not keep it off", async () => {
  const bench = new Bench({ ...lost });
  bench.answer = (request) => {
    if (request === "AT+CFUN=4") bench.recovery.see([reading("txn.running", true, bench.clock.monoMs())]);
    return done;
  };
  await bench.live(12 * minuteMs);
  assert.equal(bench.sent, ["AT+CFUN=4", "AT+CFUN=1"]);
  await bench.end();
});

test("whoever stops the agent gets the radio back first", async () => {
  const bench = new Bench({ ...lost });
  bench.answer = (request) => {
    if (request === "AT+CFUN=4") bench.stop();
    return done;
  };
  await bench.live(6 * minuteMs);
  assert.equal(bench.sent, ["AT+CFUN=4", "AT+CFUN=1"]);
  await bench.end();
});

test("stopping takes ten seconds at most, however long the modem takes", async () => {
  const bench = new Bench({ ...registered, "modem.pdp_state": "inactive" });
  await bench.live(3 * minuteMs - 10_000);
  bench.replyMs = 75_000;
  await bench.live(90_000);
  const stoppedMs = bench.clock.monoMs();
  await bench.end();
  assert.ok(bench.clock.monoMs() - stoppedMs <= 10_200);
});

test("a radio that an agent before this one left off is switched on as soon as the modem answers", async () => {
  const ledger = createLedger();
  const killed = new Bench({ ...lost }, ledger);
  killed.answer = (request) => {
    if (request === "AT+CFUN=4") killed.replyMs = 10 * 60 * minuteMs;
    return done;
  };
  await killed.live(6 * minuteMs);
  assert.equal(killed.sent, ["AT+CFUN=4"]);
  await killed.end();
  const next = new Bench({ ...hung }, ledger);
  await next.live(minuteMs);
  assert.equal(next.sent, []);
  next.values = { ...registered };
  await next.live(10_000);
  assert.equal(next.sent, ["AT+CFUN=1"]);
  await next.live(minuteMs);
  await next.end();
  const third = new Bench({ ...registered }, ledger);
  await third.live(minuteMs);
  assert.equal(third.sent, []);
  await third.end();
});

test("a modem that refuses to switch the radio on is asked once a minute until it does", async () => {
  const bench = new Bench({ ...lost });
  let refusals = 3;
  bench.answer = (request) => {
    if (request === "AT+CFUN=1" && refusals > 0) {
      refusals -= 1;
      return { kind: "error" };
    }
    return done;
  };
  await bench.live(20 * minuteMs);
  assert.is(bench.sent.filter((request) => request === "AT+CFUN=1").length, 4);
  await bench.end();
});

test.run();
