/** What answers with a code mean: card, issuer, acquirer, terminal or limit. */
import { type CardName, makeCard } from "../../../hw-sim/shop/drawer.ts";
import { shopper } from "../../../hw-sim/shop/shopper.ts";
import { all, comes, type Guest, holdersOf, type Row, type Story, some } from "./story.ts";

const expiredStripe = makeCard("expired stripe", "oldstripe", {
  chip: "none",
  daysLeft: -40,
  account: { expired: true },
});

/** And the next customer pays more: without him it may be anybody's limit. */
const smallLimit: Guest = (nth, ordinary) => {
  const first = comes("small_limit", { amountFen: 80_000 })(nth, ordinary);
  return some({ way: "chip", amountFen: 120_000 }, [1])(nth, first);
};

const card = (name: string, sort: CardName, fault: string): Story => ({ name, guests: comes(sort), fault });

export const refusalRows: readonly Row[] = [
  {
    trouble: {
      name: "one issuer out",
      bank: { issuers: { g2: "out" } },
      guests: holdersOf("g2", [0, 2, 4, 6]),
      fault: "issuer.maintenance",
      also: ["issuer.unreachable"],
      within: 4,
    },
    nearMiss: { name: "switch out", bank: { switch: "out" }, fault: "switch.malfunction", within: 2 },
  },
  {
    trouble: { name: "host refuses connections", shop: { line: "refuses" }, fault: "host.down", within: 3 },
    nearMiss: {
      name: "all issuers silent",
      bank: { issuers: { g1: "silent", g2: "silent", g3: "silent" } },
      fault: "issuer.unreachable",
      also: ["switch.malfunction", "issuer.maintenance"],
      within: 4,
    },
  },
  {
    trouble: { name: "PIN forgotten", guests: some({ way: "chip", wrongPins: 1 }), fault: "issuer.pin_wrong" },
    nearMiss: {
      name: "another PIN key than the host's",
      bank: { pinKey: "other" },
      guests: all({ way: "chip" }),
      fault: "key.pin_format_error",
      also: ["issuer.pin_wrong"],
      within: 6,
    },
  },
  {
    trouble: {
      name: "PIN blocks that are none",
      bank: { pinKey: "garbage" },
      guests: all({ way: "chip" }),
      fault: "key.pin_format_error",
      within: 2,
    },
    nearMiss: {
      name: "PIN wrong three times, the issuer has had enough",
      guests: comes("good", { wrongPins: 9 }),
      fault: "issuer.pin_tries_exceeded",
      also: ["issuer.pin_wrong"],
      within: 4,
    },
  },
  {
    trouble: {
      name: "acquirer locks a card after three wrong PINs",
      bank: { pinLock: 3 },
      guests: comes("other_bank", { wrongPins: 9 }),
      fault: "risk.pin_lock_acquirer",
      also: ["issuer.pin_wrong"],
      within: 4,
    },
    nearMiss: {
      name: "issuer locks a card after three wrong PINs",
      guests: comes("third_bank", { wrongPins: 9 }),
      fault: "issuer.pin_tries_exceeded",
      also: ["issuer.pin_wrong"],
      within: 4,
    },
  },
  {
    trouble: card("no funds", "poor", "issuer.insufficient_funds"),
    nearMiss: {
      name: "a limit of the card's own",
      guests: smallLimit,
      fault: "limit.issuer_amount",
      also: ["limit.single_amount"],
    },
  },
  {
    trouble: {
      name: "more than this terminal may take",
      bank: { mostFen: 60_000 },
      guests: some({ way: "chip", amountFen: 200_000 }, [0, 2, 4, 6]),
      fault: "limit.terminal_amount",
      also: ["limit.single_amount"],
      within: 5,
    },
    nearMiss: {
      name: "less than this terminal may take",
      bank: { leastFen: 1_000 },
      guests: some({ amountFen: 300 }),
      fault: "limit.min_amount",
    },
  },
  {
    trouble: {
      name: "one card the third time today",
      guests: comes("twice_a_day", { way: "tap", amountFen: 3_000 }, [0, 3, 6]),
      fault: "limit.daily_count",
      within: 7,
    },
    nearMiss: {
      name: "one card three times today, and allowed",
      guests: comes("good", { way: "tap", amountFen: 3_000 }, [0, 8, 16]),
      fault: undefined,
    },
  },
  {
    trouble: {
      name: "old stripe expired, by the bank's book",
      guests: (nth, ordinary) => (nth === 0 ? shopper(expiredStripe, { way: "swipe" }) : ordinary),
      fault: "card.expired",
    },
    nearMiss: {
      name: "terminal's clock three years ahead",
      shop: { clock_ahead_days: 1_100 },
      guests: all({ way: "chip" }),
      fault: "device.clock_wrong",
      within: 3,
    },
  },
  {
    trouble: { name: "chip card expired", guests: comes("expired"), fault: "card.expired" },
    nearMiss: {
      name: "terminal's clock three years behind",
      shop: { clock_ahead_days: -1_100 },
      guests: all({ way: "chip" }),
      fault: "device.clock_wrong",
      within: 3,
    },
  },
  {
    trouble: {
      name: "merchant frozen over night",
      bank: { merchant: "frozen" },
      fault: "merchant.account_frozen",
      within: 2,
    },
    nearMiss: {
      name: "merchant of a new shop not registered",
      isNew: true,
      bank: { merchant: "unknown" },
      fault: "merchant.not_registered",
      within: 2,
    },
  },
  {
    trouble: {
      name: "pre-authorisation not enabled",
      bank: { disabled: ["0100"] },
      guests: some({ kind: "preauth", way: "chip" }, [0, 2, 4]),
      fault: "merchant.txn_not_enabled",
      within: 3,
    },
    nearMiss: card("one card may not be used for this", "not_permitted", "issuer.txn_not_permitted"),
  },
  {
    trouble: {
      name: "terminal not registered",
      bank: { terminal: "unknown" },
      fault: "terminal.not_registered",
      within: 2,
    },
    nearMiss: card("no such account", "closed", "issuer.no_such_account"),
  },
  {
    trouble: {
      name: "a new card product is not known yet",
      bank: { newProducts: "unknown" },
      guests: comes("new_product", {}, [0, 3]),
      fault: "acquirer.bin_not_supported",
      within: 2,
    },
    nearMiss: card("card never activated", "not_activated", "issuer.not_activated"),
  },
  {
    trouble: card("card of many years in a drawer", "dormant", "issuer.dormant_card"),
    nearMiss: card("account frozen", "frozen", "issuer.card_restricted"),
  },
  {
    trouble: card("issuer does not say why", "refused", "issuer.do_not_honor"),
    nearMiss: card("restricted card", "restricted", "issuer.card_restricted"),
  },
  {
    trouble: card("lost card", "lost", "issuer.lost_stolen"),
    nearMiss: card("suspected of fraud", "suspected", "risk.fraud_suspected"),
  },
  {
    trouble: {
      name: "refund not covered by the merchant's account",
      bank: { merchant: "broke" },
      guests: some({ kind: "refund", way: "chip" }),
      fault: "merchant.balance_insufficient",
    },
    nearMiss: { name: "refund that is covered", guests: some({ kind: "refund", way: "chip" }), fault: undefined },
  },
  {
    trouble: {
      name: "software too old for the host",
      bank: { version: "too_old" },
      fault: "sw.version_too_old",
      within: 2,
    },
    nearMiss: { name: "another version, and all is well", shop: { app_version: "3.3.0" }, fault: undefined },
  },
];
