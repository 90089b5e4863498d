import { createReferral } from "../../src/uplink/referral.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("uplink/referral");
const hourMs = 3_600_000;

test("another server is followed for its time, with the same encryption, and left when it is not there", () => {
  const referral = createReferral("mqtts://home.example:8883");
  const moved = (code: string, reference: string) => ({ kind: "moved", code, reference }) as const;
  assert.ok(referral.hear(moved("0x9c", "other.example:8884 third.example"), 0));
  assert.is(referral.url(1), "mqtts://other.example:8884");
  assert.is(referral.url(hourMs), "mqtts://home.example:8883");
  assert.ok(referral.hear(moved("0x9d", "[2001:db8::1]"), hourMs));
  assert.is(referral.url(24 * hourMs), "mqtts://[2001:db8::1]:8883");
  for (let failure = 0; failure < 3; failure++) referral.hear({ kind: "network", code: "ECONNREFUSED" }, 24 * hourMs);
  assert.is(referral.url(24 * hourMs), "mqtts://home.example:8883");
  for (const bad of ["", "http://x/", "a b/c", "host:99999", "mqtt://plain.example", "../x"]) {
    const sent = referral.hear(moved("0x9d", bad), 0);
    assert.is(sent, bad === "a b/c", bad);
  }
});

test.run();
