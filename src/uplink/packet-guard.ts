/**
 * Looks at the packets that a broker sends as they come, before anything gathers them: the parser of the MQTT package holds
 * what belongs to a packet until it is whole, and a packet may announce 256 MB (MQTT 5.0 section 2.1.4).
 */
import type { Duplex } from "node:stream";

/** A command has 16 KB at most, and a report, which vendor support hears by the same way, 64 KB; topics and properties have room. */
export const mostPacketBytes = 131_072;

const publish = 3;
const firstOfTwo = 0x04;

/** Where in a packet the stream stands. */
type Place = "first" | "length" | "rest";

/** Undefined: nothing is wrong with what came so far. */
export type Trouble = "packet_too_large" | "malformed_length" | "qos_2";

export function createPacketGuard(most = mostPacketBytes): (chunk: Uint8Array) => Trouble | undefined {
  let place: Place = "first";
  let [left, scale] = [0, 1];

  /** The byte after which a packet's length is known, or more is needed (section 1.5.5). */
  function lengthen(byte: number): Trouble | undefined {
    left += (byte & 0x7f) * scale;
    scale *= 128;
    if (left > most) return "packet_too_large";
    if (byte >= 0x80) return scale > 128 ** 3 ? "malformed_length" : undefined;
    place = left > 0 ? "rest" : "first";
    return undefined;
  }

  function begin(byte: number): Trouble | undefined {
    [left, scale, place] = [0, 1, "length"];
    // Nothing is subscribed with QoS 2, so nobody may send it; what is never released would be kept without end.
    return byte >> 4 === publish && (byte & firstOfTwo) !== 0 ? "qos_2" : undefined;
  }

  /** Bytes of what is left of the packet. */
  function pass(most: number): number {
    const taken = Math.min(left, most);
    left -= taken;
    if (left === 0) place = "first";
    return taken;
  }

  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (place === "rest") {
        at += pass(chunk.length - at);
        continue;
      }
      const trouble = (place === "first" ? begin : lengthen)(chunk[at] ?? 0);
      if (trouble) return trouble;
      at += 1;
    }
    return undefined;
  };
}

/** The same stream; `onTrouble` hears of a packet that no broker has a reason to send, by an error of that name. */
export function guarded<S extends Duplex>(stream: S, onTrouble: (error: Error) => void): S {
  const look = createPacketGuard();
  stream.on("data", (chunk: Buffer) => {
    const trouble = look(chunk);
    if (trouble) onTrouble(Object.assign(new Error("a packet that no broker has a reason to send"), { name: trouble }));
  });
  return stream;
}
