/** The same messages as the agent writes them, and as the JSON that is usual: words for words, names with each value. */

import { decodeAlive, decodeBirth, decodeFaultSet, decodeReport } from "../../../src/report/decode.ts";
import { encodeAlive, encodeBirth, encodeFaultSet, encodeReport } from "../../../src/report/encode.ts";
import type { Decoded } from "../../../src/report/received.ts";

function asJson<T>(decoded: Decoded<T>): Uint8Array {
  if (decoded.kind === "refused") throw new Error(`unreadable: ${decoded.reason}`);
  return Buffer.from(JSON.stringify(decoded.value));
}

const protobuf = { birth: encodeBirth, alive: encodeAlive, faultSet: encodeFaultSet, report: encodeReport };

export type Format = "protobuf" | "json";

export const formats: Readonly<Record<Format, typeof protobuf>> = {
  protobuf,
  json: {
    birth: (...said) => asJson(decodeBirth(encodeBirth(...said))),
    alive: (...said) => asJson(decodeAlive(encodeAlive(...said))),
    faultSet: (...said) => asJson(decodeFaultSet(encodeFaultSet(...said))),
    report: (said) => asJson(decodeReport(encodeReport(said))),
  },
};
