import { judge } from "../../src/collector/arrival.ts";
import { posdiag } from "../../src/report/wire.js";
import { assert, suite } from "../front-door/suite.ts";
import { pulledSim } from "../report/samples.ts";
import { createVoice } from "./voice.ts";

const test = suite("collector/secrets");
const topic = "pos/v1/shop-8/SN-0042/up/evt";
/** The issuer's test number of a card brand, put together so that it does not stand here. */
const number = ["4111", "1111", "1111", "1111"].join("");
const base = { boot: Buffer.alloc(8, 1), seq: 1, moment: { wallS: 1_795_000_000, monoS: 10, clock: 2 } };
const reasonOf = (payload: Uint8Array) => {
  const judged = judge({ topic, payload, retained: false }, Date.now());
  return judged.kind === "refused" ? judged.refusal.reason : "taken";
};
const report = (words: object) => posdiag.v1.Report.encode({ ...base, ...words }).finish();

test("card numbers in the words of a case, of a command, of an issuer, of a modem, and in what is not known are refused", () => {
  assert.is(reasonOf(report({ caseEvent: { case: { id: 1, verdict: { fault: number } } } })), "card_data");
  assert.is(reasonOf(report({ commandUpdate: { id: Buffer.alloc(16), reason: `card ${number}` } })), "card_data");
  assert.is(reasonOf(report({ measures: { spanS: 60, issuers: [{ issuer: number }] } })), "card_data");
  const terminal = { tenant: "shop-8", serial: "SN-0042", modemModel: number };
  assert.is(reasonOf(report({ started: { terminal } })), "card_data");
  const unknown = Buffer.concat([report({}), Buffer.from([0xaa, 0x06, number.length]), Buffer.from(number)]);
  assert.is(reasonOf(unknown), "card_data");
});

test("what a terminal of ours says is taken", () => {
  const voice = createVoice();
  for (const message of [
    voice.birth(1),
    voice.alive(true, 1_795_000_000),
    voice.caseReport(1, "opened"),
    voice.faults({ epoch: 3, coversSeq: 1, cases: [pulledSim] }),
  ])
    assert.is(judge(message, Date.now()).kind, "taken");
  assert.is(reasonOf(report({})), "taken");
});

test.run();
