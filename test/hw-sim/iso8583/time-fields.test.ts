import { skewSeconds, timeFields } from "../../../hw-sim/iso8583/time-fields.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("the host's time");
const at = (text: string) => new Date(`${text}`);

test("is local, without a year", () => {
  assert.equal(timeFields(at("2026-11-30T09:30:15")), { 12: "093015", 13: "1130" });
});
test("tells how far ahead the terminal's clock is, over the turn of the year as well", () => {
  const fields = timeFields(at("2026-12-31T23:59:50"));
  assert.is(skewSeconds(fields, at("2027-01-01T00:00:20")), 30);
  assert.is(skewSeconds(timeFields(at("2027-01-01T00:00:20")), at("2026-12-31T23:59:50")), -30);
  assert.is(skewSeconds({}, at("2026-12-31T23:59:50")), undefined);
});
test("cannot tell a year", () => {
  assert.is(skewSeconds(timeFields(at("2026-11-30T09:30:15")), at("2024-11-30T09:30:15")), 0);
});
test.run();
