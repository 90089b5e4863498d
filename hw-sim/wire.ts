/** The wire between modem and port: in order, and when asked for it, in pieces and with noise. */
import type { Agenda } from "./clock.ts";
import type { Dice } from "./random.ts";
import type { WireTrouble } from "./world.ts";

const PIECE_GAP_MS = [1, 6] as const;
const NOISE_BYTES = [0x00, 0xff, 0x80, 0x7f, 0x11] as const;
const GARBAGE_LINES = ["\r\n$GPGSV,1,1,00*79\r\n", "\r\n\u00ff\u00fe~}#\r\n", "+C\r\n", "\r\n^BOOT:21418\r\n"] as const;

/** Sends bytes in the order they are given; a piece that waits holds back all that follow. */
export function createWire(agenda: Agenda, dice: Dice, send: (bytes: Buffer) => void) {
  let freeAt = 0;
  return (bytes: Buffer, trouble: WireTrouble): void => {
    for (const piece of disturb(bytes, trouble, dice)) {
      const now = agenda.nowMs();
      freeAt = Math.max(now, freeAt + (trouble.split ? dice.between(PIECE_GAP_MS) : 0));
      if (freeAt <= now) send(piece);
      else agenda.after(freeAt - now, () => send(piece));
    }
  };
}

/** The same bytes as pieces, with whatever the wire adds before them. */
export function disturb(bytes: Buffer, trouble: WireTrouble, dice: Dice): readonly Buffer[] {
  const pieces: Buffer[] = [];
  if (dice.roll() < trouble.noise) pieces.push(Buffer.from([NOISE_BYTES[dice.between([0, 4])] ?? 0]));
  if (dice.roll() < trouble.garbage) pieces.push(Buffer.from(GARBAGE_LINES[dice.between([0, 3])] ?? "", "latin1"));
  if (!trouble.split || bytes.length < 2) return [...pieces, bytes];
  let from = 0;
  while (from < bytes.length) {
    const to = Math.min(bytes.length, from + dice.between([1, 9]));
    pieces.push(bytes.subarray(from, to));
    from = to;
  }
  return pieces;
}
