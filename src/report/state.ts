/** The retained states of a terminal and what comes down to it, as values. */
import type { AuditHead } from "../model/command.ts";
import type { DataUse } from "../model/data-use.ts";
import type { TerminalIdentity } from "../model/record.ts";

export interface Birth {
  readonly boot: string;
  readonly terminal: TerminalIdentity;
  /** Lowest sequence number of this boot still in the outbox; equals `nextSeq` when there is none. */
  readonly firstSeq: number;
  readonly nextSeq: number;
  /** What the way to the broker has cost. */
  readonly data?: DataUse | undefined;
  /** The newest line of the audit log of commands; absent: there is none. */
  readonly audit?: AuditHead | undefined;
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

/** `down/cmd`: a command as bytes, with what proves who asks. */
export interface Sealed {
  readonly command: Uint8Array;
  /** 64 bytes, Ed25519. */
  readonly signature: Uint8Array;
  /** 8 bytes: which key. */
  readonly key: Uint8Array;
}

/** `down/hint`, likewise. */
export interface SealedHint {
  readonly hint: Uint8Array;
  readonly signature: Uint8Array;
  readonly key: Uint8Array;
}
