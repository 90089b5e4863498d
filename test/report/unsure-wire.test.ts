import { isAgentError } from "../../src/base/errors.ts";
import type { FaultSet } from "../../src/model/record.ts";
import { decodeFaultSet } from "../../src/report/decode.ts";
import { encodeFaultSet } from "../../src/report/encode.ts";
import { posdiag } from "../../src/report/wire.js";
import { assert, suite } from "../front-door/suite.ts";
import { stamp } from "./samples.ts";

const test = suite("report/unsure-wire");

const candidates = [
  { fault: "host.down", probability: 0.45 },
  { fault: "own.fault", probability: 0.3 },
  { fault: "unlisted.host", probability: 0.1234 },
];
const bare: FaultSet = { boot: stamp.boot, epoch: 3, coversSeq: 17, cases: [] };
const sinceMs = stamp.monoMs - 95_250;

function sent(set: FaultSet) {
  const decoded = decodeFaultSet(encodeFaultSet(set, stamp));
  if (decoded.kind === "refused") throw new Error(decoded.reason);
  return decoded.value;
}

test("between which causes it cannot choose comes back as it was, one without a number by its name", () => {
  assert.equal(sent({ ...bare, unsure: { sinceMs, candidates } }).unsure, { sinceMs, candidates });
  const nobody = { sinceMs: stamp.monoMs, candidates: [] };
  assert.equal(sent({ ...bare, unsure: nobody }).unsure, nobody);
});

test("a set without it, which is what older agents send, is read as one without it", () => {
  assert.not("unsure" in sent(bare));
});

test("more than four candidates are cut and counted; four cost some thirty bytes", () => {
  const five = Array.from({ length: 5 }, () => ({ fault: "host.down", probability: 0.1 }));
  const set = sent({ ...bare, unsure: { sinceMs, candidates: five } });
  assert.equal([set.unsure?.candidates.length, set.leftOut], [4, 1]);
  const cost = encodeFaultSet({ ...bare, unsure: { sinceMs, candidates: five.slice(0, 4) } }, stamp).length;
  assert.ok(cost - encodeFaultSet(bare, stamp).length <= 45, `${cost}`);
});

test("a candidate that this reader does not know says so", () => {
  const unsure = { candidates: [{ faultNumber: 9_999 }] };
  const bytes = posdiag.v1.FaultSet.encode({ boot: Buffer.alloc(8, 1), moment: {}, unsure }).finish();
  const decoded = decodeFaultSet(bytes);
  assert.is(decoded.kind === "ok" && decoded.value.unsure?.candidates[0]?.fault, "unknown_9999");
});

test("what begins after the set's moment is refused", () => {
  const unsure = { sinceMs: stamp.monoMs + 1, candidates };
  assert.throws(() => encodeFaultSet({ ...bare, unsure }, stamp), isAgentError);
});

test.run();
