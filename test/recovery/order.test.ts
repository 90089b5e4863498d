/** A rung that support orders. */
import { reading } from "../../src/model/reading.ts";
import { assert, suite } from "../front-door/suite.ts";
import { Bench, lost, minuteMs, registered } from "./bench.ts";

const test = suite("recovery/order");
const patient = () => new AbortController().signal;

test("is climbed at the next look, is given back, and says whether the modem is well afterwards", async () => {
  const bench = new Bench({ ...registered });
  await bench.live(10_000);
  const ordered = bench.recovery.order("radio", patient());
  assert.is(await bench.recovery.order("reset", patient()), "busy");
  await bench.live(30_000);
  const came = await ordered;
  assert.equal(bench.sent, ["AT+CFUN=4", "AT+CFUN=1"]);
  assert.equal(typeof came === "string" ? came : [came.rung, came.reply, came.helped], ["radio", "done", "yes"]);
  await bench.end();
});

test("is bound to distances and to the budget of the day like any other try", async () => {
  const bench = new Bench({ ...registered });
  const order = async () => {
    const ordered = bench.recovery.order("reset", patient());
    await bench.live(minuteMs);
    const came = await ordered;
    return typeof came === "string" ? came : came.reply;
  };
  assert.is(await order(), "done");
  assert.is(await order(), "too_soon");
  await bench.live(60 * minuteMs);
  assert.is(await order(), "done");
  await bench.live(60 * minuteMs);
  assert.is(await order(), "spent");
  await bench.end();
});

test("is kept back by what keeps back every rung, and is not begun when nobody waits for it any more", async () => {
  const bench = new Bench({ ...lost });
  await bench.live(10_000);
  bench.recovery.see([reading("txn.running", true, bench.clock.monoMs())]);
  const kept = bench.recovery.order("reattach", patient());
  await bench.live(10_000);
  assert.is(await kept, "payment_running");
  const given = new AbortController();
  const late = bench.recovery.order("reattach", given.signal);
  given.abort();
  await bench.live(10_000);
  assert.is(await late, "ended");
  assert.equal(bench.sent, []);
  const left = bench.recovery.order("reattach", patient());
  await bench.end();
  assert.is(await left, "ended");
});

test.run();
