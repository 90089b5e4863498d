import { isAgentError } from "../../src/base/errors.ts";
import { type Reading, reading } from "../../src/model/reading.ts";
import { isSignalId, signals } from "../../src/model/signal.ts";
import { encodeBirth, encodeReport } from "../../src/report/encode.ts";
import { isIdentifier, maskedText, mayLeave } from "../../src/report/redact.ts";
import { assert, suite } from "../front-door/suite.ts";
import { pulledSim, reportOf, stamp, terminal } from "./samples.ts";

const test = suite("report/redact");
const card = "6222021234567890123";

function raw(signal: string, value: Reading["value"]): Reading {
  if (!isSignalId(signal)) throw new Error(signal);
  return { signal, value, atMs: 0, quality: "ok" };
}

test("text that people or programs may write freely never leaves, whatever it says", () => {
  const free = Object.entries(signals).filter(([, { shape }]) => shape.kind === "text" && !shape.pattern);
  assert.ok(free.some(([name]) => name === "operator.report"));
  for (const [name] of free) {
    assert.not(mayLeave(raw(name, "hello")), name);
    const bytes = Buffer.from(encodeReport(reportOf(pulledSim, [raw(name, "hello")])));
    assert.not(bytes.includes("hello"), name);
    assert.not(bytes.includes(name), name);
  }
});

test("closed shapes leave", () => {
  assert.ok(mayLeave(reading("modem.rsrp_dbm", -90, 0)));
  assert.ok(mayLeave(reading("modem.airplane_mode", true, 0)));
  assert.ok(mayLeave(reading("sim.state", "absent", 0)));
  assert.ok(mayLeave(reading("txn.rc", "51", 0)));
});

test("a card number in any signal's value does not leave", () => {
  for (const name of Object.keys(signals)) {
    for (const value of [card, Number(card), `c${card}`, "622202123456"]) {
      const bytes = Buffer.from(encodeReport(reportOf(pulledSim, [raw(name, value)])));
      assert.not(/\d{12}/.test(bytes.toString("latin1")), name);
      assert.not(typeof value === "number" && mayLeave(raw(name, value)), name);
    }
  }
});

test("an identifier with a long run of digits is refused without being repeated", () => {
  assert.not(isIdentifier("sim.622202123456"));
  const verdict = { ...pulledSim.verdict, fault: `unlisted.${card}` };
  assert.throws(
    () => encodeReport(reportOf({ ...pulledSim, verdict })),
    (error: unknown) => isAgentError(error, "RECORD_INVALID") && !error.message.includes("622202"),
  );
});

test("words that are card data without a long run of digits do not leave either", () => {
  for (const id of ["cvv=123", "5F2403251231", "0x41,0x11,0x11,0x11,0x11,0x11,0x11,0x11"]) {
    const verdict = { ...pulledSim.verdict, evidence: [{ id, readings: [], weight: 1 }] };
    assert.throws(
      () => encodeReport(reportOf({ ...pulledSim, verdict })),
      (error: unknown) => isAgentError(error, "CARD_DATA") && !error.message.includes(id),
      id,
    );
  }
  assert.is(maskedText("cvv=123"), "");
});

test("a modem that says its IMEI where its model belongs is masked", () => {
  const modem = { manufacturer: "Quectel\u0007", model: "86012 3456 789012-3", revision: "EC25EFAR06A06M4G" };
  const birth = { boot: stamp.boot, terminal: { ...terminal, modem }, firstSeq: 1, nextSeq: 1 };
  const text = Buffer.from(encodeBirth(birth, stamp)).toString("latin1");
  assert.ok(text.includes("EC25EFAR06A06M4G"));
  assert.not(text.includes("3456"));
  assert.is(maskedText("86012 3456 789012-3"), "*".repeat(19));
  assert.is(maskedText("x".repeat(100)).length, 64);
});

test.run();
