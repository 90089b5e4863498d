import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import { isAgentError } from "../../src/base/errors.ts";
import type { Case } from "../../src/model/case.ts";
import { absent, reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/record.ts";
import { encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../src/report/encode.ts";
import { assert, suite } from "../front-door/suite.ts";
import { eventOf, faultSet, pulledSim, reportOf, stamp, terminal, weakSignal } from "./samples.ts";

const test = suite("report/encode");

/** The .proto files read at run time: an independent leg beside the generated code. */
const reflected = new protobuf.Root();
reflected.resolvePath = (_origin, target) => fileURLToPath(new URL(`../../proto/${target}`, import.meta.url));
reflected.loadSync(["report", "state", "ack"].map((name) => `posdiag/v1/${name}.proto`));

function reflect(name: string, bytes: Uint8Array): Record<string, unknown> {
  const type = reflected.lookupType(`posdiag.v1.${name}`);
  return type.toObject(type.decode(bytes), { enums: String, bytes: String });
}

function invalid(make: () => unknown): void {
  assert.throws(make, (error: unknown) => isAgentError(error, "RECORD_INVALID"));
}

/** `protoc --decode` and `--encode` of protoc 3.21 give the same bytes back. */
const golden = [
  "0a080123456789abcdef10111a0f0dc086fd6a107b18951c20fa0128022251080118fa0122360801121d108b4e1804220101",
  "2a0810c00a1a010020012a0710261a0101200e30011a0b1a0100200128013202030f28fa0138fa0140012a09380140960148",
  "1a50162a0740de02480a5006",
].join("");

test("a pulled SIM has exactly these bytes", () => {
  const bytes = encodeReport(reportOf());
  assert.is(Buffer.from(bytes).toString("hex"), golden);
});

test("one fault with two pieces of evidence and two ruled out takes 112 bytes, with one piece fewer than 90", () => {
  assert.is(encodeReport(reportOf()).length, 112);
  const [first] = pulledSim.verdict.evidence;
  assert.ok(first);
  const small: Case = { ...pulledSim, verdict: { ...pulledSim.verdict, evidence: first ? [first] : [] }, ruledOut: [] };
  const { length } = encodeReport(reportOf(small));
  assert.ok(length < 90, `${length} bytes`);
});

test("a reader that only has the .proto files reads the same", () => {
  const report = reflect("Report", encodeReport(reportOf(pulledSim, [weakSignal])));
  const event = report["caseEvent"];
  assert.equal(report["moment"], {
    wallS: 1_795_000_000,
    wallMs: 123,
    monoS: 3605,
    monoMs: 250,
    clock: "CLOCK_QUALITY_NTP",
  });
  assert.is(report["boot"], Buffer.from("0123456789abcdef", "hex").toString("base64"));
  assert.equal(event, {
    kind: "KIND_OPENED",
    ageMs: 250,
    case: {
      id: 1,
      verdict: {
        faultNumber: 1,
        probabilityE4: 9995,
        severity: "SEVERITY_CRITICAL",
        party: ["PARTY_MERCHANT"],
        evidence: [
          { number: 1, weightCentinat: 672, readings: [0] },
          { number: 14, weightCentinat: 19, readings: [1] },
        ],
      },
      ruledOut: [{ becauseNumber: 1, faultNumbers: [3, 15], readings: [0], holds: true }],
      openedAgeMs: 250,
      changedAgeMs: 250,
      occurrence: 1,
    },
    readings: [
      { signalNumber: 22, wordNumber: 26, ageS: 1, ageMs: 150 },
      { signalNumber: 6, wordNumber: 10, ageMs: 350 },
      { signalNumber: 1, number: -88.5, ageS: 5, ageMs: 250 },
    ],
    snapshot: [2],
  });
});

test("states read the same with only the .proto files", () => {
  const alive = reflect("Alive", encodeAlive({ online: true, session: 7, boot: stamp.boot }, stamp));
  assert.is(alive["online"], true);
  assert.is(alive["session"], 7);
  const birth = reflect("Birth", encodeBirth({ boot: stamp.boot, terminal, firstSeq: 5, nextSeq: 18 }, stamp));
  assert.is(birth["firstSeq"], 5);
  assert.is(birth["nextSeq"], 18);
  const set = reflect("FaultSet", encodeFaultSet(faultSet, stamp));
  assert.is(set["epoch"], 3);
  assert.is(set["coversSeq"], 17);
});

test("a signal's name and an equal value in a row are sent once", () => {
  const runs = [3_600_000, 3_601_000, 3_602_000].map((atMs) => reading("sim.state", "absent", atMs));
  const before = reading("sim.state", "ready", 3_599_000);
  const evidence = [{ id: "sim_absent", readings: [before, ...runs], weight: 6 }];
  const subject = { ...pulledSim, ruledOut: [], verdict: { ...pulledSim.verdict, evidence } };
  const report = reflect("Report", encodeReport(reportOf(subject)));
  assert.equal(Object.getOwnPropertyDescriptor(report["caseEvent"], "readings")?.value, [
    { signalNumber: 22, wordNumber: 25, ageS: 6, ageMs: 250 },
    { wordNumber: 26, ageS: 3, ageMs: 250 },
  ]);
});

test("numbers that do not fit their field are refused, not bent", () => {
  const withStamp = (change: object): Report => ({ ...reportOf(), stamp: { ...stamp, ...change } });
  invalid(() => encodeReport(withStamp({ seq: 0 })));
  invalid(() => encodeReport(withStamp({ seq: 4_294_967_296 })));
  invalid(() => encodeReport(withStamp({ seq: 1.5 })));
  invalid(() => encodeReport(withStamp({ wallMs: -1 })));
  invalid(() => encodeReport(withStamp({ wallMs: Number.NaN })));
  invalid(() => encodeReport(withStamp({ monoMs: 2 ** 53 })));
  invalid(() => encodeReport(withStamp({ boot: "0123" })));
  invalid(() => encodeReport(reportOf({ ...pulledSim, occurrence: 0 })));
  invalid(() => encodeReport(reportOf({ ...pulledSim, verdict: { ...pulledSim.verdict, probability: 1.01 } })));
  invalid(() => encodeAlive({ online: true, session: -1, boot: stamp.boot }, stamp));
});

test("what happened after the record was written is refused", () => {
  invalid(() => encodeReport(reportOf({ ...pulledSim, openedAtMs: stamp.monoMs + 1 })));
  invalid(() => encodeReport(reportOf(pulledSim, [reading("modem.csq", 20, stamp.monoMs + 1)])));
});

test("lists are cut to their bounds and the rest is counted", () => {
  const snapshot = Array.from({ length: 70 }, (_, index) => reading("modem.csq", index, index));
  const event = reflect("Report", encodeReport(reportOf(pulledSim, snapshot)))["caseEvent"];
  assert.is(Object.getOwnPropertyDescriptor(event, "readings")?.value.length, 64);
  assert.is(Object.getOwnPropertyDescriptor(event, "leftOut")?.value, 8);
});

test("a reading without a value has a quality and nothing else", () => {
  const event = reflect("Report", encodeReport(reportOf(pulledSim, [absent("modem.csq", stamp.monoMs)])))["caseEvent"];
  const readings: unknown[] = Object.getOwnPropertyDescriptor(event, "readings")?.value;
  assert.equal(readings.at(-1), { signalNumber: 4, quality: "QUALITY_ABSENT" });
});

test("a fault that was raised once costs no byte for its count; what comes again says how often, and what was not sent", () => {
  const counted = (raisesDay: number, untold: number): Uint8Array => {
    const body = { kind: "case", event: eventOf(pulledSim), snapshot: [], recurrence: { raisesDay, untold } } as const;
    return encodeReport({ stamp, body });
  };
  assert.is(counted(1, 0).length, encodeReport(reportOf()).length);
  const event = reflect("Report", counted(3, 2))["caseEvent"];
  const { raisesDay, untold } = Object.assign({ raisesDay: 0, untold: 0 }, event);
  assert.equal([raisesDay, untold], [3, 2]);
  assert.is(counted(12, 200).length, encodeReport(reportOf()).length + 5);
});

test("a closed case does not repeat what was ruled out", () => {
  const report: Report = { stamp, body: { kind: "case", event: eventOf(pulledSim, "closed"), snapshot: [] } };
  const event = reflect("Report", encodeReport(report))["caseEvent"];
  assert.is(Object.getOwnPropertyDescriptor(event, "kind")?.value, "KIND_CLOSED");
  assert.not(JSON.stringify(event).includes("sim.pin_locked"));
});

test.run();
