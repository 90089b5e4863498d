/** What the merchant reads after a payment: the real agent beside the payment application, over real sockets. */
import { type CardName, takeCard } from "../../hw-sim/shop/drawer.ts";
import { type Shopper, shopper } from "../../hw-sim/shop/shopper.ts";
import { assert, suite } from "../front-door/suite.ts";
import { openRealTill, type RealTill } from "../support/real-till.ts";

const test = suite("the merchant's screen, by the real agent", { timeoutMs: 60_000 });
let till: RealTill;
let customers = 0;

function customer(name: CardName, wish: Partial<Shopper> = {}): Shopper {
  customers += 1;
  return shopper(takeCard(name, `q${customers}`), wish);
}

/** People who pay as usual. */
async function warmUp(): Promise<void> {
  for (const name of ["good", "other_bank", "third_bank"] as const) await till.shop.serve(customer(name));
}

test.before.each(async () => {
  till = await openRealTill({ seed: 7 });
  await warmUp();
});
test.after.each(() => till.close());

test("approved without a slip: reprint, and do not charge again", async () => {
  till.set({ paper: "out" });
  const { ended, named } = await till.serve(customer("good", { way: "tap" }));
  assert.equal([ended.outcome, ended.printer], ["approved", "paper_out"]);
  assert.equal(
    named.slice(0, 2).map(({ fault }) => fault),
    ["txn.approved_not_printed", "printer.paper_out"],
  );
  assert.ok((named[0]?.do_not.length ?? 0) > 0);
});

test("no funds: the card's own trouble, in the merchant's language", async () => {
  const { ended, named } = await till.serve(customer("poor"));
  assert.is(ended.rc, "51");
  assert.is(named[0]?.fault, "issuer.insufficient_funds");
  assert.match(named[0]?.say ?? "", /金额|余额/);
});

test("a PIN forgotten, and a PIN key that is not the host's", async () => {
  const { named } = await till.serve(customer("good", { wrongPins: 9 }));
  assert.is(named[0]?.fault, "issuer.pin_tries_exceeded");
  till.bank.set({ pinKey: "garbage" });
  await till.serve(customer("good"));
  const second = await till.serve(customer("other_bank"));
  assert.is(second.named[0]?.fault, "key.pin_format_error");
});

test("a merchant account that was frozen", async () => {
  till.bank.set({ merchant: "frozen" });
  await till.serve(customer("good"));
  const { named } = await till.serve(customer("third_bank", { way: "tap" }));
  assert.is(named[0]?.fault, "merchant.account_frozen");
});

test.run();
