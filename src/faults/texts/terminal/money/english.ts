/** Texts in English for where a payment's money stands. They come before every technical cause. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inEnglish as en } from "../../phrases.ts";

export const moneyEnglish: FaultTexts = {
  "txn.approved_not_printed": {
    name: "Approved, no slip",
    say: "The payment is approved: do not charge again. Only the slip was not printed.",
    do: [
      "Check the paper, and load a roll if it is out.",
      en.reprint,
      "If nothing prints, note the trace number and call support.",
    ],
    doNot: ["Do not charge the card again: the cardholder would pay twice."],
  },
  "txn.state_unknown": {
    name: "Result not known",
    say: "The payment went out, but no result came back. The cardholder may have been charged.",
    do: [
      "Look up the result of this payment first.",
      "If a reversal is shown, stay online until it is done.",
      "If no result is found, call your acquirer.",
    ],
    doNot: [
      "Do not charge the card again before the result is known.",
      "Do not switch off or restart.",
      "Do not hand over the goods on a debit message alone.",
    ],
  },
  "txn.reversal_pending": {
    name: "Reversal waiting",
    say: "The last payment got no result: the terminal still has to reverse it.",
    do: [
      "Stay online and powered: the terminal reverses it by itself before its next online payment.",
      "Take this payment anew only when the reversal has succeeded.",
    ],
    doNot: [
      "Do not switch off, restart or update the terminal.",
      "Do not charge the card again for this payment before its reversal has succeeded.",
    ],
  },
  "txn.reversal_ok": {
    name: "Reversal succeeded",
    say: "The last payment was reversed: the money goes back to the cardholder.",
    do: ["Charge the card again for this sale.", "If money was taken, the cardholder's bank can say when it is back."],
    doNot: [],
  },
  "txn.reversal_failed": {
    name: "Reversal failed",
    say: "The reversal did not succeed. The cardholder may have been charged.",
    do: [
      "Call your acquirer with trace number and amount: it is reconciled with the bank the next day.",
      "If the goods are handed over, file a claim form with your acquirer.",
      "If they are not, ask your acquirer to pay the cardholder back.",
    ],
    doNot: [
      "Do not charge the card again before the reconciliation is done.",
      "Do not switch off, restart or reinstall the terminal.",
    ],
  },
  "txn.duplicate_charge_risk": {
    name: "Possibly charged twice",
    say: "One card may have been charged twice with the same amount.",
    do: [
      "Compare the two payments; the cardholder signs one slip only.",
      "If one is too many, void it on this terminal the same day.",
      "On a later day, call your acquirer to have it paid back.",
    ],
    doNot: ["Do not charge the card again before you have compared them."],
  },
  "txn.data_error": {
    name: "Payment data not accepted",
    say: "The host does not accept the data of this payment.",
    do: [
      "Look up the result of this payment; if it did not succeed, repeat it once.",
      "If it stays, call your acquirer.",
    ],
    doNot: [en.noTryingAgain],
  },
  "txn.refund_needed": {
    name: "Return of goods",
    say: "The cardholder returns goods: nothing is wrong with the terminal.",
    do: ["Follow the refund procedure: fill in the adjustment form, stamp it, and send it to your acquirer."],
    doNot: [],
  },
};
