/** The retained states of a terminal and what comes down to it, as values. */
import type { TerminalIdentity } from "../model/record.ts";

export interface Birth {
  readonly boot: string;
  readonly terminal: TerminalIdentity;
  /** Lowest sequence number of this boot still in the outbox; equals `nextSeq` when there is none. */
  readonly firstSeq: number;
  readonly nextSeq: number;
}

export interface Alive {
  readonly online: boolean;
  /** Rises with every connection; an offline of another session is out of date. */
  readonly session: number;
  readonly boot: string;
}

/** Everything of this boot up to and including this sequence number is stored. */
export interface Ack {
  readonly boot: string;
  readonly seq: number;
}
