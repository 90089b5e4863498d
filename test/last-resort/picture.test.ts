import { pngOf, svgOf } from "../../src/last-resort/picture.ts";
import { qrModules } from "../../src/last-resort/qr.ts";
import { assert, suite } from "../front-door/suite.ts";
import { readPicture, readPng } from "./qr-reader.ts";

const test = suite("pictures of a QR code");
const uri = "POSDIAG:64Q2HS3ZH840CHMWN0M141F8E205";

test("a PNG is read by another decoder", () => {
  assert.is(readPng(Buffer.from(pngOf(qrModules(uri)))), uri);
});

test("an SVG draws the dark modules on white, and is small", () => {
  const svg = svgOf(qrModules(uri));
  assert.ok(svg.length < 8_000 && svg.includes('viewBox="0 0 33 33"'), svg);
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const scale = 3;
  const pixels = Array.from({ length: (33 * scale) ** 2 }, (_, at) => {
    const [x, y] = [at % (33 * scale), Math.floor(at / (33 * scale))];
    return dark.has(`${Math.floor(x / scale)} ${Math.floor(y / scale)}`);
  });
  assert.is(readPicture({ width: 33 * scale, height: 33 * scale, pixels }), uri);
});

test.run();
