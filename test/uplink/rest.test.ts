import { createRest } from "../../src/uplink/rest.ts";
import { assert, suite } from "../front-door/suite.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

const test = suite("uplink/rest");
const hourMs = 3_600_000;

test("on the lowest rung there is one visit a day, at once for what cannot wait, and none on the others", async () => {
  const clock = new VirtualClock();
  let rung: "full" | "snapshot" = "snapshot";
  const rest = createRest({ clock, random: () => 0.5, rung: () => rung });
  const stop = new AbortController();
  assert.is(rest.isDue(), false);
  rest.begin();
  let visits = 0;
  const visit = async () => {
    await rest.wait(stop.signal);
    visits += 1;
    rest.begin();
  };
  const first = visit();
  await clock.advance(23 * hourMs);
  assert.is(visits, 0);
  await clock.advance(hourMs);
  await first;
  assert.is(visits, 1);
  const second = visit();
  rest.end();
  await clock.advance(1);
  await second;
  assert.is(visits, 2);
  rung = "full";
  assert.is(rest.isDue(), false);
});

test.run();
