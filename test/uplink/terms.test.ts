import { termsOf } from "../../src/uplink/terms.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("uplink/terms");

test("what a broker says counts, and what it does not say is ours", () => {
  assert.equal(termsOf(undefined, 900), { keepaliveS: 900, window: 65_535 });
  assert.equal(termsOf({ serverKeepAlive: 60, receiveMaximum: 20 }, 900), { keepaliveS: 60, window: 20 });
});

test("a broker that does not look for us is pinged as before, one that wants a ping a second is not, and no window is shut", () => {
  assert.is(termsOf({ serverKeepAlive: 0 }, 900).keepaliveS, 900);
  assert.is(termsOf({ serverKeepAlive: 1 }, 900).keepaliveS, 10);
  assert.is(termsOf({ receiveMaximum: 0 }, 900).window, 1);
});

test.run();
