import { existsSync, readdirSync } from "node:fs";
import { isAndroid, targetNamed, targets } from "../../../deploy/package/target.ts";
import { assert, suite } from "../../front-door/suite.ts";

const test = suite("targets of packages");
const prebuilds = "node_modules/@serialport/bindings-cpp/prebuilds";

test("each has addons for it, and those of one target only", () => {
  for (const { name, platform, addons, office } of targets) {
    assert.ok(existsSync(`${prebuilds}/${platform}`), name);
    const files = readdirSync(`${prebuilds}/${platform}`).filter((file) => addons.test(file));
    assert.ok(files.length > 0, name);
    if (office) continue;
    assert.is(files.filter((file) => file.includes("musl")).length > 0, name.endsWith("-musl"), name);
    assert.is(files.filter((file) => file.includes("glibc")).length > 0, name.endsWith("-glibc"), name);
  }
});

test("every addon for Linux and Android is in some target", () => {
  for (const platform of readdirSync(prebuilds).filter((name) => /^(?:linux|android)-/.test(name))) {
    for (const file of readdirSync(`${prebuilds}/${platform}`)) {
      const takers = targets.filter((one) => one.platform === platform && one.addons.test(file));
      assert.ok(takers.length > 0, `${platform}/${file}`);
    }
  }
});

test("a mistyped name is told the nearest one, a foreign one all", () => {
  const problem = (name: string) => {
    try {
      targetNamed(name);
      return "";
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
  };
  assert.match(problem("android-arm46"), "did you mean android-arm64?");
  assert.match(problem("windows"), "there are linux-x64-glibc, ");
  assert.equal([targetNamed("android-arm"), targetNamed("linux-arm-musl")].map(isAndroid), [true, false]);
});

test.run();
