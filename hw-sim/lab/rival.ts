/** Somebody else in the shop who sends as much as the line takes: UDP from the router's own side, as fast as is asked. */
import { createSocket } from "node:dgram";
import { bindUdp } from "../libc.ts";
import type { Place } from "../place.ts";
import { ADDRESSES, type LabState, lineQuality } from "./state.ts";
import type { Topology } from "./topology.ts";

interface Rival {
  stop(): void;
}

const PACKET_BYTES = 1_200;
const BEAT_MS = 20;
/** RFC 863: whatever comes there is thrown away. */
const DISCARD_PORT = 9;

/** `kbps`: a little more than the line carries, so that its queue stays full. */
function startRival(place: Place, kbps: number): Rival {
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

/** A little more than the line carries, so that its queue stays full. */
const GREED = 1.1;

/** On a line without a rate nobody can be in the way of others. */
export function createRivalry({ router }: Topology) {
  let rival: Rival | undefined;
  const stop = (): void => {
    rival?.stop();
    rival = undefined;
  };
  return {
    stop,
    follow: (state: LabState): void => {
      stop();
      const kbps = lineQuality(state.wan)?.kbps ?? 0;
      if (state.rival && kbps > 0) rival = startRival(router.place(ADDRESSES.gateway), kbps * GREED);
    },
  };
}
