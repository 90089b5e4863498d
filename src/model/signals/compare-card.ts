import type { SignalDefinition } from "../signal-shape.ts";
import { refusalWords } from "./meanings.ts";

/** Signals of the group compare that are about one card: the one refused last, one that is hard to read, and what people say of it. */
export const compareCardSignals = {
  "compare.refusal_words": {
    shape: { kind: "one_of", values: refusalWords, unknown: ["unclear"] },
    evidence: "answer",
    note: "what is said in words of the newest refusal, finer than its code",
  },
  "compare.counter_words": {
    shape: {
      kind: "one_of",
      values: [
        "none",
        "charged_twice",
        "card_expires_soon",
        "put_in_wrong",
        "card_flaky",
        "wiped_and_fine",
        "procedure_wrong",
        "stripe_incomplete",
        "number_right",
        "number_wrong",
        "cards_together",
      ],
    },
    evidence: "human",
    note: "what a person's words say of a card and of what was done with it",
  },
  "compare.taken_back": {
    shape: { kind: "flag" },
    evidence: "told",
    note: "the newest sale was reversed, and none approved since",
  },
  "compare.refused_expiry": {
    shape: { kind: "one_of", values: ["in_date", "over", "unclear"], unknown: ["unclear"] },
    evidence: "answer",
    note: "the date of the card refused last, as its chip or the application has it",
  },
  "compare.refused_new_card": {
    shape: { kind: "flag" },
    evidence: "answer",
    note: "its chip was never used: TVR byte 2 bit 4",
  },
  "compare.refused_other_way": {
    shape: { kind: "one_of", values: ["none", "approved", "refused", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "the card refused last, read in another way soon after",
  },
  "compare.refused_before": {
    shape: { kind: "one_of", values: ["approved", "unclear"], unknown: ["unclear"] },
    evidence: "count",
    note: "it, or cards of its issuer, days earlier",
  },
  "compare.icc_slips": {
    shape: { kind: "number", min: 0, max: 2147483647, unit: "" },
    evidence: "count",
    note: "distinct cards read at the second try",
  },
  "compare.bad_card": {
    shape: { kind: "one_of", values: ["none", "every_way", "batch"] },
    evidence: "count",
    note: "one card that fails by stripe and by chip, or several of one issuer while those of others are read",
  },
} as const satisfies Record<string, SignalDefinition>;
