/** Texts in English for the card in hand, how it was handled, and what risk rules answer. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inEnglish as en } from "../../phrases.ts";

const newCard = "The cardholder can ask the bank for a new card.";

export const cardEnglish: FaultTexts = {
  "card.expired": {
    name: "Card expired",
    say: "This card has expired.",
    do: [en.otherCard, newCard],
    doNot: [],
  },
  "card.expiring_soon": {
    name: "Card expires soon",
    say: "This card expires soon.",
    do: ["Remind the cardholder to ask the bank for a new card."],
    doNot: [],
  },
  "card.chip_damaged": {
    name: "Card's chip damaged",
    say: "The chip of this card cannot be read; other cards work.",
    do: ["Tap the card, or use another one.", newCard],
    doNot: ["Do not keep inserting it."],
  },
  "card.chip_dirty": {
    name: "Card's chip dirty",
    say: "The chip of this card makes poor contact; other cards work.",
    do: ["Wipe the chip of the card and insert it again.", "If it stays, tap it or use another card."],
    doNot: [],
  },
  "card.mag_damaged": {
    name: "Card's stripe damaged",
    say: "The stripe of this card is damaged; other cards work.",
    do: ["Insert or tap the card, or use another one.", newCard],
    doNot: [],
  },
  "card.demagnetized": {
    name: "Card demagnetised",
    say: "The stripe of this card is demagnetised; other cards work.",
    do: ["Insert or tap the card, or use another one.", newCard],
    doNot: [],
  },
  "card.mag_data_missing": {
    name: "Card's stripe incomplete",
    say: "The stripe of this card lacks data.",
    do: ["Insert the card, or use another one.", newCard],
    doNot: [],
  },
  "card.poor_quality": {
    name: "Poor card",
    say: "This card is read only now and then, on other terminals too.",
    do: ["Use another card.", newCard],
    doNot: [],
  },
  "card.data_error": {
    name: "Card's data wrong",
    say: "What was read from this card is incomplete.",
    do: [
      "Insert the card so that it is read once more.",
      "If it stays, the cardholder uses another card and asks the bank.",
    ],
    doNot: [],
  },
  "card.data_mismatch": {
    name: "Card to be checked by its bank",
    say: "This card did not pass a check of its bank.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [en.noTryingAgain],
  },
  "card.inserted_wrong": {
    name: "Card the wrong way round",
    say: "The card may be the wrong way round or not all the way in.",
    do: ["Insert it chip first as the picture at the slot shows, all the way in."],
    doNot: [],
  },
  "card.removed_early": {
    name: "Card removed early",
    say: "The card was taken out before the payment was done.",
    do: [
      "Look up the result of the last payment; if it did not succeed, insert the card again.",
      "Leave the card in until the screen asks to take it.",
    ],
    doNot: [],
  },
  "card.chip_locked": {
    name: "Chip out of use",
    say: "The chip of this card has been put out of use.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [en.noTryingAgain],
  },
  "card.app_not_supported": {
    name: "Card not supported here",
    say: "This terminal does not support what is on the card's chip.",
    do: [en.otherCard, "If you want to accept such cards, call your acquirer."],
    doNot: [],
  },
  "card.collision": {
    name: "More than one card",
    say: "More than one card is at the reader.",
    do: ["Tap one card or one phone only."],
    doNot: ["Do not hold a whole wallet to the reader."],
  },
  "operator.swiped_chip_card": {
    name: "Chip card: insert it",
    say: "This card has a chip and cannot be swiped.",
    do: ["Insert or tap the card."],
    doNot: [],
  },
  "operator.wrong_procedure": {
    name: "Steps of operation",
    say: "The steps taken are not the ones the terminal expects.",
    do: [
      "Go back to the main menu and follow the screen step by step.",
      "If need be, ask your acquirer for the guide.",
    ],
    doNot: [],
  },
  "operator.wrong_amount": {
    name: "Amount entered not right",
    say: "The amount entered is not the amount of the sale.",
    do: [
      "Too much: void it on this terminal the same day while the cardholder is here.",
      "Too much, and a later day or the cardholder gone: handle it as a refund.",
      "Too little: charge the difference if the cardholder agrees, or file an adjustment form.",
    ],
    doNot: [],
  },
  "operator.wrong_pan_entry": {
    name: "Card number keyed wrong",
    say: "The card number or expiry date keyed in was not accepted.",
    do: ["Insert or tap the card.", "If it must be keyed, check it and enter it again."],
    doNot: [],
  },
  "operator.wrong_goods_info": {
    name: "Goods data not right",
    say: "The goods entered may not be the right ones.",
    do: ["Check the goods entered.", "If it is paid already, handle it as a void or refund."],
    doNot: [],
  },
  "operator.cancelled_or_timeout": {
    name: "Cancelled or timed out",
    say: "This payment was cancelled or timed out before it was sent.",
    do: ["Start the payment again, and finish each prompt in time."],
    doNot: [],
  },
  "risk.fraud_suspected": {
    name: "Card's bank must be asked",
    say: "The card's bank did not accept this payment.",
    do: [en.cardholderCalls, en.otherCard, "For the rest, follow your acquirer's procedure."],
    doNot: [en.noTryingAgain],
  },
  "risk.pin_lock_acquirer": {
    name: "Card not taken today",
    say: "The acquirer does not take this card any more today.",
    do: [en.otherCard, "This card can be used again tomorrow."],
    doNot: ["Do not try the PIN again."],
  },
};
