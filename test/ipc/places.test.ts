import { isProved, type Occupant, whoGivesWay, whoWaitsLongest } from "../../src/ipc/places.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("ipc/places");

const peer = (given: Partial<Occupant>): Occupant => ({
  bornMs: 0,
  heardMs: 0,
  clean: 0,
  refused: 0,
  leaving: false,
  ...given,
});

test("a newcomer pushes out who has sat there silent for longest, and never one that has said something", () => {
  const worker = peer({ bornMs: 1, clean: 5 });
  const old = peer({ bornMs: 10, refused: 90 });
  const young = peer({ bornMs: 900 });
  assert.is(whoWaitsLongest([worker, young, old]), old);
  assert.is(whoWaitsLongest([worker, young]), young);
  assert.is(whoWaitsLongest([worker]), undefined);
});

test("who has been told to go goes first", () => {
  const leaving = peer({ bornMs: 900, clean: 3, leaving: true });
  assert.not(isProved(leaving));
  assert.is(whoWaitsLongest([peer({ bornMs: 10 }), leaving]), leaving);
});

test("among those that have proved themselves the worst goes, then who was not heard for half a minute", () => {
  const worker = peer({ clean: 50, refused: 3, heardMs: 95_000 });
  const bad = peer({ clean: 1, refused: 20, heardMs: 99_000 });
  const worse = peer({ clean: 1, refused: 80, heardMs: 99_000 });
  const quiet = peer({ clean: 9, heardMs: 60_000 });
  assert.is(whoGivesWay([worker, bad, quiet, worse], 100_000), worse);
  assert.is(whoGivesWay([worker, quiet, peer({ clean: 9, heardMs: 65_000 })], 100_000), quiet);
  assert.is(whoGivesWay([worker, peer({ refused: 900 })], 100_000), undefined);
});

test.run();
