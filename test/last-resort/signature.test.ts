import { generateKeyPairSync } from "node:crypto";
import { symbolsOf } from "../../src/last-resort/alphabet.ts";
import { isSigned, signatureLength, signatureOf } from "../../src/last-resort/signature.ts";
import { assert, suite } from "../front-door/suite.ts";
import { other, terminal } from "./bench.ts";

const test = suite("signatures of QR codes");
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const sworn = { letters: "7V4SKA86VN9XDZ3C36F5WDS8GVRD", minutes: 476_000, terminal };

function symbols(text: string): readonly number[] {
  const written = symbolsOf(text);
  return written.kind === "symbols" ? written.symbols : [];
}

test("what was signed is known again, whatever its first bits are", () => {
  for (let minutes = 0; minutes < 200; minutes += 1) {
    const signature = signatureOf({ ...sworn, minutes }, privateKey);
    assert.is(signature.length, signatureLength);
    assert.ok(isSigned({ ...sworn, minutes }, symbols(signature), publicKey));
  }
});

test("anything else is not", () => {
  const signature = symbols(signatureOf(sworn, privateKey));
  for (const changed of [{ minutes: 476_001 }, { terminal: other }, { letters: sworn.letters.replace("7", "8") }]) {
    assert.not(isSigned({ ...sworn, ...changed }, signature, publicKey));
  }
  for (const cut of [[], signature.slice(1), [...signature, 0], signature.with(5, (signature[5] ?? 0) ^ 1)]) {
    assert.not(isSigned(sworn, cut, publicKey));
  }
  assert.not(isSigned(sworn, signature, generateKeyPairSync("ed25519").publicKey));
});

test.run();
