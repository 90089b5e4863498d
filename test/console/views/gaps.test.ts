import { gapsOf } from "../../../src/console/views/gaps.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("console/views/gaps");

const boot = { boot: "b1", up_to: 0, last_seq: 0, came: "", dropped: "{}" };

test("what has not come, beside what was told as dropped", () => {
  const dropped = JSON.stringify({ metric: { runs: [[4, 5]], rests: [{ count: 1, firstSeq: 12, lastSeq: 14 }] } });
  assert.equal(gapsOf([{ ...boot, last_seq: 20, came: "1-3,8,16-20", dropped }]), [
    { boot: "b1", from: 4, to: 5, dropped: true },
    { boot: "b1", from: 6, to: 7, dropped: false },
    { boot: "b1", from: 9, to: 11, dropped: false },
    { boot: "b1", from: 12, to: 14, dropped: true },
    { boot: "b1", from: 15, to: 15, dropped: false },
  ]);
});

test("up to what is accounted for nothing is missing; a list is bounded; nonsense is none", () => {
  assert.equal(gapsOf([{ ...boot, up_to: 9, last_seq: 12, came: "10-12" }]), []);
  assert.equal(
    gapsOf([{ ...boot, up_to: 9, last_seq: 12, came: "1-3,11" }]).map(({ from, to }) => [from, to]),
    [
      [10, 10],
      [12, 12],
    ],
  );
  const came = Array.from({ length: 500 }, (_, at) => 2 * at + 2).join(",");
  assert.is(gapsOf([{ ...boot, last_seq: 1_001, came }]).length, 100);
  assert.equal(gapsOf([{ ...boot, came: "x,-", dropped: "nonsense" }]), []);
});

test.run();
