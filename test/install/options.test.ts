import { assert, suite } from "../front-door/suite.ts";
import { help, readOptions } from "./options.ts";
import { chrootSteps, vmSteps, wanted } from "./program-of-steps.ts";
import { whatIsMissing } from "./programs.ts";

const test = suite("install test: command line");

test("without a word: a virtual machine of the older Debian, kept in the user's cache", () => {
  const options = readOptions([], "/c");
  assert.equal(options, { kind: "vm", suite: "bookworm", cache: "/c/posdiag-install-test", json: false, only: [] });
});

test("every option is in the help", () => {
  for (const name of ["chroot", "suite", "packages", "cache", "mirror", "only", "json"])
    assert.match(help, `--${name}`);
  assert.is(readOptions(["--help"], undefined), "help");
});

test("what is not allowed is refused with what is", () => {
  assert.throws(() => readOptions(["--suite", "sid"], undefined), /bookworm or trixie/);
  assert.throws(() => readOptions(["--fast"], undefined), /--fast/);
});

test("of a part of the steps, those that all others need are taken too", () => {
  const ids = wanted(vmSteps, ["sandbox"]).map(({ id }) => id);
  assert.equal([ids.includes("install"), ids.includes("sandbox"), ids.includes("reboot")], [true, true, false]);
  assert.is(wanted(vmSteps, []).length, vmSteps.length);
});

test("steps have ids of their own", () => {
  for (const steps of [vmSteps, chrootSteps]) assert.is(new Set(steps.map(({ id }) => id)).size, steps.length);
});

test("what this machine lacks is named with its package, and the way without it", () => {
  assert.match(whatIsMissing("vm", 1_000, "/bin") ?? "", "must run as root");
  const said = whatIsMissing("vm", 0, "/nowhere") ?? "nothing";
  // Only what is in none of Debian's folders for daemons can be missing here.
  if (said !== "nothing") assert.match(said, /missing: apt install \S/);
  if (said.includes("qemu")) assert.match(said, /--chroot/);
});

test.run();
