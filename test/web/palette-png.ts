/** A screenshot in 256 colours: it takes less than half the room, and nobody sees the difference. PNG, ISO/IEC 15948. */
import { deflateSync, inflateSync } from "node:zlib";

interface Picture {
  readonly width: number;
  readonly height: number;
  /** 0xrrggbb of each point. */
  readonly points: Uint32Array;
}

const signature = Buffer.from("89504e470d0a1a0a", "hex");

function chunksOf(png: Buffer, wanted: string): Buffer {
  const found: Buffer[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === wanted) found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(found);
}

/** Clause 9.4. */
function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}

/** Clause 9.2, by number of the filter. */
const predictions: ReadonlyArray<(left: number, above: number, corner: number) => number> = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

interface Lines {
  readonly lines: Uint8Array;
  /** Bytes of a line with the point before it, and of a point. */
  readonly padded: number;
  readonly size: number;
  readonly row: number;
}

/** The number of its filter, then its bytes. */
function unfilter([filter = 0, ...bytes]: Uint8Array, { lines, padded, size, row }: Lines): void {
  const predict = predictions[filter] ?? paeth;
  for (const [x, byte] of bytes.entries()) {
    const at = row * padded + size + x;
    const above = at - padded;
    lines[at] = byte + predict(lines[at - size] ?? 0, lines[above] ?? 0, lines[above - size] ?? 0);
  }
}

function decode(png: Buffer): Picture {
  const head = chunksOf(png, "IHDR");
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const size = head[9] === 6 ? 4 : 3;
  const raw = inflateSync(chunksOf(png, "IDAT"));
  const line = width * size;
  // A point to the left and a line above that are nothing: so the edges need no care.
  const padded = line + size;
  const lines = new Uint8Array(padded * (height + 1));
  for (let y = 0; y < height; y += 1) {
    const from = y * (line + 1);
    unfilter(raw.subarray(from, from + line + 1), { lines, padded, size, row: y + 1 });
  }
  const points = new Uint32Array(width * height);
  for (let point = 0; point < points.length; point += 1) {
    const at = (Math.floor(point / width) + 1) * padded + ((point % width) + 1) * size;
    points[point] = ((lines[at] ?? 0) << 16) | ((lines[at + 1] ?? 0) << 8) | (lines[at + 2] ?? 0);
  }
  return { width, height, points };
}

function distance(a: number, b: number): number {
  return ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
}

/** The commonest that are not too near to each other; every other point takes the nearest of them. */
function paletteOf(points: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
  const common = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const chosen: number[] = [];
  for (const colour of common) {
    if (chosen.length < 256 && chosen.every((one) => distance(one, colour) >= 40)) chosen.push(colour);
  }
  return chosen;
}

let table: readonly number[] | undefined;

/** Annex D. */
function crc(bytes: Buffer): number {
  table ??= Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Takes and gives a whole PNG. */
export function toPalette(png: Buffer): Buffer {
  const { width, height, points } = decode(png);
  const palette = paletteOf(points);
  const nearest = new Map<number, number>(palette.map((colour, index) => [colour, index]));
  const indexOf = (colour: number): number => {
    const known = nearest.get(colour);
    if (known !== undefined) return known;
    const best = palette.reduce(
      (at, one, index) => (distance(one, colour) < distance(palette[at] ?? 0, colour) ? index : at),
      0,
    );
    nearest.set(colour, best);
    return best;
  };
  const lines = Buffer.alloc((width + 1) * height);
  for (const [at, point] of points.entries()) {
    lines.writeUInt8(indexOf(point), Math.floor(at / width) * (width + 1) + 1 + (at % width));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const packed = deflateSync(lines, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", packed),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
