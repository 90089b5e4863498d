import { createThrottle } from "../../src/console/throttle.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("console/throttle");

test("each has his own measure, which fills again", () => {
  const throttle = createThrottle({ burst: 2, perSecond: 1 });
  assert.equal(
    [1, 2, 3].map(() => throttle.take("anna", 0)),
    [true, true, false],
  );
  assert.ok(throttle.take("boris", 0));
  assert.ok(throttle.take("anna", 1_000));
  assert.not(throttle.take("anna", 1_000));
});

test("a flood of names forgets who was not there for longest, and remembers the others", () => {
  const throttle = createThrottle({ burst: 1, perSecond: 0.001 });
  throttle.take("first", 0);
  for (let at = 0; at < 9_998; at += 1) throttle.take(`name ${at}`, 0);
  throttle.take("last", 0);
  throttle.take("one more", 0);
  assert.equal([throttle.take("last", 0), throttle.take("first", 0)], [false, true]);
});

test.run();
