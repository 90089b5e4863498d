import { absent, reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { createWatch } from "../../src/recovery/watch.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("recovery: what forbids");
const minuteMs = 60_000;

/** [minute, signal, value]; null: it could not be had. */
type Line = readonly [number, SignalId, Scalar | null];

function after(lines: readonly Line[], minute: number) {
  const watch = createWatch();
  for (const [at, signal, value] of lines) {
    const atMs = at * minuteMs;
    watch.see([value === null ? absent(signal, atMs) : reading(signal, value, atMs)]);
  }
  return watch.hindrance(minute * minuteMs);
}

/** What was read, when it is asked, and what forbids then. */
const rows: readonly (readonly [string, readonly Line[], number, string | undefined])[] = [
  ["nothing read", [], 0, undefined],
  [
    "a refusal outlasts its reading",
    [
      [1, "modem.reject_cause", 8],
      [2, "modem.reject_cause", null],
    ],
    600,
    "sim_refused",
  ],
  [
    "denied and then not registered is still denied",
    [
      [1, "modem.reg_state", "denied"],
      [2, "modem.reg_state", "unregistered"],
    ],
    600,
    "registration_denied",
  ],
  [
    "until it registers",
    [
      [1, "modem.reject_cause", 8],
      [2, "modem.reject_cause", null],
      [3, "modem.reg_state", "home"],
    ],
    4,
    undefined,
  ],
  [
    "until the card is taken out and another put in",
    [
      [1, "modem.reject_cause", 3],
      [2, "modem.reject_cause", null],
      [3, "sim.state", "absent"],
      [4, "sim.state", "ready"],
    ],
    5,
    undefined,
  ],
  [
    "congestion for half an hour",
    [
      [1, "modem.pdp_cause", 26],
      [2, "modem.pdp_cause", null],
    ],
    30.9,
    "congestion",
  ],
  [
    "and no longer",
    [
      [1, "modem.pdp_cause", 26],
      [2, "modem.pdp_cause", null],
    ],
    31,
    undefined,
  ],
  [
    "and from its newest sign",
    [
      [1, "modem.reject_cause", 22],
      [20, "modem.pdp_cause", 26],
      [21, "modem.pdp_cause", null],
      [21, "modem.reject_cause", null],
    ],
    49,
    "congestion",
  ],
  [
    "a wrong APN until the bearer is up",
    [
      [1, "modem.pdp_cause", 27],
      [2, "modem.pdp_cause", null],
      [3, "modem.pdp_state", "active"],
    ],
    4,
    undefined,
  ],
  ["a path that worked two minutes ago", [[1, "net.tcp_host", "ok"]], 3, "path_works"],
  ["but not one that worked before", [[1, "net.tcp_host", "ok"]], 3.1, undefined],
  ["a payment that is not said to be over", [[1, "txn.running", true]], 11, "payment_running"],
  ["but not of an application that died in it", [[1, "txn.running", true]], 11.1, undefined],
  [
    "nor while it still speaks of the payment",
    [
      [1, "txn.running", true],
      [8, "txn.entry_mode", "icc"],
    ],
    12.9,
    "money_unclear",
  ],
  ["a reversal that waits, for as long as it waits", [[1, "txn.reversal_state", "pending"]], 6_000, "reversal_pending"],
  [
    "a reversal that waits beside a payment that was answered",
    [
      [1, "txn.reversal_state", "pending"],
      [2, "txn.outcome", "approved"],
    ],
    600,
    "reversal_pending",
  ],
  [
    "a reversal that is through",
    [
      [1, "txn.running", false],
      [1, "txn.reversal_state", "ok"],
    ],
    1,
    undefined,
  ],
  [
    "a payment that is over",
    [
      [1, "txn.running", true],
      [2, "txn.outcome", "approved"],
      [2, "txn.running", false],
    ],
    2,
    undefined,
  ],
  [
    "a payment of which it is not told how it ended, after one of which it was",
    [
      [1, "txn.running", true],
      [1.5, "txn.outcome", "approved"],
      [2, "txn.running", false],
      [3, "txn.running", true],
      [3.5, "txn.running", true],
      [4, "txn.running", false],
    ],
    8.9,
    "money_unclear",
  ],
  [
    "an outcome that is told after the payment is over",
    [
      [1, "txn.running", true],
      [2, "txn.running", false],
      [2.1, "txn.outcome", "declined"],
    ],
    3,
    undefined,
  ],
  ["an outcome without word whether one runs", [[1, "txn.outcome", "approved"]], 5.9, "money_unclear"],
  ["five minutes later", [[1, "txn.outcome", "approved"]], 6.1, undefined],
  [
    "a time-out without word of a reversal",
    [
      [1, "txn.outcome", "timeout"],
      [1, "txn.running", false],
    ],
    2,
    "money_unclear",
  ],
  [
    "a time-out with an older word of a reversal",
    [
      [1, "txn.reversal_state", "none"],
      [2, "txn.outcome", "timeout"],
      [2, "txn.running", false],
    ],
    3,
    "money_unclear",
  ],
  [
    "a time-out that was reversed",
    [
      [1, "txn.outcome", "timeout"],
      [1, "txn.running", false],
      [2, "txn.reversal_state", "ok"],
    ],
    3,
    undefined,
  ],
  ["the printer at work", [[1, "printer.busy", true]], 11, "printing"],
  ["but not for ever", [[1, "printer.busy", true]], 11.1, undefined],
  [
    "the printer done",
    [
      [1, "printer.busy", true],
      [2, "printer.busy", false],
    ],
    2,
    undefined,
  ],
];

for (const [name, lines, minute, expected] of rows) {
  test(name, () => assert.is(after(lines, minute), expected));
}

test("a reversal that waited before the agent began waits until it is said to be through, or a payment is answered", () => {
  for (const end of [reading("txn.reversal_state", "ok", 1), reading("txn.outcome", "declined", 1)]) {
    const watch = createWatch(["reversal_pending"]);
    watch.see([reading("txn.type", "query", 0), reading("txn.running", false, 0)]);
    assert.is(watch.hindrance(600 * minuteMs), "reversal_pending");
    watch.see([end]);
    assert.is(watch.hindrance(600 * minuteMs), undefined);
  }
});

test("a value that cannot be is not taken for one", () => {
  const watch = createWatch();
  watch.see([reading("modem.reg_state", "home", 0), reading("modem.reg_state", "nonsense", 1)]);
  assert.is(watch.newest("modem.reg_state")?.value, "home");
});

test.run();
