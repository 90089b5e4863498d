/**
 * Texts in English for what the card's bank answers. Bystanders can read the screen: the words say whose account is meant and
 * who can tell more, and name nobody as a suspect or a debtor (host-link.md 9).
 */
import type { FaultTexts } from "../../../../model/text.ts";
import { inEnglish as en } from "../../phrases.ts";

export const issuerEnglish: FaultTexts = {
  "issuer.insufficient_funds": {
    name: "Cardholder's funds too low",
    say: "The card's bank answers that the amount is more than the cardholder's card can pay.",
    do: [en.otherCard, "Or the cardholder moves money to this card first, then pays."],
    doNot: ["Do not try amount after amount."],
  },
  "issuer.below_min_balance": {
    name: "Below the cardholder's least balance",
    say: "The card's bank wants a least balance kept in the cardholder's account.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [],
  },
  "issuer.auto_debit_failed": {
    name: "Cardholder's direct debit failed",
    say: "A direct debit from the cardholder's account did not succeed; the terminal is fine.",
    do: ["The cardholder sees to it with the bank, then the debit is ordered again."],
    doNot: [],
  },
  "issuer.account_frozen": {
    name: "Cardholder's account restricted",
    say: "The card's bank has restricted the cardholder's account, not the merchant's.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [en.noTryingAgain],
  },
  "issuer.account_abnormal": {
    name: "Cardholder's account not in order",
    say: "The card's bank answers that the cardholder's account, not the merchant's, is not in order.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [en.noTryingAgain],
  },
  "issuer.unsettled_txn": {
    name: "Matter open with the card's bank",
    say: "The cardholder has to see the bank before this card can be used.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [en.noTryingAgain],
  },
  "issuer.account_expired": {
    name: "Cardholder's account has expired",
    say: "The cardholder's credit card account has expired.",
    do: [en.otherCard, "The cardholder can ask the bank to renew it."],
    doNot: [],
  },
  "issuer.suspended_overdue": {
    name: "Card put on hold by its bank",
    say: "The card's bank has put the cardholder's card on hold.",
    do: [en.otherCard, "The cardholder can ask the bank to release it."],
    doNot: [en.noTryingAgain],
  },
  "issuer.info_mismatch": {
    name: "Card details do not fit",
    say: "The card number or expiry date entered does not fit the bank's records.",
    do: ["Insert or tap the card.", "If it must be keyed, check number and expiry date and enter them again."],
    doNot: [en.noTryingAgain],
  },
  "issuer.pin_wrong": {
    name: "PIN not accepted",
    say: "The cardholder's PIN was not accepted.",
    do: [
      "Let the cardholder enter the PIN once more.",
      "If the cardholder is not sure, use another card or ask the card's bank.",
    ],
    doNot: ["Do not try PIN after PIN: the card would be locked.", "Do not enter the PIN for the cardholder."],
  },
  "issuer.pin_tries_exceeded": {
    name: "PIN tries used up",
    say: "This card takes no PIN for now.",
    do: [en.otherCard, "The cardholder can have the PIN reset by the bank."],
    doNot: ["Do not try the PIN again."],
  },
  "issuer.risk_block": {
    name: "Card's bank wants to confirm",
    say: "The card's bank wants to speak with the cardholder before it lets this payment through.",
    do: ["Ask the cardholder to confirm with the bank.", "Or use another card or another way to pay."],
    doNot: [en.noTryingAgain],
  },
  "issuer.extra_auth_required": {
    name: "One more check needed",
    say: "The card's bank asks for one more check of the cardholder.",
    do: ["Insert the card, and let the cardholder enter the PIN.", en.cardholderCalls],
    doNot: [],
  },
  "issuer.do_not_honor": {
    name: "Declined by the card's bank",
    say: "The card's bank declined this payment and gave no reason.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [en.noTryingAgain],
  },
  "issuer.dormant_card": {
    name: "Dormant card",
    say: "The cardholder's card was not used for long, and its bank has put it to sleep.",
    do: [en.otherCard, "The cardholder can have the bank activate it again."],
    doNot: [],
  },
  "issuer.not_activated": {
    name: "Card not activated",
    say: "The cardholder's card is not activated yet.",
    do: ["Ask the cardholder to have the bank activate it.", "Or use another card."],
    doNot: [],
  },
  "issuer.card_discontinued": {
    name: "Card withdrawn",
    say: "The card's bank no longer uses cards of this kind.",
    do: [en.otherCard, "The cardholder can ask the bank for a new card."],
    doNot: [],
  },
  "issuer.card_restricted": {
    name: "Card restricted",
    say: "The card's bank did not accept this card.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [en.noTryingAgain],
  },
  "issuer.lost_stolen": {
    name: "Card not accepted by its bank",
    say: "The card's bank did not accept this card.",
    do: [en.otherCard, en.cardholderCalls, "For the rest, follow your acquirer's procedure."],
    doNot: [en.noTryingAgain],
  },
  "issuer.txn_not_permitted": {
    name: "Not allowed with this card",
    say: "The card's bank does not allow this kind of payment with this card.",
    do: [en.otherCard, en.cardholderCalls],
    doNot: [en.noTryingAgain],
  },
  "issuer.no_such_account": {
    name: "Card number not valid",
    say: "The card's bank does not find this card number.",
    do: ["Insert the card so that it is read once more.", en.otherCard, en.cardholderCalls],
    doNot: [],
  },
};
