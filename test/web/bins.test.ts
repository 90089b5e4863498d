/** Counts summed into bins: nothing is lost, nothing is counted twice. */
import { binned, daily, sum } from "../../src/web/bins.ts";
import { assert, suite } from "../front-door/suite.ts";

const bins = suite("bins");
const point = (atMs: number, count: number) => [atMs, count, count, count] as const;

bins("hold each point of the span once", () => {
  const points = [point(0, 1), point(99, 2), point(100, 4), point(399, 8), point(400, 16), point(-1, 32)];
  assert.equal(binned(points, { fromMs: 0, toMs: 400 }, 4), [3, 4, 0, 8]);
  assert.is(sum(binned(points, { fromMs: -1, toMs: 401 }, 7)), 63);
});

bins("have the highest of each day, of what grows through it", () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
  const points = [
    point(at(25, 8), 90),
    point(at(25, 20), 180),
    point(at(26, 1), 5),
    point(at(26, 23), 210),
    point(at(27, 2), 8),
  ];
  const { span, bins: days } = daily(points, { fromMs: at(25, 3), toMs: at(27, 3) });
  assert.equal(days, [180, 210, 8]);
  assert.equal([span.fromMs, span.toMs], [at(25, 0), at(28, 0)]);
});

bins.run();
