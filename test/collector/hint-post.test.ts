import { generateKeyPairSync } from "node:crypto";
import { systemClock } from "../../src/base/clock.ts";
import { createHintPost } from "../../src/collector/hint-post.ts";
import { isHintSealedBy, publicHalfOf } from "../../src/commands/seal.ts";
import { decodeHint, decodeSealedHint } from "../../src/report/decode.ts";
import type { Outward } from "../../src/uplink/link.ts";
import { assert, suite } from "../front-door/suite.ts";
import { hint as sample } from "../report/samples.ts";

const test = suite("collector/hint-post");
const { privateKey } = generateKeyPairSync("ed25519");
const nowS = Math.floor(Date.now() / 1_000);
const hint = { ...sample, issuedS: nowS, untilS: nowS + 900 };
const to = ["A", "B"].map((serial) => ({ tenant: hint.tenant, serial }));

function place() {
  const sent: Outward[] = [];
  let count = 0;
  const post = { send: (_: string, each: Outward) => void sent.push(each), use: () => {}, idle: async () => {} };
  const onSent = (more: number) => {
    count += more;
  };
  return { sent, count: () => count, send: createHintPost({ key: privateKey, post, clock: systemClock, onSent }) };
}

test("a hint goes to each whom it names, signed once, and expires with what it says", () => {
  const { sent, send, count } = place();
  send([{ hint, to }]);
  assert.equal(
    sent.map(({ topic, retain }) => [topic, retain]),
    ["A", "B"].map((serial) => [`pos/v1/${hint.tenant}/${serial}/down/hint`, false]),
  );
  assert.ok(sent.every(({ expiryS = 0 }) => expiryS > 890 && expiryS <= 900));
  assert.is(count(), 2);
  const sealed = decodeSealedHint(sent[0]?.payload ?? Buffer.alloc(0));
  assert.ok(sealed.kind === "ok" && isHintSealedBy(sealed.value, publicHalfOf(privateKey)));
  const read = sealed.kind === "ok" ? decodeHint(sealed.value.hint) : sealed;
  assert.equal(read.kind === "ok" && read.value, hint);
});

test("what has run out is not said", () => {
  const { sent, send, count } = place();
  send([{ hint: { ...hint, issuedS: nowS - 900, untilS: nowS }, to }]);
  assert.equal([sent.length, count()], [0, 0]);
});

test.run();
