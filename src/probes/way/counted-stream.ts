/** A socket that is given up when more comes than was bargained for: a host may talk without end. */
import type { Socket } from "node:net";
import { Duplex } from "node:stream";

/** Code of the error with which it ends. */
export const floodCode = "EMSGSIZE";

/** Passes on at most `mostBytes` of what `socket` receives. The socket ends with the stream. */
export function countedStream(socket: Socket, mostBytes: number): Duplex {
  let received = 0;
  const stream = new Duplex({
    read: () => void socket.resume(),
    write: (chunk, _encoding, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received > mostBytes) {
      stream.destroy(Object.assign(new Error("the host sends more than a handshake"), { code: floodCode }));
    } else if (!stream.push(chunk)) socket.pause();
  });
  socket.once("end", () => void stream.push(null));
  socket.on("error", (error) => void stream.destroy(error));
  return stream;
}
