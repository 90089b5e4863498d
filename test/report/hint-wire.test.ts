import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import { seededRandom } from "../../src/base/random.ts";
import type { Hint } from "../../src/model/hint.ts";
import { decodeHint, decodeReport, decodeSealedHint } from "../../src/report/decode.ts";
import { encodeReport } from "../../src/report/encode.ts";
import { encodeHint } from "../../src/report/hint-wire.ts";
import { posdiag } from "../../src/report/wire.js";
import { assert, suite } from "../front-door/suite.ts";
import { hint, measures, stamp } from "./samples.ts";

const test = suite("report/hint-wire");

test("a hint comes back as it was, and the .proto files alone read the same", () => {
  assert.equal(decodeHint(encodeHint(hint)), { kind: "ok", value: hint });
  const reflected = new protobuf.Root();
  reflected.resolvePath = (_origin, target) => fileURLToPath(new URL(`../../proto/${target}`, import.meta.url));
  reflected.loadSync("posdiag/v1/hint.proto");
  const type = reflected.lookupType("posdiag.v1.Hint");
  const read = type.toObject(type.decode(encodeHint(hint)), { bytes: String });
  assert.equal(
    [read.carrier, read.shop, read.figures],
    [
      "46000",
      undefined,
      [
        { signal: "fleet.same_carrier_fail_pct", percentE1: 820 },
        { signal: "fleet.other_carrier_fail_pct", percentE1: 0 },
        { signal: "fleet.same_shop_fail", word: "3/4" },
      ],
    ],
  );
});

test("what no terminal would take cannot be said", () => {
  const wrong: readonly Hint[] = [
    { ...hint, figures: [] },
    { ...hint, figures: [{ signal: "fleet.same_carrier_fail_pct", value: 101 }] },
    { ...hint, figures: [{ signal: "fleet.same_carrier_fail_pct", value: Number.NaN }] },
    { ...hint, figures: [{ signal: "fleet.notice", value: "two words" }] },
    { ...hint, id: "1" },
    { ...hint, confidence: 1.1 },
    { ...hint, concerns: { carrier: "460001234567890" } },
  ];
  for (const each of wrong) assert.throws(() => encodeHint(each));
});

test("what cannot be meant is no hint", () => {
  const whole = {
    ...{ tenant: "shop-8", id: Buffer.alloc(8, 1), issuedS: 1_795_000_000, untilS: 1_795_000_600 },
    figures: [{ signal: "fleet.same_carrier_fail_pct", percentE1: 1 }],
  };
  const read = (change: object) => decodeHint(posdiag.v1.Hint.encode({ ...whole, ...change }).finish()).kind;
  assert.is(read({}), "ok");
  const wrong: readonly object[] = [
    { id: Buffer.alloc(7) },
    { issuedS: 0 },
    { untilS: 0 },
    { figures: [] },
    { figures: [{ signal: "fleet.same_carrier_fail_pct" }] },
    { figures: [{ percentE1: 3 }] },
    { figures: Array.from({ length: 17 }, () => whole.figures[0]) },
    { confidenceE4: 10_001 },
    // Left away it would concern everybody.
    { shop: "two words" },
  ];
  for (const change of wrong) assert.is(read(change), "refused", JSON.stringify(change));
});

test("no bytes whatever raise an exception", () => {
  const random = seededRandom(20_261_127);
  const reported = encodeReport({ stamp, body: { kind: "measures", measures } });
  for (const sample of [encodeHint(hint), reported]) {
    for (let round = 0; round < 2_000; round++) {
      const bytes = Uint8Array.from(sample);
      const flips = round % 3 === 0 ? bytes.length : 1 + Math.floor(random() * 4);
      for (let flip = 0; flip < flips; flip++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      for (const decode of [decodeHint, decodeSealedHint, decodeReport]) assert.ok(decode(bytes).kind);
    }
  }
});

test.run();
