import { seededRandom } from "../../src/base/random.ts";
import { reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/record.ts";
import {
  decodeAck,
  decodeAlive,
  decodeBirth,
  decodeFaultSet,
  decodeReport,
  payloadLimit,
} from "../../src/report/decode.ts";
import { encodeAck, encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../src/report/encode.ts";
import type { Decoded } from "../../src/report/received.ts";
import { posdiag } from "../../src/report/wire.js";
import { assert, suite } from "../front-door/suite.ts";
import { eventOf, faultSet, pulledSim, reportOf, stamp, terminal, weakSignal } from "./samples.ts";

const test = suite("report/decode");
const moment = { wallMs: stamp.wallMs, monoMs: stamp.monoMs, clock: stamp.clock };

function value<T>(decoded: Decoded<T>): T {
  if (decoded.kind === "ok") return decoded.value;
  throw new Error(decoded.reason);
}

test("a case event comes back as it was", () => {
  const flag = reading("modem.airplane_mode", false, 3_605_250);
  const large = reading("txn.amount_fen", 9_999_999_999, 3_605_250);
  const report: Report = {
    stamp,
    body: { kind: "case", event: eventOf(pulledSim), snapshot: [weakSignal, flag, large] },
  };
  assert.equal(value(decodeReport(encodeReport(report))), { ...report, body: { ...report.body, leftOut: 0 } });
});

/** The same report as agents sent it that had no numbers. */
const inWords = [
  "0a080123456789abcdef10111a0f0dc086fd6a107b18951c20fa01280222c201080118fa01227d080112420a0a73696d2e61",
  "6273656e74108b4e18042201012a120a0a73696d5f616273656e7410c00a1a01002a180a11726567697374726174696f6e5f",
  "6c6f737410261a01011a2d0a0a73696d5f616273656e74120e73696d2e70696e5f6c6f636b6564120a6d6f64656d2e68756e",
  "671a0100200128fa0138fa0140012a180a0973696d2e73746174652a06616273656e7438014096012a220a0f6d6f64656d2e",
  "7265675f73746174652a0c756e7265676973746572656440de02",
].join("");

test("a case event in words is read as one in numbers", () => {
  const body = { kind: "case", event: eventOf(pulledSim), snapshot: [], leftOut: 0 };
  assert.equal(value(decodeReport(Buffer.from(inWords, "hex"))), { stamp, body });
});

test("what has no number goes by name, and stands beside what has one", () => {
  const verdict = { ...pulledSim.verdict, fault: "own.fault", evidence: [{ id: "own_sign", readings: [], weight: 1 }] };
  const ruledOut = ["sim.pin_locked", "own.other"].map((fault) => ({
    ...{ fault, because: "own_reason", holds: false, readings: [] },
  }));
  const [code] = [reading("txn.rc", "55", 3_605_000)];
  const body = {
    kind: "case",
    event: eventOf({ ...pulledSim, verdict, ruledOut }),
    snapshot: code ? [code] : [],
  } as const;
  assert.equal(value(decodeReport(encodeReport({ stamp, body }))).body, { ...body, leftOut: 0 });
});

test("a number that this reader does not know says so", () => {
  const evidence = [{ number: 9_999, weightCentinat: 100 }];
  const caseEvent = {
    kind: 1,
    case: { id: 1, verdict: { faultNumber: 9_999, evidence } },
    readings: [{ signalNumber: 9_999, wordNumber: 9_999 }],
    snapshot: [0],
  };
  const bytes = posdiag.v1.Report.encode({ boot: Buffer.alloc(8, 1), seq: 1, moment: {}, caseEvent }).finish();
  const { body } = value(decodeReport(bytes));
  if (body.kind !== "case") throw new Error("no case");
  const { fault, evidence: read } = body.event.case.verdict;
  assert.equal([fault, read[0]?.id], ["unknown_9999", "unknown_9999"]);
  assert.equal([body.snapshot[0]?.signal, body.snapshot[0]?.value], ["unknown_9999", "unknown_9999"]);
});

test("how often a fault was raised comes back with it, and nothing where there is nothing to tell", () => {
  const counted = (raisesDay: number, untold: number): Report => ({
    stamp,
    body: { kind: "case", event: eventOf(pulledSim), snapshot: [], recurrence: { raisesDay, untold } },
  });
  const back = (report: Report) => value(decodeReport(encodeReport(report))).body;
  const again = counted(3, 2);
  assert.equal(back(again), { ...again.body, leftOut: 0 });
  assert.not("recurrence" in back(counted(1, 0)));
});

test("what was dropped comes back with its boot and its numbers", () => {
  const mine = { boot: stamp.boot, class: "metric", count: 3, firstSeq: 4, lastSeq: 9 } as const;
  const runs = [
    [4, 4],
    [8, 9],
  ] as const;
  const older = { ...mine, class: "fault", boot: "fedcba9876543210", runs } as const;
  const body = { kind: "dropped", dropped: [mine, older] } as const;
  const decoded = value(decodeReport(encodeReport({ stamp, body })));
  assert.equal(decoded.body, { kind: "dropped", dropped: [mine, older] });
});

test("a start, a birth, an alive, a fault set and an ack come back as they were", () => {
  const started: Report = { stamp, body: { kind: "started", terminal } };
  assert.equal(value(decodeReport(encodeReport(started))), started);
  const birth = { boot: stamp.boot, terminal, firstSeq: 5, nextSeq: 18 };
  assert.equal(value(decodeBirth(encodeBirth(birth, stamp))), { ...birth, moment });
  const alive = { online: false, session: 4_294_967_295, boot: stamp.boot };
  assert.equal(value(decodeAlive(encodeAlive(alive, stamp))), { ...alive, moment });
  const bare = {
    ...pulledSim,
    ruledOut: [],
    verdict: {
      ...pulledSim.verdict,
      evidence: pulledSim.verdict.evidence.map((support) => ({ ...support, readings: [] })),
    },
  };
  const set = { ...faultSet, cases: [bare], moment, leftOut: 0 };
  assert.equal(value(decodeFaultSet(encodeFaultSet(faultSet, stamp))), set);
  const ack = { boot: stamp.boot, seq: 12 };
  assert.equal(value(decodeAck(encodeAck(ack))), ack);
});

test("enum numbers that this version does not know survive as words", () => {
  const wire = posdiag.v1;
  const report = wire.Report.decode(encodeReport(reportOf()));
  const event = report.caseEvent;
  if (!event?.case?.verdict || !report.moment) throw new Error("the sample has no case");
  event.kind = Number(77);
  event.case.verdict.severity = Number(9);
  event.case.verdict.party = [Number(42)];
  report.moment.clock = Number(5);
  const decoded = value(decodeReport(wire.Report.encode(report).finish()));
  assert.is(decoded.stamp.clock, "unknown_5");
  assert.ok(decoded.body.kind === "case");
  if (decoded.body.kind !== "case") return;
  assert.is(decoded.body.event.kind, "unknown_77");
  assert.is(decoded.body.event.case.verdict.severity, "unknown_9");
  assert.equal(decoded.body.event.case.verdict.party, ["unknown_42"]);
});

test("a body of a later version is named unknown, its stamp is read", () => {
  const later = Buffer.concat([encodeReport(reportOf()).subarray(0, 29), Buffer.from("fa0601aa", "hex")]);
  const decoded = value(decodeReport(later));
  assert.is(decoded.stamp.seq, 17);
  assert.is(decoded.body.kind, "unknown");
});

test("what is empty, too large, truncated or without a stamp is refused by name", () => {
  const bytes = encodeReport(reportOf());
  assert.equal(decodeReport(new Uint8Array()), { kind: "refused", reason: "empty" });
  assert.equal(decodeReport(new Uint8Array(payloadLimit + 1)), { kind: "refused", reason: "too_large" });
  assert.equal(decodeReport(bytes.subarray(0, bytes.length - 1)), { kind: "refused", reason: "malformed" });
  assert.equal(decodeReport(bytes.subarray(10)), { kind: "refused", reason: "incomplete" });
  assert.equal(decodeAck(encodeAck({ boot: stamp.boot, seq: 1 }).subarray(10)), {
    kind: "refused",
    reason: "incomplete",
  });
});

test("places outside the list of readings are passed over", () => {
  const report = posdiag.v1.Report.decode(encodeReport(reportOf()));
  if (report.caseEvent) report.caseEvent.snapshot = [0, 63, 4_294_967_295];
  const { body } = value(decodeReport(posdiag.v1.Report.encode(report).finish()));
  assert.is(body.kind === "case" ? body.snapshot.length : -1, 1);
});

test("no bytes whatever raise an exception", () => {
  const random = seededRandom(20_261_122);
  const sample = encodeReport(reportOf(pulledSim, [weakSignal]));
  const outcomes = new Set<string>();
  for (let round = 0; round < 3000; round++) {
    const bytes = Uint8Array.from(sample);
    const flips = round % 3 === 0 ? bytes.length : 1 + Math.floor(random() * 4);
    for (let flip = 0; flip < flips; flip++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    for (const decode of [decodeReport, decodeBirth, decodeAlive, decodeFaultSet, decodeAck]) {
      outcomes.add(decode(bytes).kind);
    }
  }
  assert.equal([...outcomes].sort(), ["ok", "refused"]);
});

test.run();
