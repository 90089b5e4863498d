/** A client that knows nothing of ISO 8583: it sends bytes and tells what becomes of the connection. */
import { connect } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Acquirer } from "../../hw-sim/acquirer.ts";

export interface Heard {
  readonly bytes: Buffer;
  readonly pieces: number;
  /** How the host left it: hung up, reset, or standing when the client had heard enough. */
  readonly end: "hung up" | "reset" | "standing";
}

export interface Wish {
  readonly tls?: boolean;
  readonly send?: Buffer;
  /** Hang up after having sent, and still listen. */
  readonly hangUp?: boolean;
  /** Enough is enough: so many bytes. */
  readonly enough?: number;
  readonly ms?: number;
}

/** Connects, sends, and listens until the host has left, it is enough, or the time is over. */
export async function talk(acquirer: Acquirer, wish: Wish): Promise<Heard> {
  const { tls = false, send = Buffer.alloc(0), hangUp = false, enough = Number.POSITIVE_INFINITY, ms = 300 } = wish;
  const socket = tls
    ? connectTls({ host: acquirer.address, port: acquirer.port, ca: acquirer.root, servername: acquirer.name })
    : connect({ host: acquirer.address, port: acquirer.port, allowHalfOpen: true });
  const chunks: Buffer[] = [];
  let got = 0;
  const end = await new Promise<Heard["end"]>((resolve) => {
    const timer = setTimeout(() => resolve("standing"), ms);
    const done = (how: Heard["end"]) => {
      clearTimeout(timer);
      resolve(how);
    };
    socket.on("data", (bytes) => {
      chunks.push(bytes);
      got += bytes.length;
      if (got >= enough) done("standing");
    });
    socket.on("end", () => done("hung up"));
    socket.on("error", () => done("reset"));
    socket.on("close", (failed) => done(failed ? "reset" : "hung up"));
    socket.once(tls ? "secureConnect" : "connect", () => {
      if (send.length > 0) socket.write(send);
      if (hangUp) socket.end();
    });
  });
  socket.destroy();
  return { bytes: Buffer.concat(chunks), pieces: chunks.length, end };
}
