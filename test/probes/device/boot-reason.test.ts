/** Words of Android's own list ("Canonical boot reason", system/core/bootstat). */
import { causeOfReason, isBootReason } from "../../../src/probes/device/boot-reason.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("probes/device/boot-reason");

const meanings = [
  ["kernel_panic,sysrq", "panic"],
  ["kernel_panic", "panic"],
  ["watchdog", "watchdog"],
  ["watchdog,sdi", "watchdog"],
  ["reboot,userrequested", "normal"],
  ["reboot,ota", "normal"],
  ["shutdown,battery", "normal"],
  ["shutdown,thermal,battery", "thermal"],
  ["thermal,shutdown", "thermal"],
  ["reboot,longkey", undefined],
  ["cold", undefined],
  ["cold,powerkey", undefined],
  ["hard", undefined],
  ["warm", undefined],
] as const;

test("each word says what it says, and those that a brown-out brings about say nothing", () => {
  for (const [text, cause] of meanings) {
    assert.is(causeOfReason(text), cause, text);
    assert.ok(isBootReason(text), text);
  }
});

test("anything else is no reason", () => {
  for (const text of ["", "Cold", "cold boot", "cold,", "x".repeat(30), "a,b,c,d,e,f", "cold,\n"])
    assert.not.ok(isBootReason(text), text);
});

test.run();
