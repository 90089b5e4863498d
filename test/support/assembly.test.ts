import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { packResult } from "../../src/commands/result.ts";
import { createAssembly } from "../../src/support/assembly.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("support/assembly");
const id = "a".repeat(32);
const value = Array.from({ length: 20_000 }, (_, at) => (at * 7_919) % 99_991);
const packed = packResult(id, value);

function parts() {
  assert.ok(packed.kind === "packed");
  return packed.kind === "packed" ? packed : { digest: { bytes: 0, sha256: "" }, chunks: [] };
}

test("pieces make the whole in any order, twice or not; without one of them they make nothing", () => {
  const { chunks, digest } = parts();
  assert.ok(chunks.length > 2 && chunks.every(({ data }) => data.length <= 16_000));
  const assembly = createAssembly();
  for (const chunk of [...chunks.slice(1), ...chunks.slice(1)].reverse()) assembly.take(chunk);
  assert.is(assembly.result(digest).kind, "part");
  const [first] = chunks;
  if (first) assembly.take(first);
  assert.equal(assembly.result(digest), { kind: "whole", value });
});

test("what was changed, or is no result, is damaged; what is too large is not kept", () => {
  const { chunks, digest } = parts();
  const changed = createAssembly();
  for (const chunk of chunks)
    changed.take({ ...chunk, data: chunk.data.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) });
  assert.is(changed.result(digest).kind, "damaged");
  const flood = createAssembly();
  for (let offset = 0; offset < 1_000_000; offset += 16_000) {
    flood.take({ offset, total: 1_000_000, data: new Uint8Array(16_000) });
  }
  assert.ok(flood.bytes <= 262_144);
  const bomb = gzipSync(Buffer.alloc(64 * 1_024 * 1_024));
  const patient = createAssembly();
  for (let offset = 0; offset < bomb.length; offset += 16_000) {
    patient.take({ offset, total: bomb.length, data: bomb.subarray(offset, offset + 16_000) });
  }
  const sha256 = createHash("sha256").update(bomb).digest("hex");
  assert.is(patient.result({ bytes: bomb.length, sha256 }).kind, "damaged");
});

test("a result that compresses to more than the largest is refused", () => {
  const noise = Array.from({ length: 120_000 }, (_, at) => Math.imul(at + 1, 2_654_435_761) >>> 0);
  assert.equal(packResult(id, noise), { kind: "too_large" });
});

test.run();
