import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { configCheckCommand } from "../../src/cli/config-check.ts";
import { assert, suite } from "../front-door/suite.ts";
import { type Asked, createAsked } from "./asked.ts";

const test = suite("posdiag config check");

let asked: Asked;

test.before.each(async () => {
  asked = await createAsked(configCheckCommand);
});

test.after.each(() => asked.end());

test("config check says ok with a summary, or every error with exit code 78", async () => {
  const good = await asked.run(["config", "check", await asked.writeConfig()]);
  assert.is(good.exit, 0);
  assert.match(good.out, /^ok\n {2}terminal PX7-00042 of acme, modem on \/dev\/ttyUSB2\n/);
  const bad = await asked.run([
    "config",
    "check",
    await asked.writeConfig({ modem: { baud: 1 }, simm: { plan_mb: 1 } }),
  ]);
  assert.is(bad.exit, 78);
  assert.equal(
    bad.out.split("\n").map((line) => line.split(":")[0]),
    ["modem.baud", "simm.plan_mb", "modem.port", ""],
  );
  assert.match(bad.err, /config\.jsonc: 3 errors\n$/);
});

test("the summary says who tells of the modem, and whether it is mended", async () => {
  const summary = async (change: Readonly<Record<string, object>>) =>
    (await asked.run(["config", "check", await asked.writeConfig(change)])).out.split("\n")[1] ?? "";
  assert.match(await summary({ modem: { source: "app" } }), / of acme, modem told by an application$/);
  assert.match(
    await summary({ modem: { source: "auto", port: "auto" }, recovery: { enabled: true } }),
    / of acme, modem on auto, or told by an application, mended by itself$/,
  );
});

test("config check --json gives the same to programs", async () => {
  const good: unknown = JSON.parse((await asked.run(["config", "check", "--json", await asked.writeConfig()])).out);
  assert.equal([Reflect.get(Object(good), "ok"), Object(good).config["modem.baud"]], [true, 115_200]);
  const bad: unknown = JSON.parse(
    (await asked.run(["config", "check", "--json", await asked.writeConfig({ modem: {} })])).out,
  );
  assert.equal(bad, {
    ok: false,
    problems: [{ key: "modem.port", what: "is missing", allowed: 'an absolute path, or "auto"' }],
  });
});

test("a file that is not there, a directory, and a file of nothing but size are exit code 66", async () => {
  const huge = join(asked.directory, "huge");
  await writeFile(huge, " ".repeat(300_000));
  for (const path of [join(asked.directory, "none"), asked.directory, huge, asked.socket]) {
    assert.is((await asked.run(["config", "check", path])).exit, 66, path);
  }
});

test("wrong use is exit code 64 with the way to the help", async () => {
  for (const args of [
    ["config", "check"],
    ["config", "check", "a", "b"],
    ["config", "check", "--jsno", "a"],
  ]) {
    const { exit, err } = await asked.run(args);
    assert.is(exit, 64, args.join(" "));
    assert.match(err, /see posdiag config check --help\n$/);
  }
});

test.run();
