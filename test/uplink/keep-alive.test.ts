import { createKeepAlive } from "../../src/uplink/keep-alive.ts";
import { assert, suite } from "../front-door/suite.ts";

const pings = suite("uplink/keep-alive");

pings("silence that the next connection survives is the NAT: half the time, never below a minute", () => {
  const alive = createKeepAlive(900);
  const seconds: number[] = [];
  for (let death = 0; death < 5; death++) {
    alive.silent();
    alive.dialled(true);
    seconds.push(alive.seconds);
  }
  assert.equal(seconds, [450, 225, 113, 60, 60]);
});

pings("silence while there is no network at all says nothing of the NAT", () => {
  const alive = createKeepAlive(900);
  alive.silent();
  alive.dialled(false);
  alive.dialled(true);
  assert.is(alive.seconds, 900);
});

pings("it grows by a quarter after a day of answered pings, up to what is configured", () => {
  const alive = createKeepAlive(900, 450);
  const day = () => {
    for (let borne = 0; borne < 86_400; borne += alive.seconds) alive.answered(alive.seconds);
  };
  alive.answered(30);
  day();
  assert.is(alive.seconds, 563);
  for (let each = 0; each < 6; each++) day();
  assert.is(alive.seconds, 900);
});

pings.run();
