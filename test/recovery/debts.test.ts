import { createDebts } from "../../src/recovery/debts.ts";
import { triesOf } from "../../src/recovery/ledger.ts";
import { assert, suite } from "../front-door/suite.ts";
import { createLedger } from "./passing-ledger.ts";

const test = suite("recovery: what was taken away");
const [monday, tuesday] = ["2026-11-23", "2026-11-24"];

test("a radio left off before midnight is owed after it, and once only", async () => {
  const ledger = createLedger();
  await ledger.spend(triesOf.radio.begun, monday);
  const debts = createDebts(ledger);
  assert.equal(debts.due(0), ["radio"]);
  await debts.paid("radio");
  assert.equal([debts.due(0), createDebts(ledger).due(0)], [[], []]);
});

test("what was given back after midnight hides no debt of the new day", async () => {
  const ledger = createLedger();
  await ledger.spend(triesOf.reattach.begun, monday);
  await createDebts(ledger).paid("reattach");
  await ledger.spend(triesOf.reattach.begun, tuesday);
  assert.equal(createDebts(ledger).due(0), ["reattach"]);
});

test("a reset takes nothing away", async () => {
  const ledger = createLedger();
  await ledger.spend(triesOf.reset.begun, monday);
  const debts = createDebts(ledger);
  debts.owe("reset");
  assert.equal(debts.due(0), []);
});

test.run();
