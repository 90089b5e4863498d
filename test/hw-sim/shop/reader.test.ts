/** How often reads fail, by what card and reader are like. */

import { createDice } from "../../../hw-sim/random.ts";
import type { Card } from "../../../hw-sim/shop/card.ts";
import { type CardName, takeCard } from "../../../hw-sim/shop/drawer.ts";
import { insert, select, swipe, type Try, tap } from "../../../hw-sim/shop/reader.ts";
import { HEALTHY_SHOP, type ShopState } from "../../../hw-sim/shop/state.ts";
import { assert, suite } from "../../front-door/suite.ts";

const hand = { wrongWay: false, cards: 1 };
const times = 400;

/** Percent of tries that fail. */
function failing(
  change: Partial<ShopState>,
  once: (chance: { state: ShopState; dice: ReturnType<typeof createDice> }) => Try,
) {
  const chance = { state: { ...HEALTHY_SHOP, ...change }, dice: createDice(11, "reads") };
  const failed = Array.from({ length: times }, () => once(chance)).filter(({ read }) => read !== "ok").length;
  return (100 * failed) / times;
}
const card = (name: CardName): Card => takeCard(name, "k1");
const within = (percent: number, [low, high]: readonly [number, number]) =>
  assert.ok(percent >= low && percent <= high, `${percent} % is not ${low} to ${high} %`);

const test = suite("the readers of the simulated counter");

const chips: ReadonlyArray<readonly [string, CardName, Partial<ShopState>, readonly [number, number]]> = [
  ["a good chip in a clean slot", "good", {}, [0, 3]],
  ["a good chip in a dirty slot", "good", { slot: "dirty" }, [30, 70]],
  ["a good chip in a dead slot", "good", { slot: "dead" }, [100, 100]],
  ["a dirty chip in a clean slot", "dirty_chip", {}, [30, 75]],
  ["a dead chip in a clean slot", "dead_chip", {}, [100, 100]],
  ["a card without a chip", "stripe_only", {}, [100, 100]],
  ["a good chip beside a motor", "good", { emi: true }, [30, 80]],
];
for (const [what, name, change, range] of chips) {
  test(`${what} fails in ${range.join(" to ")} %`, () =>
    within(
      failing(change, (c) => insert(card(name), hand, c)),
      range,
    ));
}

const stripes: ReadonlyArray<readonly [string, CardName, Partial<ShopState>, readonly [number, number]]> = [
  ["a good stripe", "stripe_only", {}, [0, 10]],
  ["a good stripe and a dirty head", "stripe_only", { head: "dirty" }, [40, 75]],
  ["a demagnetised card", "demagnetised", {}, [100, 100]],
  ["a worn stripe", "worn_stripe", {}, [40, 75]],
];
for (const [what, name, change, range] of stripes) {
  test(`${what} fails in ${range.join(" to ")} %`, () =>
    within(
      failing(change, (c) => swipe(card(name), c)),
      range,
    ));
}

test("a card the wrong way round is mute, whatever the slot is like", () => {
  const came = insert(card("good"), { ...hand, wrongWay: true }, { state: HEALTHY_SHOP, dice: createDice(1, "x") });
  assert.equal(came, { telling: { "reader.icc_event": "mute" }, read: "failed" });
});

test("two cards together collide; a card without an antenna is not felt; a dead antenna feels none", () => {
  const chance = { state: HEALTHY_SHOP, dice: createDice(1, "x") };
  const events = [
    tap(card("good"), { ...hand, cards: 2 }, chance),
    tap(card("no_antenna"), hand, chance),
    tap(card("good"), hand, { ...chance, state: { ...HEALTHY_SHOP, antenna: "dead" } }),
  ];
  assert.equal(
    events.map(({ telling }) => telling["reader.nfc_event"]),
    ["collision", "none", "activate_failed"],
  );
});

test("a clock far off makes every chip say so, in the bits of EMV Book 3 Annex C5", () => {
  const said = (days: number) =>
    select(card("good"), { ...HEALTHY_SHOP, clock_ahead_days: days }).telling["reader.tvr_bits"];
  assert.equal([said(0), said(2_000), said(-2_000)], [undefined, "B2b7", "B2b6"]);
});

test.run();
