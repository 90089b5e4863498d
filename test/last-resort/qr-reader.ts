/** Reads QR codes with another author's decoder, and PNG pictures without ours. */
import { inflateSync } from "node:zlib";
import decodeQR from "qr/decode.js";

interface Picture {
  readonly width: number;
  readonly height: number;
  /** By rows; true is black. */
  readonly pixels: readonly boolean[];
}

export function readPicture({ width, height, pixels }: Picture): string {
  const data = Uint8Array.from(pixels.flatMap((dark) => (dark ? [0, 0, 0] : [255, 255, 255])));
  return decodeQR({ width, height, data });
}

/** One bit a pixel, greyscale, no filter, one IDAT: what we write. Lengths are those that the file states. */
export function readPng(file: Buffer): string {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.set(file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [header = Buffer.alloc(13), image = Buffer.alloc(0)] = [chunks.get("IHDR"), chunks.get("IDAT")];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = inflateSync(image);
  const stride = 1 + Math.ceil(width / 8);
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return (((bytes[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0;
  });
  return readPicture({ width, height, pixels });
}
