import { readFileSync } from "node:fs";
import { select } from "./discover.ts";
import { debianPackage, missingPrograms, powers } from "./needs.ts";
import { assert, suite } from "./suite.ts";

const test = suite("programs that suites need");

test("a missing one is named with its Debian package", () => {
  assert.is(missingPrograms(["mosquitto_sub"], "/nowhere"), "needs mosquitto_sub (Debian package mosquitto-clients)");
  assert.is(missingPrograms(["sh"], "/nowhere:/bin"), undefined);
});

test("a power is no program: whether it is here is seen elsewhere than on PATH", () => {
  const said = missingPrograms(["namespaces"], "/nowhere") ?? "";
  const isHere = powers["namespaces"]?.isHere();
  assert.is(said, isHere ? "" : "needs namespaces (root, and /dev/net/tun)");
});

test("continuous integration installs each of them", () => {
  const [, list = ""] = /missing_of (.*)/.exec(readFileSync(".ci/run", "utf8")) ?? [];
  const installed = list.split(" ").map((pair) => pair.split("="));
  assert.equal(installed.sort(), Object.entries(debianPackage).sort());
});

test("all that a suite asks for are known", () => {
  const sources = select([]).files.map((file) => readFileSync(file, "utf8"));
  const lists = sources.flatMap((text) => [...text.matchAll(/\bneeds(?:: | = )\[([^\]]+)\]/g)].map(([, list]) => list));
  const asked = lists.flatMap((list = "") => [...list.matchAll(/"([^"]+)"/g)].map(([, program = ""]) => program));
  assert.ok(asked.length > 20, `${asked.length} found`);
  assert.equal(
    asked.filter((need) => debianPackage[need] === undefined && powers[need] === undefined),
    [],
  );
});

test.run();
