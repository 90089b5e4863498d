/** Whole payments at the simulated counter: what becomes of them, and what posdiag is told. */
import { openCountedShop } from "../../../hw-sim/shop/counted-shop.ts";
import { type CardName, takeCard } from "../../../hw-sim/shop/drawer.ts";
import { type Ended, promptOf } from "../../../hw-sim/shop/prompts.ts";
import { type Shopper, shopper } from "../../../hw-sim/shop/shopper.ts";
import type { ShopState } from "../../../hw-sim/shop/state.ts";
import type { Telling } from "../../../hw-sim/shop/statement.ts";
import { readTelling } from "../../../src/ipc/observation.ts";
import { assert, suite } from "../../front-door/suite.ts";

const openingMs = Date.UTC(2026, 10, 26, 2);

function open(seed = 3) {
  const told: Telling[] = [];
  const place = openCountedShop({ seed, startMs: openingMs, tell: (telling) => told.push(telling) });
  const values = (signal: string) => told.flatMap((telling) => telling[signal] ?? []);
  const sell = (name: CardName, wish: Partial<Shopper> = {}) =>
    place.shop.serve(shopper(takeCard(name, `t-${name}`), wish));
  return { ...place, told, values, sell };
}

const tries = (event: string) => Array.from({ length: 3 }, () => ["inserted", event, "removed"]).flat();

const test = suite("the simulated counter");

test("a sale by chip is told step by step, each step in one message", async () => {
  const { sell, told } = open();
  const ended = await sell("good");
  assert.equal(ended, { outcome: "approved", rc: "00" });
  const steps = told.map((telling) => telling["txn.stage"] ?? telling["reader.icc_event"] ?? telling["printer.job"]);
  assert.equal(
    steps.filter((step) => step !== undefined),
    ["began", "inserted", "atr_ok", "sent", "ended", "printed", "removed"],
  );
  const end = told.find((telling) => telling["txn.stage"] === "ended");
  assert.equal([end?.["txn.rc"], end?.["txn.outcome"]], ["00", "approved"]);
});

const ends: ReadonlyArray<readonly [string, Partial<ShopState>, CardName, Partial<Shopper>, Partial<Ended>]> = [
  ["no funds", {}, "poor", {}, { outcome: "declined", rc: "51" }],
  ["chip and stripe: fallback is closed", {}, "dead_chip", {}, { outcome: "declined", rc: "45" }],
  ["a chip card swiped", {}, "good", { way: "swipe" }, { outcome: "declined", rc: "45" }],
  ["pulled out early", {}, "good", { pullsEarly: true }, { outcome: "aborted", hindrance: "card_removed" }],
  ["blocked by its issuer", {}, "blocked_chip", {}, { outcome: "aborted", hindrance: "card_blocked" }],
  ["PIN pad dead", { pinpad: "dead" }, "good", {}, { outcome: "aborted", hindrance: "pinpad_failed" }],
  ["PIN pad dead, held near", { pinpad: "dead" }, "good", { way: "tap" }, { outcome: "approved", rc: "00" }],
  [
    "over the limit, held near",
    {},
    "good",
    { way: "tap", amountFen: 200_000 },
    { hindrance: "over_contactless_limit" },
  ],
  ["paper out", { paper: "out" }, "good", {}, { outcome: "approved", printer: "paper_out" }],
  ["battery nearly empty", { supply: "battery", battery_pct: 6 }, "good", {}, { printer: "low_voltage" }],
  ["expired", {}, "expired", {}, { hindrance: "card_expired" }],
  ["clock years behind", { clock_ahead_days: -2_000 }, "good", {}, { hindrance: "not_yet_valid" }],
  ["host gone", { line: "refuses" }, "good", {}, { outcome: "aborted" }],
  ["host silent", { line: "silent" }, "good", {}, { outcome: "timeout" }],
  ["master key gone", { master_key: false }, "good", {}, { hindrance: "key_missing" }],
  ["storage full", { storage_free_mb: 2 }, "good", {}, { hindrance: "storage_full" }],
];
for (const [what, state, name, wish, expected] of ends) {
  test(`${what} → ${promptOf({ outcome: "aborted", ...expected })}`, async () => {
    const { shop, sell } = open();
    // Signed in before, so that what is silent is silent to the sale.
    await sell("other_bank");
    shop.set(state);
    const ended = await sell(name, wish);
    assert.equal({ ...ended, ...expected }, ended);
  });
}

test("a card has no name before it is read, and the same one whenever it is", async () => {
  const { sell, values, told } = open();
  await sell("dead_chip");
  assert.equal([values("reader.icc_event"), values("txn.card_ref")], [tries("mute"), ["c1"]]);
  assert.is(told.find((telling) => telling["txn.card_ref"] !== undefined)?.["reader.mag_event"], "ok");
  await sell("good");
  await sell("dead_chip");
  assert.equal(values("txn.card_ref"), ["c1", "c2", "c1"]);
});

test("a dirty chip that is wiped before the third try is clean, and stays so", async () => {
  const seeds = Array.from({ length: 20 }, (_, at) => at);
  const lives = await Promise.all(
    seeds.map(async (seed) => {
      const { sell, values, told } = open(seed);
      await sell("dirty_chip", { wipes: true });
      const tried = values("reader.icc_event").filter((event) => event === "inserted").length;
      told.length = 0;
      await sell("dirty_chip");
      return { tried, again: values("reader.icc_event") };
    }),
  );
  const wiped = lives.filter(({ tried }) => tried === 3);
  assert.ok(wiped.length >= 5, `${wiped.length} of ${lives.length} were wiped`);
  for (const { again } of wiped) assert.equal(again, ["inserted", "atr_ok", "removed"]);
});

test("a wrong PIN is typed again, three times at most; the issuer locks", async () => {
  const { sell, values } = open();
  const ended = await sell("good", { wrongPins: 9 });
  assert.equal(values("txn.rc"), ["55", "55", "55", "75"]);
  assert.is(ended.rc, "75");
});

test("what was not answered is reversed before the next sale", async () => {
  const { sell, shop, values } = open();
  await sell("other_bank");
  shop.set({ line: "silent" });
  await sell("good");
  shop.set({ line: "up" });
  assert.is((await sell("good")).outcome, "approved");
  assert.equal(values("txn.reversal_state"), ["pending", "ok"]);
});

test("reprint works once paper is in", async () => {
  const { sell, shop, values } = open();
  shop.set({ paper: "out" });
  await sell("good");
  assert.is(await shop.reprint(), false);
  shop.set({ paper: "full" });
  assert.is(await shop.reprint(), true);
  assert.equal(values("txn.receipt_printed"), [false, false, true]);
});

test("an update is hours ago by the clock of the shop", async () => {
  const { shop, time } = open();
  assert.is(shop.hoursSince("app_version"), undefined);
  shop.set({ app_version: "3.3.0" });
  await time.pass(5_400_000);
  assert.is(shop.hoursSince("app_version"), 1.5);
});

async function liveAnHour(seed: number) {
  const { crowd, shop, told, time } = open(seed);
  for (let customers = 0; customers < 60; customers += 1) {
    await shop.serve(crowd.next().shopper);
    await time.pass(60_000);
  }
  return told;
}

test("the same seed tells the same, another one does not", async () => {
  const [first, again, other] = [await liveAnHour(8), await liveAnHour(8), await liveAnHour(9)];
  assert.equal(first, again);
  assert.ok(JSON.stringify(first) !== JSON.stringify(other));
});

test("the agent's door takes everything that is told", async () => {
  const refused = (await liveAnHour(4)).filter((telling) => readTelling(telling).kind !== "observe");
  assert.equal(refused, []);
});

test.run();
