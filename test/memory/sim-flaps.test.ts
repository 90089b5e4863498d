import { SimFlaps } from "../../src/memory/sim-flaps.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("memory/sim-flaps");

/** Seconds and what is seen then: the card, or a start of the module. */
type Event = readonly [atS: number, seen: boolean | "module starts"];

function flaps(events: readonly Event[], nowS: number): number {
  const sim = new SimFlaps();
  for (const [atS, seen] of events) {
    if (typeof seen === "boolean") sim.see(seen, atS * 1_000);
    else sim.moduleStarts(atS * 1_000);
  }
  return sim.recent.count(nowS * 1_000);
}

test("each change counts, the first state and a repeated one do not", () => {
  assert.is(
    flaps(
      [
        [0, true],
        [1, true],
        [2, false],
        [3, false],
        [4, true],
      ],
      5,
    ),
    2,
  );
  assert.is(
    flaps(
      [
        [0, false],
        [9, false],
      ],
      10,
    ),
    0,
  );
});

test("what is an hour old is forgotten", () => {
  assert.is(
    flaps(
      [
        [0, true],
        [10, false],
        [20, true],
      ],
      3_609,
    ),
    2,
  );
  assert.is(
    flaps(
      [
        [0, true],
        [10, false],
        [20, true],
      ],
      3_610,
    ),
    1,
  );
  assert.is(
    flaps(
      [
        [0, true],
        [10, false],
        [20, true],
      ],
      3_620,
    ),
    0,
  );
});

test("a module that starts anew takes its card along: neither before nor after does that count", () => {
  assert.is(
    flaps(
      [
        [0, true],
        [100, false],
        [105, "module starts"],
        [110, false],
        [125, true],
        [200, true],
      ],
      210,
    ),
    0,
  );
});

test("a slow start is still one start", () => {
  assert.is(
    flaps(
      [
        [0, true],
        [105, "module starts"],
        [110, false],
        [190, true],
        [200, true],
      ],
      210,
    ),
    0,
  );
});

test("flaps before the start and after it are counted as ever", () => {
  const before: Event[] = [
    [0, true],
    [10, false],
    [20, true],
  ];
  const start: Event[] = [
    [105, "module starts"],
    [110, false],
    [120, true],
    [170, true],
  ];
  assert.is(flaps([...before, ...start], 300), 2);
  assert.is(flaps([...before, ...start, [180, false], [181, true], [182, false]], 300), 5);
});

test("thousands of changes are bounded, and the number says so many or more", () => {
  assert.is(
    flaps(
      Array.from({ length: 5_000 }, (_, at): Event => [at / 100, at % 2 === 0]),
      60,
    ),
    64,
  );
});

test.run();
