/** Refusals with a code: the cardholder's, the merchant's, the terminal's, the issuer's, the switch's. */
import { type CounterStory, fine, paid } from "./story.ts";

const bank = (issuer: string) => ({ "txn.issuer_group": issuer });
const amount = (fen: number) => ({ "txn.amount_fen": fen });
const others = [fine("c8"), fine("c9")];
/** One card is refused, and others are fine. */
const one = (rc: string) => [...others, paid("c1", rc)];
const many = (rc: string) => [paid("c1", rc), paid("c2", rc), paid("c3", rc)];

export const refusalStories: readonly CounterStory[] = [
  ["three payments, all approved", [fine("c1"), fine("c2"), fine("c3")], undefined],
  ["one card without money", one("51"), "issuer.insufficient_funds"],
  [
    "two customers without money among many that pay",
    [paid("c1", "51"), ...others, paid("c2", "51"), fine("c7")],
    "issuer.insufficient_funds",
  ],
  ["05 for one card", one("05"), "issuer.do_not_honor"],
  ["05, and nothing else is known", [paid("c1", "05")], "issuer.do_not_honor"],
  ["wrong PIN, one card", one("55"), "issuer.pin_wrong"],
  ["wrong PIN for everybody", many("55"), "key.pin_format_error"],
  ["99 for everybody", many("99"), "key.pin_format_error"],
  ["PIN tries over", one("75"), "issuer.pin_tries_exceeded"],
  [
    "a rule refuses a card whose PIN was wrong three times",
    [fine("c9"), paid("c1", "55"), paid("c1", "55"), paid("c1", "55"), paid("c1", "RA")],
    "risk.pin_lock_acquirer",
  ],
  ["a rule refuses a card, no PIN was wrong", one("RA"), "acquirer.risk_block"],
  ["expired, one card", one("54"), "card.expired"],
  ["number not known, chip", [...others, paid("c1", "14", { "txn.entry_mode": "icc" })], "issuer.no_such_account"],
  [
    "number not known, keyed, and keyed again",
    [fine("c9"), paid("c1", "14", { "txn.entry_mode": "manual" }), fine("c1", { "txn.entry_mode": "manual" })],
    "operator.wrong_pan_entry",
  ],
  ["sleeping card", one("21"), "issuer.dormant_card"],
  ["restricted card", one("62"), "issuer.card_restricted"],
  ["lost card", one("41"), "issuer.lost_stolen"],
  ["suspicion", one("34"), "risk.fraud_suspected"],
  ["security refusal", one("63"), "issuer.risk_block"],
  ["card check failed", one("59"), "card.data_mismatch"],
  ["not permitted to the card", one("57"), "issuer.txn_not_permitted"],
  [
    "58 for preauthorisations, sales are fine",
    [
      paid("c1", "58", { "txn.type": "preauth" }),
      paid("c2", "58", { "txn.type": "preauth" }),
      fine("c3", { "txn.type": "sale" }),
    ],
    "merchant.txn_not_enabled",
  ],
  ["03 for everybody, never another answer", many("03"), "merchant.not_registered"],
  ["03 for everybody since this morning", [...others, fine("c7"), ...many("03")], "merchant.account_frozen"],
  ["the merchant's account is abnormal", many("YM"), "merchant.account_frozen"],
  [
    "the merchant's balance does not cover a refund",
    [paid("c1", "Y5", { "txn.type": "refund" })],
    "merchant.balance_insufficient",
  ],
  ["97 for everybody", many("97"), "terminal.not_registered"],
  [
    "new product of a bank, the old one is fine",
    [paid("c1", "15", bank("z-new")), paid("c2", "15", bank("z-new")), fine("c3", bank("z"))],
    "acquirer.bin_not_supported",
  ],
  ["black list", one("B1"), "acquirer.card_type_blocked"],
  [
    "one bank is silent, another is fine",
    [paid("c1", "91", bank("x")), fine("c3", bank("y")), paid("c2", "98", bank("x")), fine("c4", bank("y"))],
    "issuer.maintenance",
  ],
  ["one bank is silent once, and that is all that is known", [paid("c1", "91", bank("x"))], "issuer.unreachable"],
  [
    "96 for cards of three banks",
    [paid("c1", "96", bank("x")), paid("c2", "96", bank("y")), paid("c3", "96", bank("z"))],
    "switch.malfunction",
  ],
  [
    "this card's limit, others pay more",
    [paid("c1", "61", amount(80_000)), fine("c2", amount(300_000))],
    "limit.issuer_amount",
  ],
  [
    "everybody's limit: small is fine, large is not",
    [
      fine("c1", amount(5_000)),
      fine("c2", amount(9_000)),
      paid("c3", "61", amount(500_000)),
      paid("c4", "61", amount(450_000)),
    ],
    "limit.terminal_amount",
  ],
  [
    "the merchant's limit by name",
    [fine("c1", amount(5_000)), paid("c3", "L2", amount(500_000))],
    "limit.terminal_amount",
  ],
  ["too little money for this acquirer", [paid("c3", "YR", amount(100))], "limit.min_amount"],
  [
    "the same card for the third time today",
    [fine("c1"), fine("c1"), paid("c1", "65"), fine("c2")],
    "limit.daily_count",
  ],
  ["too soon again", [fine("c1"), paid("c1", "YU"), fine("c2")], "limit.velocity"],
  ["the message is wrong", one("30"), "txn.data_error"],
  ["the program is too old for the host", many("YQ"), "sw.version_too_old"],
  ["MAC wrong for everybody", many("A0"), "key.mac_error"],
];
