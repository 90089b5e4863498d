import { openTill } from "../../../hw-sim/cashier/till.ts";
import type { Cashier } from "../../../hw-sim/cashier.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("till");

test("sells to one after the other, keeps the last twenty, and ends with the sale under way", async () => {
  let sold = 0;
  let enough = () => {};
  const plenty = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const other = async () => "declined" as const;
  const sell: Cashier["sell"] = async ({ group } = {}) => {
    sold += 1;
    if (sold === 30) enough();
    return group === "g30" ? "declined" : "approved";
  };
  const cashier = { sell, signIn: other, settle: other, echo: other, pending: () => undefined };
  const till = openTill(cashier, { everyMs: 0, next: () => ({ group: `g${sold + 1}` }) });
  await plenty;
  await till.close();
  const after = sold;
  assert.equal([till.recent().length, till.recent().filter((sale) => sale === "declined").length], [20, 1]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.is(sold, after);
});
test.run();
