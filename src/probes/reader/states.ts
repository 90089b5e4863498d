/**
 * The answer of pcscd to CMD_GET_READERS_STATE (0x12), protocol 4.4: sixteen slots of 184 bytes in the byte order of the
 * machine (little-endian on all that we run on). The ATR is in there and is passed over: it is the card's, not the reader's.
 */
export interface ReaderState {
  readonly name: string;
  /** Goes up by one with each insertion and each removal, modulo 2^32; begins anew with pcscd. */
  readonly events: number;
  readonly present: boolean;
  /** A card is in and does not answer the reset: pcsc-lite's SCARD_SWALLOWED, SCARD_STATE_MUTE to applications. */
  readonly mute: boolean;
  readonly powered: boolean;
}

const slots = 16;
const slotBytes = 184;
const at = { name: 0, events: 128, flags: 132 } as const;
/** pcsc-lite, src/PCSC/pcsclite.h.in. */
const flag = { present: 0x04, swallowed: 0x08, powered: 0x10 } as const;

/** Length of the whole answer, bytes. */
export const statesBytes = slots * slotBytes;

function decodeSlot(slot: Buffer): ReaderState | undefined {
  const name = slot.subarray(at.name, at.events);
  const end = name.indexOf(0);
  if (end === 0) return undefined;
  const flags = slot.readUInt32LE(at.flags);
  return {
    name: name.toString("latin1", 0, end < 0 ? name.length : end),
    events: slot.readUInt32LE(at.events),
    present: (flags & flag.present) !== 0,
    mute: (flags & flag.swallowed) !== 0,
    powered: (flags & flag.powered) !== 0,
  };
}

/** The readers there are; undefined for an answer of another length, which is another protocol. */
export function decodeStates(answer: Buffer): readonly ReaderState[] | undefined {
  if (answer.length !== statesBytes) return undefined;
  const found: ReaderState[] = [];
  for (let from = 0; from < statesBytes; from += slotBytes) {
    const state = decodeSlot(answer.subarray(from, from + slotBytes));
    if (state) found.push(state);
  }
  return found;
}
