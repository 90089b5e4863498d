import { isAgentError } from "../../src/base/errors.ts";
import { type Measures, measuredSignals, mostIssuers } from "../../src/model/measures.ts";
import { signals } from "../../src/model/signal.ts";
import { decodeReport } from "../../src/report/decode.ts";
import { encodeReport } from "../../src/report/encode.ts";
import { posdiag } from "../../src/report/wire.js";
import { assert, suite } from "../front-door/suite.ts";
import { measures, stamp } from "./samples.ts";

const test = suite("report/measures-wire");

const bytesOf = (of: Measures) => encodeReport({ stamp, body: { kind: "measures", measures: of } });
const backOf = (bytes: Uint8Array) => {
  const report = decodeReport(bytes);
  return report.kind === "ok" && report.value.body.kind === "measures" ? report.value.body.measures : undefined;
};

test("measures come back as they were, to a tenth", () => {
  assert.equal(backOf(bytesOf(measures)), measures);
});

test("an hour of a usual terminal is small, and where nobody paid it is smaller", () => {
  const usual = bytesOf(measures).length;
  const quiet = bytesOf({
    ...{ ...measures, signals: measures.signals.slice(0, 2), issuers: [], reads: [] },
    payments: { approved: 0, refused: 0, unanswered: 0, unsent: 0 },
  }).length;
  assert.ok(usual <= 160, `${usual} bytes`);
  assert.ok(quiet <= 65, `${quiet} bytes`);
});

test("every quantity that is measured is a number of the table of signals, and has one on the wire", () => {
  for (const signal of measuredSignals) {
    assert.is(signals[signal].shape.kind, "number", signal);
    const one = { ...measures, signals: [{ signal, low: 1, mean: 2.5, high: 3, count: 7 }] };
    assert.equal(backOf(bytesOf(one))?.signals, one.signals);
  }
});

test("what does not fit is cut to what does, and what cannot be is refused", () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ issuer: `bank${at}`, approved: 1, refused: 0 }));
  assert.is(backOf(bytesOf({ ...measures, issuers: many }))?.issuers.length, mostIssuers);
  const slow = { signal: "host.resp_ms", low: 1, mean: 2, high: 2_147_483_647, count: 1 } as const;
  assert.is(backOf(bytesOf({ ...measures, signals: [slow] }))?.signals[0]?.high, 214_748_364.7);
  const wrong: readonly Measures[] = [
    { ...measures, spanS: 0 },
    { ...measures, issuers: [{ issuer: "1".repeat(16), approved: 1, refused: 0 }] },
    { ...measures, reads: [{ way: "chip", ok: -1, failed: 0 }] },
  ];
  for (const each of wrong) {
    assert.throws(
      () => bytesOf(each),
      (error: unknown) => isAgentError(error),
    );
  }
});

test("a newer sender's words are named, and a flood of them is cut", () => {
  const body = {
    spanS: 60,
    signals: Array.from({ length: 1_000 }, () => ({ signal: 77, lowE1: -5, count: 1 })),
    issuers: [
      { issuer: "\u001b[31m", approved: 1 },
      { issuer: "bankX", refused: 2 },
    ],
    reads: [{ way: 9, ok: 1 }],
  };
  const bytes = posdiag.v1.Report.encode({
    ...{ boot: Buffer.from(stamp.boot, "hex"), seq: 1, moment: {}, measures: body },
  }).finish();
  const back = backOf(bytes);
  assert.is(back?.signals.length, 32);
  assert.equal(back?.signals[0], { signal: "unknown_77", low: -0.5, mean: 0, high: 0, count: 1 });
  assert.equal(back?.issuers, [{ issuer: "bankX", approved: 0, refused: 2 }]);
  assert.equal(back?.reads, [{ way: "unknown_9", ok: 1, failed: 0 }]);
});

test.run();
