import { isInBand } from "../../../src/at/parse/earfcn.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("E-UTRA channel numbers");

/** 3GPP TS 36.101 table 5.7.3-1. */
test("the edges of band 3, and bands that nobody has", () => {
  assert.equal(
    [1_199, 1_200, 1_949, 1_950].map((channel) => isInBand(channel, 3)),
    [false, true, true, false],
  );
  assert.is(isInBand(1_650, 99), undefined);
});

test("no channel lies in two bands", () => {
  for (let channel = 0; channel < 70_000; channel += 1) {
    let bands = 0;
    for (let band = 1; band < 100; band += 1) if (isInBand(channel, band)) bands += 1;
    if (bands > 1) assert.is(bands, 1, `${channel}`);
  }
  assert.ok(isInBand(38_950, 40), "the last ones are looked at");
});

test.run();
