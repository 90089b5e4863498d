/**
 * Bytes from a serial port → lines as Latin-1 text: serialport's ReadlineParser behind a guard. The parser alone has no
 * limit and copies its buffer for every chunk; here a line that grows too long is dropped up to its end and counted.
 * CR and LF both end a line, because modems send `\r\n`, `\r\r\n`, a lone `\n`, and a lone `\r` after numeric results.
 */
import type { TransformCallback } from "node:stream";
import { ReadlineParser } from "@serialport/parser-readline";

const longestLine = 4_096;
const longestPartial = 16;
const lineEnd = 0x0a;
const carriageReturn = 0x0d;

export interface LineCounts {
  /** Bytes received. */
  readonly bytes: number;
  /** 0x00 and 0xFF, which a line at rest or at the wrong speed produces: taken out. */
  readonly noise: number;
  /** Lines dropped because they were too long. */
  readonly overlong: number;
}

export class LineReader extends ReadlineParser {
  #bytes = 0;
  #noise = 0;
  #overlong = 0;
  #discarding = false;

  constructor() {
    super({ delimiter: "\n", encoding: "latin1" });
  }

  get counts(): LineCounts {
    return { bytes: this.#bytes, noise: this.#noise, overlong: this.#overlong };
  }

  /** What has come since the last line end, while it is short enough to be a final or a prompt. */
  get partial(): string {
    return this.buffer.length > longestPartial ? "" : this.buffer.toString("latin1");
  }

  /** Forgets what has come since the last line end. */
  dropPartial(): void {
    this.buffer = Buffer.alloc(0);
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length;
    super._transform(this.#afterDiscarded(this.#cleaned(chunk)), encoding, done);
    if (this.buffer.length <= longestLine) return;
    this.#overlong += 1;
    this.#discarding = true;
    this.dropPartial();
  }

  /** Called by the parser with each line; it is told at once, because the readable side's own buffer has no use here. */
  override push(line: Buffer | null): boolean {
    if (line === null) return super.push(null);
    if (line.length > longestLine) this.#overlong += 1;
    else if (line.length > 0) this.emit("data", line.toString("latin1"));
    return true;
  }

  #cleaned(chunk: Buffer): Buffer {
    const clean = Buffer.allocUnsafe(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      if (byte === 0x00 || byte === 0xff) continue;
      clean[length] = byte === carriageReturn ? lineEnd : byte;
      length += 1;
    }
    this.#noise += chunk.length - length;
    return clean.subarray(0, length);
  }

  #afterDiscarded(chunk: Buffer): Buffer {
    if (!this.#discarding) return chunk;
    const end = chunk.indexOf(lineEnd);
    this.#discarding = end === -1;
    return end === -1 ? chunk.subarray(chunk.length) : chunk.subarray(end);
  }
}
