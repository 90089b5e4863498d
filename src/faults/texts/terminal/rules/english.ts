/** Texts in English for the merchant's account, the terminal's registration, the acquirer's rules, and limits. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inEnglish as en } from "../../phrases.ts";

export const rulesEnglish: FaultTexts = {
  "merchant.balance_insufficient": {
    name: "Merchant's balance too low",
    say: "The merchant's account is too low for this refund or settlement; the cardholder is not concerned.",
    do: [
      "Look at the balance in the merchant portal, and top it up or wait for the settlement.",
      "If it stays, call your acquirer.",
    ],
    doNot: [],
  },
  "merchant.account_frozen": {
    name: "Merchant's account on hold",
    say: "The acquirer has put the merchant's account on hold; the cardholder's card is not the cause.",
    do: ["Call your acquirer, and send the documents it asks for.", "Until then, take payments another way."],
    doNot: [en.noTryingAgain],
  },
  "merchant.info_wrong": {
    name: "Merchant's data wrong",
    say: "The acquirer's data of the merchant may be wrong.",
    do: ["Call your acquirer to have the merchant's name and settlement details corrected."],
    doNot: [],
  },
  "merchant.not_registered": {
    name: "Merchant not registered",
    say: "The host does not know the merchant number in this terminal.",
    do: ["Call your acquirer to have the merchant number registered.", "Until then, take payments another way."],
    doNot: [],
  },
  "merchant.txn_not_enabled": {
    name: "Kind of payment not enabled",
    say: "This kind of payment is not enabled for the merchant; others work.",
    do: ["Call your acquirer to have it enabled."],
    doNot: [],
  },
  "terminal.not_registered": {
    name: "Terminal not registered",
    say: "The host does not know this terminal.",
    do: [
      "Call your acquirer to have the terminal number checked and registered.",
      "Until then, take payments on another terminal.",
    ],
    doNot: [],
  },
  "terminal.dormant": {
    name: "Terminal put to sleep",
    say: "The terminal was not used for a long time, and the acquirer has switched it off.",
    do: ["Call your acquirer to have it activated again."],
    doNot: [],
  },
  "terminal.geofence_blocked": {
    name: "Terminal away from its place",
    say: "The terminal is not at its registered place, so payments are blocked.",
    do: ["Take the terminal back to its registered place.", "If it is to move, ask your acquirer for a change."],
    doNot: [],
  },
  "acquirer.card_type_blocked": {
    name: "Kind of card not accepted",
    say: "The acquirer does not accept this kind of card here; it is not the cardholder's doing.",
    do: [en.otherCard, "If you want to accept such cards, call your acquirer."],
    doNot: [],
  },
  "acquirer.bin_not_supported": {
    name: "New kind of card",
    say: "The acquirer does not know this kind of card yet; it is not the cardholder's doing.",
    do: [
      en.otherCard,
      "Tell your acquirer the bank and the first six digits, so that its card table can be completed.",
    ],
    doNot: ["Do not write down or send the whole card number."],
  },
  "acquirer.agreement_changed": {
    name: "Agreement changed",
    say: "The rules between bank and acquirer have changed: such payments are not accepted for now.",
    do: [en.otherCard, "Follow the notices of your acquirer."],
    doNot: [],
  },
  "acquirer.risk_block": {
    name: "Held back by the acquirer",
    say: "The acquirer did not let this payment through.",
    do: ["Call your acquirer and ask why.", "Take the payment another way."],
    doNot: [en.noTryingAgain],
  },
  "limit.min_amount": {
    name: "Amount too small",
    say: "The amount is below the least that can be paid by card.",
    do: ["Take the payment another way.", "If the cardholder buys more, make it one payment."],
    doNot: [],
  },
  "limit.single_amount": {
    name: "Over the limit of one payment",
    say: "The amount is over the limit of one payment.",
    do: ["Check the amount that was entered.", en.otherCard],
    doNot: ["Do not try amount after amount."],
  },
  "limit.terminal_amount": {
    name: "Over the terminal's limit",
    say: "The amount is over this terminal's limit, whichever card is used.",
    do: ["Take the payment another way.", "If you need a higher limit, ask your acquirer."],
    doNot: [en.noTryingAgain],
  },
  "limit.issuer_amount": {
    name: "Over the card's limit",
    say: "The amount is over the limit that the bank gives the cardholder's card.",
    do: [en.otherCard, "The cardholder can ask the bank for another limit."],
    doNot: ["Do not try amount after amount."],
  },
  "limit.daily_count": {
    name: "Too many payments today",
    say: "This card has reached its number of payments for today.",
    do: [en.otherCard, "This card can be used again tomorrow."],
    doNot: [en.noTryingAgain],
  },
  "limit.velocity": {
    name: "Payments too close together",
    say: "This card was used too short a time ago.",
    do: ["Wait at least half an hour with this card, or take the payment another way."],
    doNot: [en.noTryingAgain],
  },
  "limit.contactless_amount": {
    name: "Over the limit for tapping",
    say: "The amount is over the limit for tapping.",
    do: ["Insert the card, and let the cardholder enter the PIN."],
    doNot: [],
  },
};
