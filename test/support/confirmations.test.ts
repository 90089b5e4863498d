import type { ReceivedDropped } from "../../src/report/received.ts";
import type { Ack } from "../../src/report/state.ts";
import { createConfirmations } from "../../src/support/confirmations.ts";
import type { Heard, Said } from "../../src/support/inbox.ts";
import { assert, suite } from "../front-door/suite.ts";
import { stamp, terminal } from "../report/samples.ts";

const test = suite("support/confirmations");
const { boot } = stamp;
const moment = { wallMs: 0, monoMs: 0, clock: "ntp" };

function heard(said: Said, serial = terminal.serial): Heard {
  const from = { tenant: terminal.tenant, serial, leaf: "up/evt" } as const;
  return { topic: "", from, bytes: 0, retained: false, said };
}

const report = (seq: number, serial?: string): Heard =>
  heard({ kind: "report", report: { stamp: { boot, seq, ...moment }, body: { kind: "started", terminal } } }, serial);

function dropped(seq: number, ...ranges: readonly Omit<ReceivedDropped, "boot">[]): Heard {
  const body = { kind: "dropped", dropped: ranges.map((range) => ({ ...range, boot })) } as const;
  return heard({ kind: "report", report: { stamp: { boot, seq, ...moment }, body } });
}

const birth = (firstSeq: number): Heard =>
  heard({ kind: "birth", birth: { boot, terminal, firstSeq, nextSeq: 99, moment } });

function confirmed(...messages: readonly Heard[]): readonly (number | undefined)[] {
  const confirmations = createConfirmations();
  return messages.map((message) => confirmations.hear(message)).map((ack: Ack | undefined) => ack?.seq);
}

test("what comes in order is confirmed as it comes", () => {
  assert.equal(confirmed(report(1), report(2), report(3)), [1, 2, 3]);
});

test("a fault that overtakes older metrics is not confirmed before they have come", () => {
  assert.equal(confirmed(report(1), report(4), report(3), report(2)), [1, undefined, undefined, 4]);
});

test("nothing is confirmed until it is known where the numbers begin", () => {
  assert.equal(confirmed(report(17), report(18), birth(17), report(19)), [undefined, undefined, 18, 19]);
});

test("what comes again was not heard of, and is confirmed again", () => {
  assert.equal(confirmed(report(1), report(2), report(1)), [1, 2, 2]);
});

test("numbers told as dropped do not hold up the others", () => {
  const range = { class: "metric", count: 2, firstSeq: 2, lastSeq: 4 };
  assert.equal(confirmed(report(1), report(3), report(5), dropped(6, range)), [1, undefined, undefined, 6]);
});

test("a number within a dropped range that is only late still holds up the others", () => {
  // 2 and 4 were dropped; 3 is of another class and has not come.
  const range = { class: "metric", count: 2, firstSeq: 2, lastSeq: 4 };
  assert.equal(confirmed(report(1), dropped(5, range), report(3)), [1, undefined, 5]);
});

test("ranges of two classes that interleave add up", () => {
  const metric = { class: "metric", count: 2, firstSeq: 2, lastSeq: 5 };
  const state = { class: "state", count: 2, firstSeq: 3, lastSeq: 4 };
  assert.equal(confirmed(report(1), dropped(6, metric, state)), [1, 6]);
});

test("numbers told one by one are known, of whatever class the others are", () => {
  const range = {
    class: "metric",
    count: 2,
    firstSeq: 2,
    lastSeq: 4,
    runs: [
      [2, 2],
      [4, 4],
    ],
  } as const;
  const newer = (seq: number) =>
    heard({ kind: "report", report: { stamp: { boot, seq, ...moment }, body: { kind: "unknown" } } });
  assert.equal(confirmed(report(1), newer(3), dropped(5, range)), [1, undefined, 5]);
  const { runs: _, ...counted } = range;
  assert.equal(confirmed(report(1), newer(3), dropped(5, counted)), [1, undefined, undefined]);
});

test("below the numbers told one by one the rest is only counted", () => {
  const range = {
    class: "metric",
    count: 4,
    firstSeq: 2,
    lastSeq: 9,
    runs: [
      [7, 7],
      [9, 9],
    ],
  } as const;
  assert.equal(confirmed(report(1), dropped(10, range), report(8), report(3), report(4), report(6)), [
    1,
    undefined,
    undefined,
    undefined,
    undefined,
    10,
  ]);
});

test("numbers that contradict their count are as if they were not told", () => {
  const range = { class: "metric", count: 1, firstSeq: 2, lastSeq: 5, runs: [[2, 5]] } as const;
  assert.equal(confirmed(report(1), dropped(6, range), report(3)), [1, undefined, undefined]);
});

test("of an earlier boot all is proved when everything of it was told as dropped", () => {
  const confirmations = createConfirmations();
  const range = { boot: "f".repeat(16), class: "metric", count: 3, firstSeq: 1, lastSeq: 3 };
  const body = { kind: "dropped", dropped: [range] } as const;
  confirmations.hear(heard({ kind: "report", report: { stamp: { boot, seq: 1, ...moment }, body } }));
  assert.is(confirmations.provedUpTo(terminal, range.boot), 3);
  assert.is(confirmations.provedUpTo(terminal, "e".repeat(16)), 0);
});

test("terminals do not mix", () => {
  assert.equal(confirmed(report(1, "A"), report(2, "B"), report(2, "A"), report(1, "B")), [1, undefined, 2, 2]);
});

test.run();
