/** A chip card for vsmartcard's virtual reader (vpcd): it sits at the reader's TCP port and tells its answer to reset. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface VirtualCard {
  remove(): void;
}

const answers = {
  /** Captured with pcscd 1.9.9: a card without any application. */
  good: Buffer.from("3b6500002063cb6800", "hex"),
  /** Longer than ISO/IEC 7816-3 has it (33 bytes): vpcd sees a card and cannot power it, as with one that does not answer. */
  mute: Buffer.alloc(40, 0x3b),
} as const;

/** vpcd's control bytes: 0 off, 1 on, 2 reset, 4 answer to reset; only the last is answered. */
const askedAtr = 4;

function framed(body: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([length, body]);
}

/** Reads messages of `{u16 length, body}`, big-endian. */
function serve(socket: Socket, atr: Buffer): void {
  let pending = Buffer.alloc(0);
  socket.on("data", (part: Buffer) => {
    pending = Buffer.concat([pending, part]);
    while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
      const body = pending.subarray(2, 2 + pending.readUInt16BE(0));
      pending = pending.subarray(2 + body.length);
      if (body.length === 1 && body[0] === askedAtr) socket.write(framed(atr));
      // No application: instruction not supported.
      else if (body.length > 1) socket.write(framed(Buffer.from("6d00", "hex")));
    }
  });
}

/** Puts a card into the reader at this port of this machine. Rejects when no reader listens. */
export async function insertCard(port: number, kind: keyof typeof answers): Promise<VirtualCard> {
  const socket = connect({ host: "127.0.0.1", port });
  await once(socket, "connect");
  socket.on("error", () => {});
  serve(socket, answers[kind]);
  return { remove: () => socket.destroy() };
}
