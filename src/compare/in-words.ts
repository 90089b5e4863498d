/** What is said in words, or by a code that is no payment's, one look at a time: the same in the words of our signals. */
import { hindranceOf } from "../codes/prompts.ts";
import { isReassuring } from "../codes/reassurance.ts";
import type { CodeBook } from "../codes/response-codes.ts";
import { refusalOfText } from "../codes/wordings.ts";
import { type Reading, reading } from "../model/reading.ts";
import type { SignalId } from "../model/signal.ts";
import type { Scalar } from "../model/signal-shape.ts";
import { toldOfAir, toldOfCure, toldOfPart, toldOfPower, toldOfPrinter } from "./body-words.ts";
import { counterWords, numberSaid } from "./counter-words.ts";
import { toldOfChange, toldOfOthers, toldOfSignal } from "./network-words.ts";
import { aboutOf, failedPart, noticeAbout, pinpadOf, saysError, shopOf, waitedFor } from "./words.ts";

/** Undefined where it says nothing that is known. */
interface InWords {
  readonly signal: SignalId;
  of(said: Scalar, codes: CodeBook): Scalar | undefined;
}

const ofNetwork: readonly InWords[] = [
  { signal: "compare.told_signal", of: toldOfSignal },
  { signal: "compare.told_others", of: toldOfOthers },
  { signal: "compare.told_change", of: toldOfChange },
];

const inWords: ReadonlyMap<SignalId, readonly InWords[]> = new Map<SignalId, readonly InWords[]>([
  [
    "operator.report",
    [
      { signal: "compare.report", of: aboutOf },
      { signal: "compare.tone", of: (said) => (isReassuring(String(said)) ? "reassurance" : "complaint") },
      { signal: "compare.counter_words", of: counterWords },
      { signal: "answer.number_keyed", of: (said) => numberSaid(String(said)) },
      { signal: "compare.told_power", of: toldOfPower },
      { signal: "compare.told_air", of: toldOfAir },
      { signal: "compare.told_part", of: toldOfPart },
      { signal: "compare.told_cure", of: toldOfCure },
      { signal: "compare.told_printer", of: toldOfPrinter },
      ...ofNetwork,
    ],
  ],
  [
    "operator.screen_text",
    [
      ...ofNetwork,
      { signal: "compare.told_power", of: toldOfPower },
      { signal: "compare.told_air", of: toldOfAir },
      { signal: "compare.told_printer", of: toldOfPrinter },
    ],
  ],
  ["fleet.notice", [{ signal: "fleet.notice_kind", of: noticeAbout }]],
  ["fleet.same_shop_fail", [{ signal: "compare.shop", of: shopOf }]],
  [
    "txn.local_error",
    [
      { signal: "txn.hindrance", of: (said) => hindranceOf(String(said)) },
      { signal: "txn.rc_text", of: answerInError },
    ],
  ],
  ["device.self_test", [{ signal: "compare.self_test", of: failedPart }]],
  [
    "key.pinpad_error",
    [
      { signal: "compare.pinpad_error", of: saysError },
      { signal: "key.pinpad", of: pinpadOf },
      { signal: "txn.hindrance", of: waitedFor },
    ],
  ],
  ["host.signin_rc", [{ signal: "compare.signin", of: (said, codes) => codes(String(said)) }]],
  ["host.echo_0820", [{ signal: "compare.signin", of: (said, codes) => codeIn(said, codes) }]],
]);

/** An application that writes the host's words where its own errors belong. */
function answerInError(said: Scalar): Scalar | undefined {
  const text = String(said);
  return hindranceOf(text) === undefined && refusalOfText(text) !== undefined ? text : undefined;
}

/** `rc:XX`: an echo that is answered with a refusal. */
function codeIn(said: Scalar, codes: CodeBook): Scalar | undefined {
  const code = /^rc:(..)$/.exec(String(said))?.[1];
  return code === undefined ? undefined : codes(code);
}

export function inOwnWords({ signal, value, atMs }: Reading, codes: CodeBook): readonly Reading[] {
  if (value === undefined) return [];
  return (inWords.get(signal) ?? []).flatMap((told) => {
    const word = told.of(value, codes);
    return word === undefined ? [] : [reading(told.signal, word, atMs)];
  });
}
