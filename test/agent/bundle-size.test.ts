import { gzipSync } from "node:zlib";
import { fitted } from "../../src/agent/bundle-size.ts";
import { seededRandom } from "../../src/base/random.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("agent/bundle-size");
const random = seededRandom(3);
const noise = (lines: number) => Array.from({ length: lines }, (_, at) => `${at} ${random().toString(36).slice(2)}`);
const size = (value: unknown) => gzipSync(JSON.stringify(value), { level: 9 }).length;
const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : -1);

test("what fits stays as it is", () => {
  const bundle = { status: { a: 1 }, record: noise(10), modem: [], log: noise(5), readings: [] };
  assert.equal(fitted(bundle, 10_000), bundle);
});

test("the older half of what is least missed goes first, until it fits; how much is said", () => {
  const bundle = { status: { a: 1 }, record: noise(20_000), modem: noise(400), log: noise(400), readings: noise(100) };
  const kept = fitted(bundle, 40_000);
  assert.ok(size(kept) <= 40_000);
  assert.equal([lengthOf(kept["modem"]), lengthOf(kept["log"]), lengthOf(kept["readings"])], [400, 400, 100]);
  assert.ok(lengthOf(kept["record"]) > 0 && lengthOf(kept["record"]) < 10_000);
  assert.is(kept["left_out"], 20_000 - lengthOf(kept["record"]));
  assert.is(Array.isArray(kept["record"]) ? kept["record"].at(-1) : "", bundle.record.at(-1));
  const little = fitted(bundle, 200);
  assert.equal(
    ["record", "modem", "log", "readings"].map((name) => lengthOf(little[name])),
    [0, 0, 0, lengthOf(little["readings"])],
  );
  assert.equal(little["status"], { a: 1 });
});

test.run();
