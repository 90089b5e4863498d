import { createHmac } from "node:crypto";
import { sealOf, terminalHint, terminalKey } from "../../src/last-resort/seal.ts";
import { assert, suite } from "../front-door/suite.ts";
import { key, other, sealer, terminal } from "./bench.ts";

const test = suite("seals");
const said = { version: 1, bits: 0x1234n, minutes: 475_000 };

test("a seal is the first 40 bits of an HMAC over all that is said, the whole time, and the name", () => {
  const text = "1 1234 475000 acme/PX7-00042";
  assert.is(sealOf(said, sealer), BigInt(`0x${createHmac("sha256", key).update(text).digest("hex").slice(0, 10)}`));
});

test("with anything else the seal is another", () => {
  const seals = [
    sealOf(said, sealer),
    sealOf({ ...said, version: 2 }, sealer),
    sealOf({ ...said, bits: 0x1235n }, sealer),
    sealOf({ ...said, minutes: said.minutes + 2 ** 20 }, sealer),
    sealOf(said, { ...sealer, terminal: other }),
    sealOf(said, { ...sealer, key: new Uint8Array(32) }),
  ];
  assert.is(new Set(seals).size, seals.length);
});

test("each terminal of a fleet has its own key, always the same", () => {
  assert.equal(terminalKey(key, terminal), terminalKey(key, { ...terminal }));
  assert.not.equal(terminalKey(key, terminal), terminalKey(key, other));
  assert.not.equal(terminalKey(key, { tenant: "a", serial: "b" }), terminalKey(key, { tenant: "a/b", serial: "" }));
  const hints = new Set(Array.from({ length: 100 }, (_, at) => terminalHint({ tenant: "acme", serial: `${at}` })));
  assert.ok(hints.size > 60 && [...hints].every((hint) => hint >= 0 && hint < 256));
});

test.run();
