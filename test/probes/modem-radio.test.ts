import { assert, suite } from "../front-door/suite.ts";
import { Bench, info } from "./modem-bench.ts";

const test = suite("modem probe and the radio");
const cell = '+QENG: "servingcell","NOCONN","LTE","FDD",460,11,D196A00,462,100,1,5,5,7794,-109,-11,-76,11,-';

for (const [model, sinr] of [
  ["EC25", 11],
  ["EM12", "absent"],
] as const) {
  test(`the ratio of +QENG is ${sinr} on an ${model}`, async () => {
    const bench = new Bench();
    bench.replies["AT+CGMM"] = info(model);
    bench.replies["AT+QCSQ"] = "\r\nERROR\r\n";
    bench.replies['AT+QENG="servingcell"'] = info(cell);
    await bench.live(3_000);
    await bench.stop();
    assert.is(bench.newest("modem.sinr_db"), sinr);
    assert.is(bench.newest("modem.rsrp_dbm"), -109);
  });
}

/** +CSQ → modem.csq; from 100 on steps of 1 dB from −116 dBm, where 0…31 are steps of 2 dB from −113 dBm. */
const strengths = [
  ["0,0", 0],
  ["31,99", 31],
  ["32,99", "absent"],
  ["99,99", "absent"],
  ["100,99", 0],
  ["103,99", 0],
  ["133,99", 15],
  ["191,99", 31],
  ["199,99", "absent"],
] as const;
for (const [told, csq] of strengths) {
  test(`+CSQ: ${told} is ${csq}`, async () => {
    const bench = new Bench();
    bench.replies["AT+CSQ"] = info(`+CSQ: ${told}`);
    await bench.live(3_000);
    await bench.stop();
    assert.is(bench.newest("modem.csq"), csq);
  });
}

test.run();
