/** Field 39 for each state of account, acquirer, switch and issuer; and who is asked first. */
import { type Account, GOOD_ACCOUNT } from "../../../hw-sim/acquirer/account.ts";
import { createBank } from "../../../hw-sim/acquirer/bank.ts";
import type { Circumstances } from "../../../hw-sim/acquirer/circumstances.ts";
import { assert, suite } from "../../front-door/suite.ts";

interface Asked {
  readonly mti?: string;
  readonly fen?: number;
  readonly pin?: "r" | "w" | "n";
  readonly way?: string;
  readonly chipFailed?: boolean;
}

const codeOf = (
  bank: ReturnType<typeof createBank>,
  { mti = "0200", fen = 8_800, pin = "r", way = "051", chipFailed = false }: Asked = {},
) => bank.authorise(mti, { 4: String(fen), 22: way, 44: `g1.k1.${pin}`, 60: `22000001000${6}${chipFailed ? 2 : 1}` });

function bankWith(account: Partial<Account> = {}, circumstances: Partial<Circumstances> = {}, day = () => "today") {
  const bank = createBank(day);
  bank.keep({ ...GOOD_ACCOUNT, alias: "k1", issuer: "g1", ...account });
  bank.set(circumstances);
  return bank;
}

const test = suite("accounts and circumstances behind the host");

const byAccount: ReadonlyArray<readonly [Partial<Account>, Asked, string]> = [
  [{}, {}, "00"],
  [{ fundsFen: 500 }, {}, "51"],
  [{ expired: true }, {}, "54"],
  [{ singleFen: 5_000 }, {}, "61"],
  [{ state: "frozen" }, {}, "62"],
  [{ state: "lost" }, {}, "41"],
  [{ state: "dormant" }, {}, "21"],
  [{ state: "closed" }, {}, "14"],
  [{ state: "refused" }, {}, "05"],
  [{}, { pin: "w" }, "55"],
  [{}, { way: "021" }, "45"],
  [{ chip: false }, { way: "021" }, "00"],
];
for (const [account, asked, code] of byAccount) {
  test(`${JSON.stringify(account)} ${JSON.stringify(asked)} → ${code}`, () =>
    assert.is(codeOf(bankWith(account), asked), code));
}

const byCircumstances: ReadonlyArray<readonly [Partial<Circumstances>, Asked, string]> = [
  [{ terminal: "unknown", merchant: "frozen" }, {}, "97"],
  [{ merchant: "unknown" }, {}, "03"],
  [{ merchant: "frozen" }, {}, "YM"],
  [{ merchant: "broke" }, { mti: "0220" }, "Y5"],
  [{ merchant: "broke" }, {}, "00"],
  [{ disabled: ["0100"] }, { mti: "0100" }, "58"],
  [{ disabled: ["0100"] }, {}, "00"],
  [{ leastFen: 10_000 }, {}, "YR"],
  [{ mostFen: 5_000 }, {}, "61"],
  [{ switch: "out", issuers: { g1: "out" } }, {}, "96"],
  [{ issuers: { g1: "out" } }, {}, "91"],
  [{ issuers: { g1: "silent" } }, {}, "98"],
  [{ issuers: { g2: "out" } }, {}, "00"],
  [{ pinKey: "other" }, {}, "55"],
  [{ pinKey: "garbage" }, {}, "99"],
  [{ pinKey: "other" }, { pin: "n" }, "00"],
  [{ version: "too_old" }, {}, "YQ"],
  [{ fallback: "open" }, { way: "021", chipFailed: true }, "00"],
  [{ fallback: "open" }, { way: "021" }, "45"],
  [{ fallback: "closed" }, { way: "021", chipFailed: true }, "45"],
];
for (const [circumstances, asked, code] of byCircumstances) {
  test(`${JSON.stringify(circumstances)} ${JSON.stringify(asked)} → ${code}`, () => {
    assert.is(codeOf(bankWith({}, circumstances), asked), code);
  });
}

test("three wrong PINs lock the card at its issuer, also for the right one, until tomorrow", () => {
  let day = "monday";
  const bank = bankWith({}, {}, () => day);
  const codes = ["w", "w", "w", "w", "r"] as const;
  assert.equal(
    codes.map((pin) => codeOf(bank, { pin })),
    ["55", "55", "55", "75", "75"],
  );
  day = "tuesday";
  assert.is(codeOf(bank), "00");
});

test("a right PIN in between makes the count begin anew", () => {
  const bank = bankWith();
  const codes = ["w", "w", "r", "w", "w", "r"] as const;
  assert.equal(
    codes.map((pin) => codeOf(bank, { pin })),
    ["55", "55", "00", "55", "55", "00"],
  );
});

test("an acquirer that locks does so before the issuer is asked", () => {
  const bank = bankWith({}, { pinLock: 2 });
  const codes = ["w", "w", "r"] as const;
  assert.equal(
    codes.map((pin) => codeOf(bank, { pin })),
    ["55", "55", "RA"],
  );
});

test("wrong PINs that are the host's own fault are not counted against the card", () => {
  const bank = bankWith({}, { pinKey: "other" });
  for (let times = 0; times < 5; times += 1) assert.is(codeOf(bank), "55");
  bank.set({ pinKey: "same" });
  assert.is(codeOf(bank), "00");
});

test("so many payments a day and no more", () => {
  const bank = bankWith({ perDay: 2 });
  assert.equal([codeOf(bank), codeOf(bank), codeOf(bank)], ["00", "00", "65"]);
});

test("an issuer alone, without an account, is nobody's trouble; an account that nobody opened is", () => {
  const bank = createBank(() => "today");
  assert.is(bank.authorise("0200", { 4: "100", 44: "g1" }), "00");
  assert.is(bank.authorise("0200", { 4: "100", 44: "g1.k9.r" }), "14");
});

test.run();
