/**
 * The echo 0820/301 and its answer 0830: the only message that the agent ever sends to the acquirer. It carries no card, no
 * amount, no key, no trace number; it changes nothing on the host.
 */
import { decodeFrame, encodeFrame, type Frame } from "./frame.ts";
import { decodeMessage, encodeMessage } from "./message.ts";

export interface EchoIdentity {
  /** Ten digits: `60`, destination, origin. */
  readonly tpdu: string;
  /** Twelve digits: application class, software version, state, processing request, sub-version. */
  readonly header: string;
  /** Field 41, eight characters. */
  readonly terminal: string;
  /** Field 42, fifteen characters. */
  readonly merchant: string;
}

export interface EchoAnswer {
  /** Field 39, e.g. `00`. */
  readonly code: string;
  /** Processing request digit of the header, 0 to 9; 0: nothing. */
  readonly request: number;
  /** Fields 13 and 12, the host's local date and time: month, day, hour, minute, second. Without a year. */
  readonly time: readonly [month: number, day: number, hour: number, minute: number, second: number] | undefined;
}

/** Field 60: type 00, a batch number that means none, network management code 301. */
const echoTest = "00" + "000001" + "301";

export function encodeEcho({ tpdu, header, terminal, merchant }: EchoIdentity): Buffer {
  const fields = new Map([
    [41, terminal],
    [42, merchant],
    [60, echoTest],
  ]);
  return encodeFrame(tpdu, header, encodeMessage({ type: "0820", fields }));
}

/** The two addresses are swapped on the way back. */
function isForUs({ destination, origin }: Frame, tpdu: string): boolean {
  return destination === tpdu.slice(6) && origin === tpdu.slice(2, 6);
}

function timeOf(time: string | undefined, date: string | undefined): EchoAnswer["time"] {
  const parts = `${date ?? ""}${time ?? ""}`.match(/\d\d/g)?.map(Number) ?? [];
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0, ...more] = parts;
  if (parts.length !== 5 || more.length > 0 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return hour < 24 && minute < 60 && second < 60 ? [month, day, hour, minute, second] : undefined;
}

/**
 * From a frame without its length. Fields that were not asked for are passed over. Undefined when it is no answer to this
 * terminal's echo: another type, another terminal, addresses not swapped, no code, a field that does not fit.
 */
export function decodeEchoAnswer(bytes: Buffer, { tpdu, terminal }: EchoIdentity): EchoAnswer | undefined {
  const frame = decodeFrame(bytes);
  const message = frame && isForUs(frame, tpdu) ? decodeMessage(frame.message) : undefined;
  if (!frame || message?.type !== "0830" || (message.fields.get(41) ?? terminal) !== terminal) return undefined;
  const code = message.fields.get(39);
  if (code === undefined || !/^[0-9A-Z]{2}$/.test(code)) return undefined;
  const time = timeOf(message.fields.get(12), message.fields.get(13));
  return { code, request: Number(frame.header[5]), time };
}
