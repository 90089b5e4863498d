import {
  type DroppedNumbers,
  numbersOf,
  type Runs,
  runsFrom,
  stepsOf,
  toldOf,
  union,
} from "../../src/model/dropped.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("model/dropped");

const runs: Runs = [
  [5, 5],
  [7, 9],
  [1_000_000, 4_294_967_295],
];

test("runs come back from their steps, which are small where the runs are near", () => {
  assert.equal(stepsOf(runs, 5), [0, 1, 1, 3, 999_990, 4_293_967_296]);
  assert.equal(runsFrom(stepsOf(runs, 5), 5), runs);
});

test("a union is ascending, and joins what touches or overlaps", () => {
  assert.equal(
    union(
      [
        [1, 2],
        [8, 9],
      ],
      [[3, 3]],
      [
        [9, 12],
        [20, 20],
      ],
    ),
    [
      [1, 3],
      [8, 12],
      [20, 20],
    ],
  );
});

test("a count that fills its range says which numbers", () => {
  assert.equal(toldOf({ count: 3, firstSeq: 4, lastSeq: 6 }), { runs: [[4, 6]], rest: undefined });
  assert.equal(numbersOf({ runs: [[4, 6]], rest: undefined }), { count: 3, firstSeq: 4, lastSeq: 6 });
});

test("what the runs do not hold lies below them", () => {
  const told: DroppedNumbers = {
    count: 5,
    firstSeq: 1,
    lastSeq: 30,
    runs: [
      [20, 20],
      [30, 30],
    ],
  };
  assert.equal(toldOf(told).rest, { count: 3, firstSeq: 1, lastSeq: 19 });
  assert.equal(numbersOf(toldOf(told)), told);
});

test("runs may begin with the first number there is", () => {
  const runs = [
    [1, 1],
    [3, 4],
  ] as const;
  assert.equal(toldOf({ count: 3, firstSeq: 1, lastSeq: 4, runs }), { runs, rest: undefined });
});

test("runs that cannot be are passed over", () => {
  const range = { count: 3, firstSeq: 4, lastSeq: 9 };
  const bad: readonly Runs[] = [
    [[4, 9]],
    [
      [9, 9],
      [4, 4],
    ],
    [
      [2, 2],
      [9, 9],
    ],
    [
      [4, 4],
      [8, 8],
    ],
    [
      [4, 3],
      [9, 9],
    ],
    [
      [4, 4],
      [5, 5],
      [9, 9],
    ],
  ];
  for (const each of bad) assert.equal(toldOf({ ...range, runs: each }), { runs: [], rest: range });
});

test.run();
