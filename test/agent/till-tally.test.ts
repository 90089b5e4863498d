import { createTillTally } from "../../src/agent/till-tally.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("agent/till-tally");

let atMs = 0;
const said = (signal: SignalId, value: Scalar): Reading => reading(signal, value, ++atMs);

/** As the client library tells a payment. */
function payment(issuer: string | undefined, outcome: string, type = "sale"): readonly Reading[] {
  return [
    ...[said("txn.running", true), said("txn.stage", "began"), said("txn.type", type)],
    ...(issuer === undefined ? [] : [said("txn.issuer_group", issuer)]),
    ...[said("txn.stage", "ended"), said("txn.outcome", outcome), said("txn.running", false)],
  ];
}

test("payments are counted by how they ended, and what nobody pays by is not", () => {
  const tally = createTillTally();
  const ends = ["approved", "approved", "declined", "timeout", "unknown", "aborted"];
  for (const each of ends.flatMap((outcome) => payment("bankA", outcome))) tally.see(each);
  for (const each of payment(undefined, "approved", "signin")) tally.see(each);
  assert.equal(tally.payments, { approved: 2, refused: 1, unanswered: 2, unsent: 1 });
  assert.equal(tally.issuers(), [{ issuer: "bankA", approved: 2, refused: 1 }]);
});

test("a payment whose issuer nobody named is not counted for the one before", () => {
  const tally = createTillTally();
  for (const each of [...payment("bankA", "approved"), ...payment(undefined, "declined")]) tally.see(each);
  assert.equal(tally.issuers(), [{ issuer: "bankA", approved: 1, refused: 0 }]);
  assert.is(tally.payments.refused, 1);
});

test("a payment that is under way when the count begins anew is still that issuer's", () => {
  const first = createTillTally();
  const [began, ended] = [payment("bankA", "approved").slice(0, 4), payment("bankA", "approved").slice(-3)];
  for (const each of began) first.see(each);
  const second = first.next();
  for (const each of ended) second.see(each);
  assert.equal([first.payments.approved, second.payments.approved], [0, 1]);
  assert.equal(second.issuers(), [{ issuer: "bankA", approved: 1, refused: 0 }]);
});

test("of many issuers the most frequent are told, and their number is bounded", () => {
  const tally = createTillTally();
  for (let round = 0; round < 3; round++) for (const each of payment("often", "declined")) tally.see(each);
  for (let bank = 0; bank < 200; bank++) for (const each of payment(`bank${bank}`, "approved")) tally.see(each);
  const told = tally.issuers();
  assert.equal([told.length, told[0]], [16, { issuer: "often", approved: 0, refused: 3 }]);
  assert.is(tally.payments.approved, 200);
});

test("tries to read a card are counted by way; a card that goes, and nobody who comes, are none", () => {
  const tally = createTillTally();
  const events: ReadonlyArray<readonly [SignalId, string]> = [
    ["reader.icc_event", "inserted"],
    ["reader.icc_event", "mute"],
    ["reader.icc_event", "atr_ok"],
    ["reader.icc_event", "removed"],
    ["reader.nfc_event", "activate_ok"],
    ["reader.nfc_event", "none"],
    ["reader.mag_event", "lrc_error"],
    ["reader.mag_event", "timeout"],
  ];
  for (const [signal, value] of events) tally.see(said(signal, value));
  assert.equal(tally.reads(), [
    { way: "chip", ok: 1, failed: 1 },
    { way: "contactless", ok: 1, failed: 0 },
    { way: "stripe", ok: 0, failed: 1 },
  ]);
});

test.run();
