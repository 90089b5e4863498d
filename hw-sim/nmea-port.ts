/** The port that streams positions: sentences of a receiver that sees no satellite, once a second (NMEA 0183). */
import { createAgenda, type SimClock } from "./clock.ts";

const PERIOD_MS = 1_000;
const SENTENCES = ["GPGSV,1,1,00", "GPGGA,,,,,,0,,,,,,,,", "GPRMC,,V,,,,,,,,,,N", "GPGSA,A,1,,,,,,,,,,,,,,,"] as const;

export interface NmeaPort {
  start(): void;
  stop(): void;
}

export function createNmeaPort(clock: SimClock, send: (bytes: Buffer) => void): NmeaPort {
  const agenda = createAgenda(clock);
  const text = SENTENCES.map(sentence).join("");
  const next = (): void =>
    void agenda.after(PERIOD_MS, () => {
      send(Buffer.from(text, "latin1"));
      next();
    });
  return {
    start: () => {
      agenda.clear();
      next();
    },
    stop: () => agenda.clear(),
  };
}

/** Framed, with its checksum: all characters between the dollar sign and the asterisk, xored. */
export function sentence(body: string): string {
  const sum = Buffer.from(body, "latin1").reduce((xor, byte) => xor ^ byte, 0);
  return `$${body}*${sum.toString(16).toUpperCase().padStart(2, "0")}\r\n`;
}
