import { absent, reading } from "../../src/model/reading.ts";
import {
  type Header,
  headerLine,
  lostLine,
  readEntry,
  readHeader,
  readingLine,
  thoughtLine,
} from "../../src/record/lines.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("lines of a recording");

const header: Header = {
  part: 2,
  gone: 7,
  carried: 3,
  way: "cellular",
  agentVersion: "0.1.0",
  catalogueHash: "c0123456789ab",
  capabilities: ["cellular", "printer"],
  holdMs: 150_000,
  lastCaseId: 41,
  codes: { scheme: "visa", own: { Y7: "merchant_frozen" } },
  start: "2026-11-22T10:00:00.000Z",
  startMs: 1_234_567,
};

test("a header is read as it was written, with a way or without", () => {
  assert.equal(readHeader(headerLine(header)), header);
  assert.equal(readHeader(headerLine({ ...header, way: undefined }))?.way, undefined);
});

test("what is no header of this version is none", () => {
  const broken = JSON.parse(headerLine(header));
  for (const name of ["record", "part", "hold_ms", "codes", "capabilities", "start"]) {
    assert.is(readHeader(JSON.stringify({ ...broken, [name]: null })), undefined, name);
  }
  for (const line of ["", "{", "[]", "null", '{"t":-9,"source":"sim","signal":"state","value":"absent"}']) {
    assert.is(readHeader(line), undefined, line);
  }
});

test("a reading of any quality is read as it was written", () => {
  for (const each of [
    reading("modem.rsrp_dbm", -101.5, 12_345),
    reading("net.default_iface", "wwan0", 1),
    absent("sim.state", 99_999_999_999),
    reading("modem.csq", "strong", 5),
    { ...reading("sim.state", "ready", 7), quality: "stale" } as const,
  ]) {
    assert.equal(readEntry(readingLine(each)), { kind: "reading", reading: each });
  }
});

test("no millisecond of a year is lost on the way through seconds", () => {
  for (let atMs = 1; atMs < 31_622_400_000; atMs = atMs * 2 + 1) {
    const entry = readEntry(thoughtLine(atMs, []));
    assert.equal(entry, { kind: "thought", atMs, events: "[]" });
  }
});

test("a line that tells of lost ones", () => {
  assert.equal(readEntry(lostLine(12)), { kind: "lost", count: 12 });
});

test("a line that cannot be used is told for what it is", () => {
  const wrong = (line: object | string) => readEntry(typeof line === "string" ? line : JSON.stringify(line));
  assert.is(wrong("{"), "not a JSON object");
  assert.is(wrong({ t: "now" }), "t is not a number of seconds");
  assert.is(wrong({ t: 1, source: "sim", signal: "stae", value: 1, quality: "ok" }), "unknown signal sim.stae");
  assert.is(
    wrong({ t: 1, source: "sim", signal: "state", value: "gone", quality: "ok" }),
    "sim.state cannot be what the line says",
  );
  assert.is(wrong({ t: 1, source: "sim", signal: "state", value: "absent" }), "sim.state has no quality");
});

test.run();
