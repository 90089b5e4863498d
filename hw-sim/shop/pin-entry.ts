/** The PIN pad: whether a PIN can be typed, and whether the customer does. */
import type { Counter } from "./counter.ts";
import type { Shopper } from "./shopper.ts";

const PADS = {
  good: { "key.pinpad": "ok" },
  dead: { "key.pinpad": "no_answer" },
  locked: { "key.pinpad": "locked" },
  no_key: { "key.pinpad": "no_key" },
} as const;

const TYPING_MS = 4_000;
const PATIENCE_MS = 60_000;

/** A word of `txn.hindrance` when there is no PIN in the end. */
export async function enterPin({ gives }: Shopper, { state, statement, pass }: Counter): Promise<string | undefined> {
  const { pinpad } = state();
  statement.say(PADS[pinpad]);
  if (pinpad === "no_key") return "key_missing";
  if (pinpad !== "good") return "pinpad_failed";
  await pass(gives === "nothing" ? PATIENCE_MS : TYPING_MS);
  if (gives === "up") return "cancelled";
  return gives === "nothing" ? "input_timeout" : undefined;
}
