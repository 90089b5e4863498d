import { bootOfRow, newBoot, rowOfBoot, runsOfText, textOfRuns } from "../../src/collector/account-row.ts";
import { begin, take, tell } from "../../src/support/account.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("collector/account-row");

test("an account comes out of its row as it went in", () => {
  let account = begin(newBoot.account, 5);
  for (const [seq, name] of [
    [5, "fault"],
    [9, "metric"],
    [10, "metric"],
    [12, undefined],
  ] as const)
    account = take(account, seq, name);
  account = tell(account, { class: "metric", count: 2, firstSeq: 6, lastSeq: 8 });
  account = tell(account, { class: "state", count: 1, firstSeq: 11, lastSeq: 11 });
  const state = { account, clock: { rank: 4, offsetMs: 1_795_000_000_123 }, lastSeq: 12 };
  const row = rowOfBoot(state);
  assert.equal(bootOfRow(row), state);
  assert.equal([row.base, row.up_to, row.came], [4, account.upTo, "5,9-10,12"]);
});

test("runs of numbers as text, and what is none", () => {
  assert.is(
    textOfRuns([
      [1, 7],
      [9, 9],
    ]),
    "1-7,9",
  );
  assert.equal(runsOfText("1-7,9"), [
    [1, 7],
    [9, 9],
  ]);
  assert.equal([runsOfText(""), runsOfText("x"), runsOfText("7-3")], [[], [], []]);
});

test("a row that somebody has spoilt is an account of which nothing is known", () => {
  const row = { ...rowOfBoot(newBoot), proof: "{", dropped: "[1]" };
  assert.is(bootOfRow(row).account.begun, false);
});

test.run();
