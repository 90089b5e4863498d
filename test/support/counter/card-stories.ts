/** Cards and readers: one card or the reader, the stripe or its head, what a chip says of itself. */
import { type CounterStory, chip, fine, paid, served, stripe, touch } from "./story.ts";

const swiped = (card: string, rc: string) => paid(card, rc, { "txn.entry_mode": "mag", "reader.mag_event": "ok" });
const dates = { "reader.tvr_bits": "B2b7" };

export const cardStories: readonly CounterStory[] = [
  ["three chips read and paid", [served("c1"), served("c2"), served("c3")], undefined],
  [
    "one chip is mute again and again, others are read",
    [served("c1"), chip("c2", "mute"), chip("c2", "mute"), served("c3")],
    "card.chip_damaged",
  ],
  [
    "one chip is read at the third try",
    [served("c1"), chip("c2", "parity_error"), chip("c2", "apdu_timeout"), served("c2"), served("c3")],
    "card.chip_dirty",
  ],
  [
    "put in the wrong way once, then the right way",
    [served("c1"), chip("c2", "atr_failed"), served("c2"), served("c3")],
    undefined,
  ],
  [
    "put in the wrong way by one after the other, then the right way",
    [served("c1"), chip("c2", "atr_failed"), served("c2"), served("c3"), chip("c4", "mute"), served("c4")],
    "card.inserted_wrong",
  ],
  [
    "three chips fail and are read in the end",
    [
      served("c0"),
      chip("c1", "atr_failed"),
      served("c1"),
      chip("c2", "mute"),
      chip("c2", "mute"),
      served("c2"),
      chip("c3", "parity_error"),
    ],
    "reader.icc_dirty",
  ],
  [
    "no chip is read any more",
    [
      served("c0"),
      chip("c1", "mute"),
      chip("c1", "mute"),
      chip("c2", "mute"),
      chip("c3", "atr_failed"),
      touch("c3", "activate_ok"),
    ],
    "reader.icc_fault",
  ],
  [
    "chips cannot be named where nothing is read: three customers after each other",
    [
      served("c0"),
      ...[1, 2, 3].flatMap(() => [
        { "txn.running": true },
        { "reader.icc_event": "mute" },
        { "txn.running": false },
        {},
      ]),
    ],
    "reader.icc_fault",
  ],
  [
    "one stripe is garbled, others are read",
    [stripe("c1", "ok"), stripe("c2", "lrc_error"), stripe("c2", "parity_error"), stripe("c3", "ok")],
    "card.mag_damaged",
  ],
  [
    "one stripe is empty, others are read",
    [stripe("c1", "ok"), stripe("c2", "no_data"), stripe("c2", "no_data"), stripe("c3", "ok")],
    "card.demagnetized",
  ],
  [
    "one stripe is short, others are read",
    [stripe("c1", "ok"), stripe("c2", "too_short"), stripe("c3", "ok")],
    "card.mag_data_missing",
  ],
  [
    "many stripes are garbled at first",
    [
      stripe("c1", "lrc_error"),
      stripe("c1", "ok"),
      stripe("c2", "parity_error"),
      stripe("c2", "ok"),
      stripe("c3", "lrc_error"),
    ],
    "reader.mag_dirty",
  ],
  [
    "every stripe is empty, chips are read",
    [served("c0"), stripe("c1", "no_data"), stripe("c2", "no_data"), stripe("c3", "no_data")],
    "reader.mag_fault",
  ],
  [
    "no card is felt, chips are read",
    [served("c0"), touch("c1", "activate_failed"), touch("c2", "activate_failed"), touch("c3", "activate_failed")],
    "reader.nfc_fault",
  ],
  [
    "one card is not felt, others are",
    [touch("c1", "activate_ok"), touch("c2", "activate_failed"), touch("c3", "activate_ok")],
    undefined,
  ],
  ["two cards at once", [fine("c1"), touch("c2", "collision")], "card.collision"],
  [
    "pulled out while the chip is spoken to",
    [served("c1"), { ...chip("c2", "removed"), "txn.outcome": "aborted" }],
    "card.removed_early",
  ],
  [
    "pulled out after the approval",
    [served("c1"), chip("c1", "removed"), served("c2"), chip("c2", "removed")],
    undefined,
  ],
  [
    "a chip card swiped, not tried before",
    [served("c1"), swiped("c2", "45"), served("c3")],
    "operator.swiped_chip_card",
  ],
  [
    "a chip card swiped after its chip failed",
    [served("c1"), chip("c2", "mute"), chip("c2", "mute"), swiped("c2", "45"), served("c3")],
    "card.chip_damaged",
  ],
  [
    "the chip says blocked",
    [served("c1"), { ...chip("c2", "atr_ok"), "reader.icc_sw": "6283" }, served("c3")],
    "card.chip_locked",
  ],
  [
    "no application in common, one card",
    [served("c1"), { ...chip("c2", "atr_ok"), "reader.icc_sw": "6A82" }, served("c3")],
    "card.app_not_supported",
  ],
  [
    "no application in common for one card after the other",
    [
      { ...chip("c1", "atr_ok"), "reader.icc_sw": "6A82" },
      { ...chip("c2", "atr_ok"), "reader.tvr_bits": "B1b7" },
      { ...chip("c3", "atr_ok"), "reader.tvr_bits": "B1b4" },
    ],
    "sw.param_outdated",
  ],
  ["one card's date is over", [served("c1"), { ...chip("c2", "atr_ok"), ...dates }, served("c3")], "card.expired"],
  [
    "everybody's date is over",
    [
      { ...chip("c1", "atr_ok"), ...dates },
      { ...chip("c2", "atr_ok"), ...dates },
      { ...chip("c3", "atr_ok"), ...dates },
    ],
    "device.clock_wrong",
  ],
  ["soon over", [served("c1"), fine("c2", { "txn.expiry": "soon" })], "card.expiring_soon"],
  [
    "too much for a tap",
    [fine("c1"), { "txn.card_ref": "c2", "reader.contactless_outcome": "tryAnotherInterface" }],
    "limit.contactless_amount",
  ],
  [
    "cancelled",
    [fine("c1"), { "txn.hindrance": "cancelled", "txn.outcome": "aborted" }],
    "operator.cancelled_or_timeout",
  ],
  [
    "cancelled again and again",
    [1, 2, 3, 4].map(() => ({ "txn.hindrance": "cancelled", "txn.outcome": "aborted" })),
    "operator.wrong_procedure",
  ],
  [
    "noise on four buses while chips fail",
    [
      served("c1"),
      { ...chip("c2", "parity_error"), "device.buses_with_errors": 4, "device.bus_errors_1min": 57 },
      served("c3"),
    ],
    "env.emi",
  ],
];
