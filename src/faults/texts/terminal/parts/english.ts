/** Texts in English for card readers and the printer. */
import type { FaultTexts } from "../../../../model/text.ts";
import { inEnglish as en } from "../../phrases.ts";

export const partsEnglish: FaultTexts = {
  "reader.icc_fault": {
    name: "Chip reader defective",
    say: "The terminal reads no chip card, whichever card it is.",
    do: ["Tap the card, or use another terminal.", "Have this terminal repaired."],
    doNot: ["Do not push anything into the card slot."],
  },
  "reader.icc_dirty": {
    name: "Chip reader dirty",
    say: "The contacts in the card slot are dirty: chips are read only now and then.",
    do: ["Clean the slot with a cleaning card.", "Let it dry, then test with two different cards."],
    doNot: ["Do not spray or push anything into the slot."],
  },
  "reader.mag_fault": {
    name: "Stripe reader defective",
    say: "The terminal reads no magnetic stripe, whichever card it is.",
    do: ["Insert or tap the card.", "Have this terminal repaired."],
    doNot: [],
  },
  "reader.mag_dirty": {
    name: "Stripe reader dirty",
    say: "The stripe reader is dirty: many cards are read in part only.",
    do: ["Clean the swipe slot with a cleaning card.", "Until then, insert or tap the card."],
    doNot: [],
  },
  "reader.nfc_fault": {
    name: "Tap reader defective",
    say: "The terminal senses no card and no phone, whichever it is.",
    do: ["Insert the card.", "Have this terminal repaired."],
    doNot: [],
  },
  "printer.fault": {
    name: "Printer defective",
    say: "The terminal's printer does not work.",
    do: [
      "Open the paper cover, load the paper again, and close it.",
      en.reprint,
      "If it stays, have it repaired; slips can be printed afterwards.",
    ],
    doNot: [en.noChargeForSlip],
  },
  "printer.paper_out": {
    name: "Paper out",
    say: "The printer is out of paper.",
    do: ["Load paper.", en.reprint],
    doNot: [en.noChargeForSlip],
  },
  "printer.paper_jam": {
    name: "Paper jam",
    say: "The paper is jammed in the printer.",
    do: ["Open the paper cover, take the jammed paper out, and put the roll back in.", en.reprint],
    doNot: [en.noChargeForSlip, "Do not pull hard, and do not use a knife."],
  },
  "printer.overheat": {
    name: "Print head too hot",
    say: "The print head is too hot and pauses.",
    do: ["Wait a few minutes until it has cooled down.", en.reprint],
    doNot: [en.noChargeForSlip],
  },
  "printer.cover_open": {
    name: "Paper cover open",
    say: "The printer's paper cover is not closed.",
    do: ["Close the paper cover.", en.reprint],
    doNot: [en.noChargeForSlip],
  },
  "printer.low_voltage_block": {
    name: "Too little power to print",
    say: "The battery is too low to print.",
    do: ["Connect the terminal to power.", en.reprint],
    doNot: [en.noChargeForSlip],
  },
};
