/** What the payment application tells of a sale, step by step, as the client library does. */
import type { Entry, Sale } from "../../hw-sim/fleet/till.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";

type Step = readonly (readonly [SignalId, Scalar])[];

const modes = { chip: "icc", contactless: "nfc", stripe: "mag" } as const satisfies Record<Entry, string>;
const good = {
  chip: [["reader.icc_event", "atr_ok"]],
  contactless: [["reader.nfc_event", "activate_ok"]],
  stripe: [["reader.mag_event", "ok"]],
} as const satisfies Record<Entry, Step>;
const bad = {
  chip: [["reader.icc_event", "atr_failed"]],
  contactless: [["reader.nfc_event", "activate_failed"]],
  stripe: [["reader.mag_event", "no_data"]],
} as const satisfies Record<Entry, Step>;

const ends = {
  approved: ["approved", "none"],
  refused: ["declined", "none"],
  unanswered: ["timeout", "none"],
  unsent: ["aborted", "send_failed"],
  unread: ["aborted", "chip_failed"],
  broken_off: ["aborted", "application_error"],
} as const satisfies Record<Sale["end"], readonly [string, string]>;

/** Customers take their time: between the amount and the card, between two tries, until the slip is out. */
const pauseMs = 2_000;

function stepsOf(sale: Sale): readonly (readonly [Step, afterMs: number])[] {
  const { card, issuer, amountFen, reads, end, code, tookMs } = sale;
  const [outcome, hindrance] = ends[end];
  const last = reads.at(-1);
  const began: Step = [
    ["txn.running", true],
    ["txn.stage", "began"],
    ["txn.type", "sale"],
    ["txn.amount_fen", amountFen],
  ];
  const named: Step =
    last?.isGood === true
      ? [
          ["txn.card_ref", card],
          ["txn.issuer_group", issuer],
          ["txn.entry_mode", modes[last.way]],
        ]
      : [];
  const answered: Step =
    code === undefined
      ? []
      : [
          ["txn.stage", "answered"],
          ["txn.rc", code],
          ["host.resp_ms", tookMs],
        ];
  return [
    [began, pauseMs],
    ...reads.map(({ way, isGood }) => [isGood ? [...named, ...good[way]] : bad[way], pauseMs] as const),
    ...(code === undefined && end !== "unanswered" ? [] : [[[["txn.stage", "sent"]], tookMs] as const]),
    [answered, code === undefined ? tookMs : 0],
    [
      [
        ["txn.running", false],
        ["txn.stage", "ended"],
        ["txn.outcome", outcome],
        ["txn.hindrance", hindrance],
      ],
      0,
    ],
  ];
}

/** The whole of it, told when it is over: its steps lie before `endMs`, the moment at which it ended. */
export function toldSale(sale: Sale, endMs: number): readonly Reading[] {
  const steps = stepsOf(sale);
  let atMs = endMs - steps.reduce((sum, [, ms]) => sum + ms, 0);
  return steps.flatMap(([step, ms]) => {
    const told = step.map(([signal, value]) => reading(signal, value, atMs));
    atMs += ms;
    return told;
  });
}
