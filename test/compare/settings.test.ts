import { createSettingsComparison } from "../../src/compare/settings.ts";
import { reading } from "../../src/model/reading.ts";
import type { SignalId } from "../../src/model/signal.ts";
import type { Scalar } from "../../src/model/signal-shape.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("settings beside those that were proved");
const dayMs = 86_400_000;

/** What comes of readings, one after another, a second apart or at the times given. */
function drawn(...told: readonly (readonly [SignalId, Scalar, number?])[]): readonly string[] {
  const settings = createSettingsComparison();
  return told.flatMap(([signal, value, atMs], at) =>
    settings.hear(reading(signal, value, atMs ?? at * 1000)).map((each) => `${each.signal}=${String(each.value)}`),
  );
}

test("an access point is changed when payments were answered by another", () => {
  assert.equal(drawn(["modem.apn", "A"], ["txn.rc", "00"], ["modem.apn", "B"]), [
    "compare.apn=same",
    "compare.apn=changed",
  ]);
});

test("one by which a payment was answered since is the right one", () => {
  const told = drawn(["modem.apn", "A"], ["modem.apn", "B"], ["txn.rc", "00"], ["modem.apn", "B"]);
  assert.equal(told, ["compare.apn=same", "compare.apn=changed", "compare.apn=same"]);
});

test("whoever leaves the private network is told from whoever is shut in, and an outage is neither", () => {
  const reach = (from: string, to: string) => drawn(["net.internet_probe", from], ["net.internet_probe", to]).at(-1);
  assert.is(reach("not_allowed", "ok"), "compare.reach=opened");
  assert.is(reach("ok", "not_allowed"), "compare.reach=closed");
  assert.is(reach("ok", "fail"), "compare.reach=same");
});

test("a card that was changed is new for three days, whatever the next restart says", () => {
  const told = drawn(
    ["sim.iccid_changed", true, 0],
    ["sim.iccid_changed", false, 2 * dayMs],
    ["sim.iccid_changed", false, 4 * dayMs],
  );
  assert.equal(told, ["compare.pair=changed", "compare.pair=changed", "compare.pair=same"]);
});

test("a sign-in that is accepted is asked for no more, and what else the host asks for is", () => {
  assert.equal(drawn(["host.header_proc_req", 3], ["host.signin_rc", "00"]), ["host.header_proc_req=0"]);
  assert.equal(drawn(["host.header_proc_req", 3], ["host.signin_rc", "77"]), []);
  assert.equal(drawn(["host.header_proc_req", 4], ["host.signin_rc", "00"]), []);
  assert.equal(drawn(["host.header_proc_req", 3], ["host.header_proc_req", 1], ["host.signin_rc", "00"]), []);
});

test("the cause of a refusal is over with it, and where nothing was refused nothing is said", () => {
  assert.equal(drawn(["modem.pdp_cause", 8], ["modem.pdp_state", "active"]), ["modem.pdp_cause=0"]);
  assert.equal(drawn(["modem.pdp_cause", 8], ["modem.reg_state", "home"]), []);
  assert.equal(drawn(["modem.pdp_state", "active"]), []);
});

test.run();
