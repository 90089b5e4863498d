import { type Budget, createBudget } from "../../../src/probes/governor/budget.ts";
import { units } from "../../../src/probes/governor/day-count.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { createPaperLedger } from "../../support/paper-ledger.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const test = suite("what probes may cost");

const limits = { hour: { connections: 12, bytes: 24_000 }, day: { connections: 48, bytes: 32_000 } };
const visit = { connections: 1, bytes: 300 };
const minute = 60_000;
const hour = 60 * minute;

const open = (clock = new VirtualClock(), ledger = createPaperLedger()): Budget =>
  createBudget({ limits, clock, ledger });

/** Books as often as it may, at most so often. */
async function spend(budget: Budget, times: number, cost = visit): Promise<number> {
  let booked = 0;
  while (booked < times && budget.exceeded(cost) === undefined) {
    await budget.book(cost);
    booked += 1;
  }
  return booked;
}

test("an hour takes twelve connections, and no thirteenth in any hour", async () => {
  const clock = new VirtualClock();
  const budget = open(clock);
  assert.is(await spend(budget, 6), 6);
  await clock.advance(30 * minute);
  assert.is(await spend(budget, 100), 6);
  assert.is(budget.exceeded(visit), "hour");
  // The first six are an hour old; the others are not.
  await clock.advance(32 * minute);
  assert.is(await spend(budget, 100), 6);
});

test("a day takes forty-eight, whatever the hours", async () => {
  const clock = new VirtualClock();
  const budget = open(clock);
  let booked = 0;
  for (let at = 0; at < 23; at += 1) {
    booked += await spend(budget, 100);
    await clock.advance(hour + minute);
  }
  assert.is(booked, 48);
  assert.is(budget.exceeded(visit), "day");
  await clock.advance(6 * hour);
  assert.is(await spend(budget, 100), 12);
});

test("bytes have budgets of their own, of an hour and of a day", async () => {
  const clock = new VirtualClock();
  const budget = open(clock);
  const handshake = { connections: 1, bytes: 6_000 };
  assert.is(await spend(budget, 100, handshake), 4);
  assert.is(budget.exceeded(handshake), "hour");
  await clock.advance(2 * hour);
  assert.is(await spend(budget, 100, handshake), 1);
  assert.is(budget.exceeded(handshake), "day");
  assert.is(budget.exceeded(visit), undefined);
});

test("what is given back may be spent again", async () => {
  const budget = open();
  assert.is(await spend(budget, 100, { connections: 0, bytes: 6_000 }), 4);
  budget.giveBack(5_700);
  assert.is(budget.spent().hour.bytes, 18_300);
  assert.is(budget.exceeded({ connections: 0, bytes: 5_700 }), undefined);
});

test("a restart renews the hour and not the day", async () => {
  const [clock, ledger] = [new VirtualClock(), createPaperLedger()];
  let booked = 0;
  // A crash loop: a new agent every two minutes, each as eager as it may be.
  for (let life = 0; life < 60; life += 1) {
    booked += await spend(open(clock, ledger), 3);
    await clock.advance(2 * minute);
  }
  // What each life leaves of a unit is lost, of bytes as well.
  assert.ok(booked <= 48 && booked >= 20, String(booked));
  assert.is(open(clock, ledger).exceeded(visit), "day");
});

test("flash is not written for every probe", async () => {
  const [clock, ledger] = [new VirtualClock(), createPaperLedger()];
  const budget = open(clock, ledger);
  for (let at = 0; at < 20; at += 1) {
    await spend(budget, 100);
    await clock.advance(hour);
  }
  assert.is(budget.exceeded(visit), "day");
  assert.is(ledger.writes(), Math.ceil(48 / units.connections) + Math.ceil((48 * visit.bytes) / units.bytes));
});

/** The same clock, set to another day. */
class SetClock extends VirtualClock {
  offsetMs = 0;
  override wallMs(): number {
    return super.wallMs() + this.offsetMs;
  }
}

test("a clock that is set renews nothing, in either direction, with a restart or without", async () => {
  for (const offsetMs of [-400 * 24 * hour, 40 * 24 * hour]) {
    const [clock, ledger] = [new SetClock(), createPaperLedger()];
    const budget = open(clock, ledger);
    for (let at = 0; at < 4; at += 1) {
      await spend(budget, 100);
      await clock.advance(hour + minute);
    }
    clock.offsetMs = offsetMs;
    assert.is(budget.exceeded(visit), "day");
    if (offsetMs < 0) assert.is(open(clock, ledger).exceeded(visit), "day");
  }
});

test("a terminal that learns the time only after its start does not forget what it spent today", async () => {
  const [clock, ledger] = [new SetClock(), createPaperLedger()];
  const before = open(clock, ledger);
  for (let at = 0; at < 4; at += 1) {
    await spend(before, 100);
    await clock.advance(hour + minute);
  }
  clock.offsetMs = -clock.wallMs();
  const after = open(clock, ledger);
  assert.is(after.exceeded(visit), undefined);
  clock.offsetMs = 0;
  assert.is(after.exceeded(visit), "day");
  // What came before counts for a day from the start.
  await clock.advance(24 * hour);
  assert.is(after.exceeded(visit), undefined);
});

test.run();
