/** A QR code as a picture: SVG, and PNG of one bit a pixel (ISO/IEC 15948). */
import { crc32, deflateSync } from "node:zlib";
import type { Modules } from "./qr.ts";

export function svgOf(modules: Modules): string {
  const size = modules.length;
  const squares = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`;
  return `${open}<title>posdiag: code for support</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares.join("")}"/></svg>\n`;
}

const pngHead = Buffer.from("89504e470d0a1a0a", "hex");
/** Pixels a module. */
const scale = 8;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A module is one byte wide: eight pixels of one bit, 1 being white. */
function scanLine(row: readonly boolean[]): Buffer {
  return Buffer.from([0, ...row.map((dark) => (dark ? 0x00 : 0xff))]);
}

export function pngOf(modules: Modules): Uint8Array {
  const side = modules.length * scale;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit, greyscale; compression, filter and interlace have only the usual values.
  header[8] = 1;
  const lines = modules.flatMap((row) => Array.from({ length: scale }, () => scanLine(row)));
  const image = deflateSync(Buffer.concat(lines));
  return Buffer.concat([pngHead, chunk("IHDR", header), chunk("IDAT", image), chunk("IEND", Buffer.alloc(0))]);
}
