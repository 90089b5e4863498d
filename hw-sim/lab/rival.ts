/** Somebody else in the shop who sends as much as the line takes: UDP from the router's own side, as fast as is asked. */
import { createSocket } from "node:dgram";
import { bindUdp } from "../libc.ts";
import type { Place } from "../place.ts";
import { ADDRESSES } from "./state.ts";

export interface Rival {
  stop(): void;
}

const PACKET_BYTES = 1_200;
const BEAT_MS = 20;
/** RFC 863: whatever comes there is thrown away. */
const DISCARD_PORT = 9;

/** `kbps`: a little more than the line carries, so that its queue stays full. */
export function startRival(place: Place, kbps: number): Rival {
  const socket = createSocket("udp4");
  socket.on("error", () => {}); // nobody listens at the other end, and says so
  socket.bind({ fd: place.within(() => bindUdp({ address: place.address, port: 0 })) });
  const packet = Buffer.alloc(PACKET_BYTES);
  const bytesPerBeat = (kbps * BEAT_MS) / 8;
  let owed = 0;
  const beat = setInterval(() => {
    for (owed += bytesPerBeat; owed >= PACKET_BYTES; owed -= PACKET_BYTES) {
      socket.send(packet, DISCARD_PORT, ADDRESSES.reference);
    }
  }, BEAT_MS);
  return {
    stop: () => {
      clearInterval(beat);
      socket.close();
    },
  };
}
