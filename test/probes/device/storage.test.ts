import { type StatFs, storageReadings } from "../../../src/probes/device/storage.ts";
import { assert, suite } from "../../front-door/suite.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

const test = suite("probes/device/storage");
const clock = new VirtualClock();

async function room(paths: readonly string[], statfs: StatFs): Promise<unknown> {
  const [found] = await clock.settle(storageReadings({ paths, statfs, clock }, 0));
  return found?.value ?? found?.quality;
}

const none: StatFs = () => Promise.reject(Object.assign(new Error("none"), { code: "ENOENT" }));
const full: StatFs = (path) => Promise.resolve({ bsize: 4_096, bavail: path === "/data" ? 10_000 : 900_000 });

test("the fuller of two file systems counts, in whole megabytes", async () => {
  assert.is(await room(["/var", "/data"], full), 39);
});

test("a folder that is not there leaves the other one", async () => {
  assert.is(await room(["/gone", "/data"], (path) => (path === "/gone" ? none(path) : full(path))), 39);
  assert.is(await room(["/gone"], none), "absent");
});

test("a disk that hangs is absent after a second, and holds nothing up", async () => {
  const beforeMs = clock.monoMs();
  assert.is(await room(["/data"], () => new Promise(() => {})), "absent");
  assert.ok(clock.monoMs() - beforeMs <= 1_100);
});

test.run();
