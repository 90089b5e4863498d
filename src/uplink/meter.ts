/**
 * Counts what goes over a socket, below TLS: a stream between the two. Bytes of TCP and IP headers are reckoned, because no
 * program sees them: 52 a segment (20 IPv4, 20 TCP, 12 for the time stamps that Linux sends), a receipt for what comes, and
 * five segments for a connection's begin and end. docs/data.md holds it against what tshark counted.
 */
import type { Socket } from "node:net";
import { Duplex } from "node:stream";

export type Direction = "up" | "down";
export type Count = (direction: Direction, bytes: number) => void;

/** A common MSS of mobile networks. */
const segmentBytes = 1_400;
const headerBytes = 52;
/** SYN and its acknowledgement from here; the answer to SYN and two segments of the end from there. */
const openAndClose = { up: 60 + headerBytes, down: 60 + 2 * headerBytes } as const;

function onWire(bytes: number): number {
  return bytes + headerBytes * Math.ceil(bytes / segmentBytes);
}

/** Ends with the socket, and the socket with it. */
export class Meter extends Duplex {
  readonly #socket: Socket;
  readonly #count: Count;

  constructor(socket: Socket, count: Count) {
    super();
    this.#socket = socket;
    this.#count = count;
    socket.once("connect", () => {
      count("up", openAndClose.up);
      count("down", openAndClose.down);
      this.emit("connect");
    });
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    socket.once("end", () => this.push(null));
    socket.once("error", (error) => this.destroy(error));
    socket.once("close", () => this.destroy());
  }

  #take(chunk: Buffer): void {
    this.#count("down", onWire(chunk.length));
    this.#count("up", headerBytes); // The receipt.
    if (!this.push(chunk)) this.#socket.pause();
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#count("up", onWire(chunk.length));
    this.#socket.write(chunk, done);
  }

  /** What was corked goes out as one, as the socket itself would. */
  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), "utf8", done);
  }

  override _final(done: () => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }
}
