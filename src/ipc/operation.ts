/**
 * A person's word on one alarm, read from `unknown`. The note is the only free text that a peer may say: one short line, kept
 * and shown on this terminal and never sent, and looked through for card data here once more.
 */
import {
  longestNote,
  type Operation,
  type Operator,
  type OperatorAction,
  operatorActions,
  operators,
  shelfHours,
} from "../model/alarm.ts";
import { holdsCardData } from "./card-data.ts";

type Unfit = "malformed" | "bad_value" | "card_data";

const names: readonly string[] = ["alarm", "action", "by", "note", "hours"];
const mostAlarms = 0xffff_ffff;

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;

/** No control or format characters: what is noted must not steer the screen of whoever reads it. */
const isNote = (value: unknown): value is string =>
  typeof value === "string" && value.length <= longestNote && !/[\p{Cc}\p{Cf}]/u.test(value);

/** A telephone number is no card number, and does not belong into a note either. */
const mostDigits = /\d{7}/;

/** `by` is the merchant when nothing is said, `hours` a working day. */
export function readOperation(given: Readonly<Record<string, unknown>>): Operation | Unfit {
  const { alarm, action: asked, by: who = operators[0], note = "", hours = shelfHours.usual } = given;
  if (!Object.keys(given).every((name) => names.includes(name)) || !isWhole(alarm, 1, mostAlarms)) return "malformed";
  const action = operatorActions.find((known): known is OperatorAction => known === asked);
  const by = operators.find((known): known is Operator => known === who);
  if (action === undefined || by === undefined) return "malformed";
  if (!isNote(note) || !isWhole(hours, shelfHours.least, shelfHours.most)) return "bad_value";
  if (mostDigits.test(note) || holdsCardData({ note })) return "card_data";
  return { alarm, action, by, note: note.trim(), hours };
}
