import { causeOfCme, causeOfName } from "../../src/at/causes.ts";
import { cmeCodeOf, cmeMeaning, cmsMeaning } from "../../src/at/codes.ts";
import { parseCeer } from "../../src/at/parse/data.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("at codes");

test("every CME meaning leads back to a number that means the same", () => {
  for (let code = 0; code < 300; code += 1) {
    const meaning = cmeMeaning(code);
    if (meaning === undefined) continue;
    assert.is(cmeMeaning(cmeCodeOf(meaning) ?? -1), meaning);
  }
});

/** 3GPP TS 27.007 §9.2.2.1: most are 100 + cause, those from 177 on are not. */
const twins: readonly (readonly [cme: number, layer: string, cause: number])[] = [
  [103, "emm", 3],
  [106, "emm", 6],
  [108, "emm", 8],
  [119, "emm", 19],
  [126, "esm", 26],
  [127, "esm", 27],
  [133, "esm", 33],
  [177, "esm", 8],
  [190, "esm", 38],
  [192, "esm", 50],
  [193, "esm", 51],
];
for (const [cme, layer, cause] of twins) {
  test(`CME ${cme} is ${layer} cause ${cause}`, () => assert.equal(causeOfCme(cme), { layer, cause }));
}

test("errors of the modem's own are no network's cause", () => {
  for (const code of [0, 4, 10, 13, 30, 100, 101, 148, 150]) assert.is(causeOfCme(code), undefined, `${code}`);
});

/** The forms firmware gives AT+CEER. */
const reports: readonly (readonly [line: string, layer: string | undefined, cause: number | undefined])[] = [
  ["+CEER: EPS_AND_NON_EPS_SERVICES_NOT_ALLOWED", "emm", 8],
  ["+CEER: EMM_CAUSE_ILLEGAL_ME", "emm", 6],
  ['+CEER: "EMM cause",15,"No suitable cells in tracking area"', "emm", 15],
  ["+CEER: Deactivate Cause: SM34 (Service option temporarily out of order)", "esm", 34],
  ["+CEER: ESM cause #33", "esm", 33],
  ["+CEER: Requested service option not subscribed", "esm", 33],
  ["+CEER: SM activation failure, cause 33", "esm", 33],
  ['+CEER: "EPS mobility management cause",15,"No suitable cells in tracking area"', "emm", 15],
  ["+CEER: 1,128,ROAMING_NOT_ALLOWED_IN_THIS_TRACKING_AREA", "emm", 13],
  ["+CEER: SMS failure 300", undefined, undefined],
  ["+CEER: 0,NONE", undefined, undefined],
  ["+CEER: No cause information available", undefined, undefined],
  ["+CEER:", undefined, undefined],
];
for (const [line, layer, cause] of reports) {
  test(`${line} names ${cause ?? "no cause"}`, () => {
    const parsed = parseCeer([line]);
    assert.is(parsed?.cause?.layer, layer);
    assert.is(parsed?.cause?.cause, cause);
  });
}

test("words and numbers that no table has are not known", () => {
  assert.is(cmeCodeOf("bananas"), undefined);
  assert.is(causeOfName(""), undefined);
  assert.is(cmsMeaning(500), "Unknown error");
  assert.is(cmsMeaning(9), undefined);
});

test.run();
