import { hashPassword, isGoodPassword, isPassword } from "../../src/console/password.ts";
import { assert, suite } from "../front-door/suite.ts";

const test = suite("console/password", { timeoutMs: 30_000 });

test("the same password, however it is typed, and no other; two hashes of it differ", async () => {
  const [one, other] = [await hashPassword("Grüße aus dem Laden"), await hashPassword("Grüße aus dem Laden")];
  assert.is.not(one, other);
  assert.match(one, /^scrypt\$32768\$8\$1\$/);
  assert.ok(await isPassword("Gru\u0308ße aus dem Laden", one));
  assert.not(await isPassword("Grüße aus dem laden", one));
  assert.not(await isPassword("", one));
});

test("nobody's password fits, nor does what was kept in another way", async () => {
  for (const kept of [null, undefined, "", "plain", "md5$x", "scrypt$32768$8$1$AAAA$"]) {
    assert.not(await isPassword("anything at all", kept), String(kept));
  }
  assert.equal(["123456789", "1234567890", "x".repeat(201)].map(isGoodPassword), [false, true, false]);
});

test.run();
