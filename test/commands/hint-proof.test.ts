/** Hostile hints: none of them becomes a Reading, and each is counted by why. */
import { seededRandom } from "../../src/base/random.ts";
import { sealCommand, sealHint } from "../../src/commands/seal.ts";
import { type Hint, hintLimit } from "../../src/model/hint.ts";
import { encodeSealed, encodeSealedHint } from "../../src/report/encode.ts";
import { encodeHint } from "../../src/report/hint-wire.ts";
import { posdiag } from "../../src/report/wire.js";
import { assert, suite } from "../front-door/suite.ts";
import { anna, boris, newSigner } from "./bench.ts";
import { fleet, type HintBench, openHintBench, sealed } from "./hint-bench.ts";

const test = suite("commands/hint-proof: hostile hints", { timeoutMs: 60_000 });

const wire = posdiag.v1;

type Hostile = readonly [why: string, payload: Uint8Array, retained?: boolean];

const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

function forged(hint: Hint): readonly Hostile[] {
  const encoded = encodeHint(hint);
  const [own, foreign] = [sealHint(encoded, fleet.privateKey), sealHint(encoded, newSigner().privateKey)];
  const asCommand = sealCommand(encoded, fleet.privateKey);
  return [
    ["unknown_key", encoded],
    ["malformed", new Uint8Array()],
    ["malformed", encodeSealed(asCommand).subarray(0, 20)],
    ["bad_signature", encodeSealedHint({ ...own, signature: asCommand.signature })],
    ["bad_signature", encodeSealedHint({ ...own, signature: new Uint8Array() })],
    ["bad_signature", encodeSealedHint({ ...own, signature: new Uint8Array(64) })],
    ["bad_signature", encodeSealedHint({ ...foreign, key: own.key })],
    ["unknown_key", encodeSealedHint(foreign)],
    ["unknown_key", encodeSealedHint({ ...own, key: new Uint8Array() })],
    ["not_allowed", sealed(hint, boris)],
    ["retained", encodeSealedHint(own), true],
    ["oversized", Buffer.concat([encodeSealedHint(own), Buffer.alloc(hintLimit)])],
    ...Array.from({ length: 30 }, (_, at): Hostile => {
      const bit = Math.floor(((at + 0.5) * encoded.length * 8) / 30);
      return ["bad_signature", encodeSealedHint({ ...own, hint: flipped(encoded, bit) })];
    }),
  ];
}

/** Rightly signed, and still nothing for this terminal, now. */
function misplaced({ hint }: HintBench): readonly Hostile[] {
  const now = hint().issuedS;
  const as = (why: string, change: Partial<Hint>): Hostile => [why, sealed(hint(change))];
  const percent = "fleet.same_carrier_fail_pct";
  return [
    as("other_tenant", { tenant: "other" }),
    as("other_tenant", { tenant: "ACME" }),
    as("expired", { issuedS: now - 700, untilS: now - 1 }),
    as("expired", { issuedS: now - 600, untilS: now }),
    as("from_the_future", { issuedS: now + 3_600, untilS: now + 7_200 }),
    as("bad_span", { untilS: now + 5 }),
    as("bad_span", { untilS: now - 5 }),
    as("bad_span", { untilS: now + 604_800 }),
    as("not_concerned", { concerns: { carrier: "46001" } }),
    as("not_concerned", { concerns: { carrier: "46000", region: "west" } }),
    as("not_concerned", { concerns: { version: "9.9.9" } }),
    as("unsure", { confidence: 0.4 }),
    as("nothing_known", { figures: [{ signal: "fleet.of_tomorrow", value: 50 }] }),
    as("nothing_known", { figures: [{ signal: "sim.state", value: "absent" }] }),
    as("nothing_known", { figures: [{ signal: "fleet.notice", value: "text" }] }),
    as("bad_value", { figures: [{ signal: percent, value: "many" }] }),
    as("bad_value", { figures: [{ signal: "fleet.notice_kind", value: "party" }] }),
    as("bad_value", { figures: [{ signal: "fleet.notice_kind", value: 3 }] }),
    as("bad_value", { figures: [{ signal: "fleet.same_shop_fail", value: "3_of_4" }] }),
    as("bad_value", { figures: [90, 10].map((value) => ({ signal: percent, value })) }),
    ["bad_value", raw({ figures: [{ signal: percent, percentE1: 4_000_000_000 }] })],
    ["malformed", raw({ figures: [{ signal: percent }] })],
    ["malformed", raw({ figures: [] })],
    ["malformed", raw({ id: Buffer.alloc(3) })],
    ["malformed", raw({ carrier: "4".repeat(15) })],
    ["malformed", raw({ confidenceE4: 20_000 })],
  ];

  function raw(change: object): Uint8Array {
    const base = wire.Hint.decode(encodeHint(hint()));
    const bytes = wire.Hint.encode({ ...base, ...change }).finish();
    return encodeSealedHint(sealHint(bytes, fleet.privateKey));
  }
}

function noise(): readonly Hostile[] {
  const random = seededRandom(7);
  return Array.from({ length: 40 }, () => {
    const length = Math.floor(random() * 300);
    return ["", Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))] as const;
  });
}

test("of a hundred none becomes a Reading, and each is counted by why", async () => {
  const bench = openHintBench();
  const hostile = [...forged(bench.hint()), ...misplaced(bench), ...noise()];
  assert.ok(hostile.length > 100, `${hostile.length}`);
  for (const [why, payload, retained] of hostile) {
    const before = bench.hints.view().refused;
    await bench.hear(payload, retained);
    await bench.clock.advance(5_000);
    const after = bench.hints.view().refused;
    if (why !== "") assert.is(after[why], (before[why] ?? 0) + 1, `${why}: ${JSON.stringify(after)}`);
  }
  const { taken, in_force, refused } = bench.hints.view();
  assert.equal([taken, in_force, bench.said.length], [0, 0, 0]);
  assert.is(
    Object.values(refused).reduce((sum, count) => sum + count, 0),
    hostile.length,
  );
  await bench.stop();
});

test("a key without a list of grants may, and so may one that has this one; one for a verb may not", async () => {
  const bench = openHintBench();
  await bench.hear(sealed(bench.hint(), boris));
  assert.is(bench.said.length, 0);
  await bench.hear(sealed(bench.hint(), anna));
  assert.is(bench.hints.view().taken, 1);
  await bench.clock.advance(2_000);
  await bench.hear(sealed(bench.hint(), fleet));
  assert.is(bench.hints.view().taken, 2);
  await bench.stop();
});

test.run();
