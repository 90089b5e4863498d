import { generateKeyPairSync } from "node:crypto";
import { makeCode } from "../../src/last-resort/code.ts";
import { halfBlocks, qrModules } from "../../src/last-resort/qr.ts";
import { assert, suite } from "../front-door/suite.ts";
import { anyContent, sealer, seeded } from "./bench.ts";
import { readPicture } from "./qr-reader.ts";

const test = suite("QR codes", { timeoutMs: 20_000 });

/** Each module as a square of so many pixels. */
const scale = 4;

function photographed(rows: readonly (readonly boolean[])[]): string {
  const pixels = rows.flatMap((row) => {
    const line = row.flatMap((dark) => Array.from({ length: scale }, () => dark));
    return Array.from({ length: scale }, () => line).flat();
  });
  return readPicture({ width: (rows[0]?.length ?? 0) * scale, height: rows.length * scale, pixels });
}

/** Each character is two modules, one above the other. */
function seenOn(screen: readonly string[]): readonly (readonly boolean[])[] {
  return screen.flatMap((line) => [
    [...line].map((each) => each === "▀" || each === "█"),
    [...line].map((each) => each === "▄" || each === "█"),
  ]);
}

test("another author's decoder reads the modules, and the half blocks of a screen", () => {
  const random = seeded(3);
  for (let round = 0; round < 20; round += 1) {
    const { uri } = makeCode(anyContent(random), sealer);
    const modules = qrModules(uri);
    assert.is(modules.length, 25 + 8, "version 2, for the whole of it is alphanumeric");
    assert.is(photographed(modules), uri);
    assert.is(photographed(seenOn(halfBlocks(modules))), uri);
  }
});

test("one with a signature is version 6, and is read as well", () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const { uri } = makeCode(anyContent(seeded(6)), { ...sealer, signingKey: privateKey });
  const modules = qrModules(uri);
  assert.is(modules.length, 41 + 8);
  assert.is(photographed(modules), uri);
});

test("a smudge of the size of a fingertip does not hide it", () => {
  const { uri } = makeCode(anyContent(seeded(4)), sealer);
  const smudged = qrModules(uri).map((row, y) => row.map((dark, x) => dark && !(x > 17 && x < 22 && y > 20 && y < 24)));
  assert.is(photographed(smudged), uri);
});

test.run();
