import { trafficParsers } from "../../../src/at/parse/counters.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("traffic counters");

const replies: readonly (readonly [
  name: keyof typeof trafficParsers,
  info: readonly string[],
  bytes: readonly [number, number] | undefined,
])[] = [
  ["qgdcnt", ["+QGDCNT: 109169083,82663256"], [109_169_083, 82_663_256]],
  ["qgdcnt", ["+QGDCNT: -,-"], undefined],
  ["ugcntrd", ["+UGCNTRD: 1, 100, 0, 100, 0", "+UGCNTRD: 31,2704,1819,2724,1839"], [2_824, 1_839]],
  ["ugcntrd", ["+UGCNTRD: 2,1397316870,113728263578,1397316870,113728263578"], [1_397_316_870, 113_728_263_578]],
  ["ugcntrd", [], undefined],
  ["gdatavol", ["#GDATAVOL: 1,3000,1000,2000"], [1_000, 2_000]],
  ["dsflowqry", ["^DSFLOWQRY: 100,0,0,592,645c,3c0f"], [0x645c, 0x3c0f]],
  ["dsflowqry", ["^DSFLOWQRY:", "3A,15863,834B41,3A,15863,834B41"], [0x15863, 0x834b41]],
  ["dsflowqry", ["^DSFLOWQRY: 1A,0D49,2BE3"], undefined],
  ["gtstatis", ["+GTSTATIS: 2954,2125,378317,331309"], [331_309, 378_317]],
  ["gtstatis", ["+GTSTATIS: 2954,2125"], undefined],
];
for (const [name, info, bytes] of replies) {
  test(`${name}: ${info.join(" ")}`, () => {
    const traffic = trafficParsers[name](info);
    assert.equal(traffic && [traffic.sentBytes, traffic.receivedBytes], bytes);
  });
}

test.run();
