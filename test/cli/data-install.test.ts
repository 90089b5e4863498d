import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert, suite } from "../front-door/suite.ts";
import { loader } from "../support/loader.ts";
import { type DataPlace, data, openDataPlace, textOf } from "./data-place.ts";

const test = suite("cli/data-install", { timeoutMs: 60_000 });

let place: DataPlace;
test.before.each(async () => {
  place = await openDataPlace();
});
test.after.each(() => place.end());

const install = (...args: readonly string[]) => data("install", ...args, "--config", place.config);
const waits = async () => JSON.parse((await data("list", "--config", place.config, "--json")).out).waiting;

test("lays a pack ready, says when it is taken, and the next one takes its place", async () => {
  const made = await install(await place.pack(12));
  assert.equal(
    [made.exit, made.out],
    [0, "acme-12 lies ready: the agent takes it at its next start, on trial for 1800 s\n"],
  );
  assert.is(await waits(), "acme-12");
  await install(await place.pack(13));
  assert.is(await waits(), "acme-13");
  assert.equal(readdirSync(join(place.folder, "state", "data")), ["next.posdata"]);
});

test("what the agent would refuse is refused here, in words, and nothing is laid ready", async () => {
  const other = await install(await place.pack(12, "--tenant", "other"));
  assert.equal(
    [other.exit, /is for terminal\.tenant other, and here it is acme/.test(other.err)],
    [65, true],
    other.err,
  );
  const file = await place.pack(12);
  writeFileSync(file, textOf(file).replace("Y7", "Y8"));
  assert.match((await install(file)).err, /not as it was signed/);
  writeFileSync(place.keysFile, textOf(place.keysFile).replace(/"key": ?"../, '"key":"00'));
  assert.match((await install(file)).err, /not in data\.keys_file/);
  assert.is(await waits(), null);
  assert.is((await install(join(place.folder, "none"))).exit, 66);
});

test("a key that has ended signs nothing any more", async () => {
  const keys = JSON.parse(textOf(place.keysFile));
  const ends = (until: string) =>
    writeFileSync(place.keysFile, JSON.stringify({ keys: keys.keys.map((key: object) => ({ ...key, until })) }));
  ends("2026-01-01");
  assert.match((await install(await place.pack(12))).err, /key of anna ended on 2026-01-01/);
  ends("2099-12-31");
  assert.is((await install(await place.pack(12, "--tenant", "acme"))).exit, 0);
  ends("tomorrow");
  assert.is((await install(await place.pack(13))).exit, 78);
});

test("a terminal that takes no signed data says so", async () => {
  const file = await place.pack(12);
  writeFileSync(place.config, JSON.stringify({ ...JSON.parse(textOf(place.config)), data: {} }));
  const none = await install(file);
  assert.equal([none.exit, /takes no signed data/.test(none.err)], [78, true], none.err);
  assert.is((await data("install", file)).exit, 64);
  assert.is((await data("install", "--config", place.config)).exit, 64);
});

test("root leaves what the folder's owner can read, and writes as that owner", async () => {
  if (process.getuid?.() !== 0) return;
  const [file, nobody] = [await place.pack(12), 65_534];
  const state = join(place.folder, "state");
  mkdirSync(state);
  chownSync(state, nobody, nobody);
  chmodSync(place.folder, 0o711);
  const script = fileURLToPath(new URL("data-install-child.ts", import.meta.url));
  execFileSync(process.execPath, ["--import", loader, script, file, "--config", place.config], { stdio: "pipe" });
  for (const path of [join(state, "data"), join(state, "data", "next.posdata")])
    assert.is(statSync(path).uid, nobody, path);
});

test.run();
